import type { Network } from '../../read/network.js';
import type { PriceListRun, ProviderRun, Run } from '../../model/run.js';
import { folders, pricePath, runPath } from '../../store/paths.js';
import type { Surroundings } from '../command.js';
import type { Options } from '../options.js';
import { tell } from '../tell.js';
import { gone } from './gone.js';
import { type Cell, grid } from './grid.js';

/** More lines of one kind than a person reads: the rest is counted, and in run.json. */
const mostLines = 12;

/** What a run did, for a person, on stderr: outcomes, stand-ins, failures, prices found and refused, what is gone, where the files are. */
export function showSummary(
  run: Run,
  options: Options,
  { stderr }: Pick<Surroundings, 'stderr'>,
  { isDown }: Pick<Network, 'isDown'>,
): void {
  const { columns } = stderr;
  const parts = [
    outcomes(run, columns),
    recordings(run, columns),
    failures(run, isDown, columns),
    prices(run, columns),
    refusals(run, columns),
    gone(run),
    overrides(run),
    places(run, options),
  ];
  tell(stderr, ...parts.filter((part) => part.length > 0).flatMap((part) => ['', ...part]));
}

interface Form {
  /** The width of the terminal. */
  readonly columns: number | undefined;
  readonly numbers?: readonly number[];
  readonly widths?: number[];
  readonly most?: number;
}

/** The lines of a table; none where it has no rows. */
function table(head: string[], rows: readonly Cell[][], { most = mostLines, ...form }: Form): string[] {
  if (rows.length === 0) return [];
  const more = rows.length - most;
  return [...grid(head, rows.slice(0, most), form), ...(more > 0 ? [`… and ${more} more in run.json`] : [])];
}

function outcomes({ providers, totals }: Run, columns?: number): string[] {
  const of = (status: string) => Object.values(providers).filter((provider) => provider.status === status);
  const sum = (some: readonly ProviderRun[], field: 'models' | 'rejected' | 'skipped') =>
    some.reduce((total, provider) => total + provider[field], 0);
  const rows = Object.entries(totals.providers).map(([status, count]) => {
    const some = of(status);
    return [status, count, sum(some, 'models'), sum(some, 'rejected'), sum(some, 'skipped')];
  });
  return table(['outcome', 'providers', 'models', 'rejected', 'skipped'], rows, { columns, numbers: [1, 2, 3, 4] });
}

/** Which recording stands in for whom. */
function recordings({ providers }: Run, columns?: number): string[] {
  const byDate = new Map<string, string[]>();
  for (const [id, { status, fetchedAt }] of Object.entries(providers)) {
    if (status !== 'recording') continue;
    const date = fetchedAt?.slice(0, 10) ?? '';
    byDate.set(date, [...(byDate.get(date) ?? []), id]);
  }
  const rows = [...byDate].sort(([a], [b]) => (a < b ? 1 : -1)).map(([date, ids]) => [date, ids.join(', ')]);
  return table(['recorded on', 'stands in for'], rows, { columns, widths: [14, 100], most: Infinity });
}

/** What went wrong and why, first where there is no recording; that there is no network is no fault of a source's. */
function failures({ providers, prices: lists }: Run, isDown: boolean, columns?: number): string[] {
  const named = Object.entries(lists).map(([id, list]) => [`${id} (price list)`, list] as const);
  const faulty = [...Object.entries(providers), ...named].filter(([, { error }]) => error !== null);
  const isRecording = ([, { status }]: (typeof faulty)[number]) => status === 'recording';
  const shown = [...faulty.filter((one) => !isRecording(one)), ...(isDown ? [] : faulty.filter(isRecording))];
  const rows = shown.map(([id, { status, error, retryAt }]) => [
    ...[id, status, `${error ?? ''}${retryAt ? ` (again after ${retryAt})` : ''}`],
  ]);
  return table(['source', 'outcome', 'why'], rows, { columns, widths: [24, 12, 80] });
}

/** Whose prices they are; and of the models without one, why: each may give more than one reason. */
function prices({ totals }: Run, columns?: number): string[] {
  const own = Object.entries(totals.sources).map(([source, count]) => [
    source === 'provider' ? 'stated by the provider' : source,
    count,
    '',
  ]);
  const none = Object.entries(totals.prices)
    .filter(([status]) => status === 'unknown' || status === 'quarantined')
    .map(([status, count], i) => [status, count, i === 0 ? reasons(totals.unpriced) : '']);
  return table(['price from', 'models', 'why there is none'], [...own, ...none], {
    columns,
    numbers: [1],
    widths: [24, 8, 78],
  });
}

const reasons = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([code, count]) => `${code} ${count}`)
    .join(', ');

/** Prices of the list that are not believed, by reason, with one example each. */
function refusals({ quarantined }: Run, columns?: number): string[] {
  const byCode = new Map<string, Run['quarantined']>();
  for (const one of quarantined) byCode.set(one.code, [...(byCode.get(one.code) ?? []), one]);
  const rows = [...byCode].map(([code, some]) => {
    const [example] = some;
    const models = new Set(some.map(({ model }) => model)).size;
    return [code, models, example ? `${example.model}, ${example.witness ?? 'several'}: ${example.detail}` : ''];
  });
  return table(['price refused', 'models', 'such as'], rows, { columns, numbers: [1], widths: [22, 8, 88] });
}

/** Corrections that are of no use: the others agree at last, or there is no such offer. */
function overrides({ overrides: found }: Run): string[] {
  const { agreed = [], missing = [] } = found ?? {};
  const named = (names: readonly string[]) =>
    `${names.slice(0, mostLines).join(', ')}${names.length > mostLines ? ', … (all in run.json)' : ''}`;
  return [
    agreed.length === 0
      ? ''
      : `${agreed.length} ${agreed.length === 1 ? 'override is' : 'overrides are'} no longer needed: ${named(agreed)}`,
    missing.length === 0
      ? ''
      : `${missing.length} ${missing.length === 1 ? 'override is' : 'overrides are'} of no offer: ${named(missing)}`,
  ].filter((line) => line !== '');
}

function places({ files, prices: lists, providers }: Run, { out = 'data', stdout, dryRun }: Options): string[] {
  if (dryRun) return ['Nothing was written (--dry-run).'];
  if (stdout !== undefined) return [];
  if (Object.keys(providers).length === 0) return Object.entries(lists).map((list) => listPlace(list, out));
  const written = Object.values(folders).flatMap((folder) => {
    const count = Object.keys(files).filter((path) => path.startsWith(`${folder}/`)).length;
    return count === 0 ? [] : `${count} ${count === 1 ? 'provider' : 'providers'} to ${out}/${folder}`;
  });
  return [`Written: ${[...written, `the manifest to ${out}/${runPath}`].join(', ')}.`];
}

const listPlace = ([id, { prices: count, status, fetchedAt }]: [string, PriceListRun], out: string): string =>
  `${count} prices${status === 'fresh' ? '' : ` of ${fetchedAt?.slice(0, 10) ?? 'no day'} (${status})`} are in ${out}/${pricePath(id)}`;
