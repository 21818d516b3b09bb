import type { Network } from '../../read/network.js';
import type { PriceListRun, Run } from '../../model/run.js';
import { folders, pricePath, runPath } from '../../store/paths.js';
import type { Surroundings } from '../command.js';
import type { Options } from '../options.js';
import { tell } from '../tell.js';
import { counted } from './count.js';
import { gone } from './gone.js';
import { headline, pricesTable, refused } from './pricesSummary.js';
import { failures, readings, rows } from './sourcesSummary.js';
import { wrapped } from './wrapped.js';

/** A table that is wider is hard to read, however wide the terminal is. */
const widest = 80;
/** More failures than a person reads, however high it is. */
const mostFailures = 12;
/** Of the terminal, for the prompt that comes after it. */
const prompt = 1;
/** How much of a kind is named before the rest is counted, and how many lines a failure has: the most there is room for. */
const details = [
  { most: 5, mostLines: 2 },
  { most: 3, mostLines: 2 },
  { most: 1, mostLines: 1 },
] as const;

type Size = Pick<Surroundings['stderr'], 'columns' | 'rows'>;

/**
 * What a run did, for a person, on stderr: how many offers are priced of all, by whom, how old; then what was refused, what
 * failed, what is gone, where the files are. On a terminal at most as wide and as high as that: what it has no room for is
 * in run.json.
 */
export function showSummary(
  run: Run,
  options: Options,
  { stderr }: Pick<Surroundings, 'stderr'>,
  { isDown }: Pick<Network, 'isDown'>,
): void {
  const failed = failures(run, isDown);
  const tries = details.map((detail) => linesOf(run, options, { ...detail, failed, size: stderr }));
  tell(stderr, ...(tries.find(({ length }) => !stderr.rows || length + prompt <= stderr.rows) ?? tries.at(-1) ?? []));
}

interface Detail {
  readonly failed: readonly string[];
  readonly most: number;
  readonly mostLines: number;
  readonly size: Size;
}

function linesOf(run: Run, options: Options, detail: Detail): string[] {
  const { most, mostLines, size } = detail;
  const { out = 'data' } = options;
  const told = (lines: readonly string[]) => lines.flatMap((line) => wrapped(line, size.columns || Infinity, '  '));
  const isOfProviders = Object.keys(run.providers).length > 0;
  const table = isOfProviders ? pricesTable(run, { columns: Math.min(size.columns || widest, widest), most }) : [];
  const before = isOfProviders
    ? [...told(['', headline(run), readings(run)]), '', ...table, ...told([...rows(run, out), ...refused(run, most)])]
    : [''];
  const after = told([...gone(run), ...overrides(run), ...places(run, options)]);
  const room = size.rows ? size.rows - prompt - before.length - after.length : mostFailures * mostLines;
  return [...before, ...failureLines(detail, room), ...after];
}

/** Failures as far as there is room for them, one at the least, and how many more there are. */
function failureLines({ failed: all, mostLines, size }: Detail, room: number): string[] {
  const lines: string[] = [];
  let shown = 0;
  for (const failure of all.slice(0, mostFailures)) {
    const own = wrapped(failure, size.columns || Infinity, '  ');
    const cut = own.length > mostLines ? [...own.slice(0, mostLines - 1), shortened(own[mostLines - 1] ?? '')] : own;
    const rest = shown + 1 < all.length ? 1 : 0;
    if (shown > 0 && lines.length + cut.length + rest > room) break;
    lines.push(...cut);
    shown++;
  }
  const more = all.length - shown;
  return [...lines, ...(more > 0 ? [`… and ${more} more, in run.json`] : [])];
}

const shortened = (line: string): string => line.replace(/.{1,2}$/u, '…');

/** More names than this say no more: the rest is in run.json. */
const mostNames = 3;

/** Corrections that are of no use: the others agree at last, or there is no such offer. */
function overrides({ overrides: found }: Run): string[] {
  const { agreed = [], missing = [] } = found ?? {};
  const line = (names: readonly string[], says: string) => {
    const more = names.length > mostNames ? ' … (all in run.json)' : '';
    const are = names.length === 1 ? 'is' : 'are';
    return names.length === 0
      ? []
      : [`${counted(names.length, 'override')} ${are} ${says}: ${names.slice(0, mostNames).join(', ')}${more}`];
  };
  return [...line(agreed, 'no longer needed'), ...line(missing, 'of no offer')];
}

function places({ files, prices: lists, providers }: Run, { out = 'data', stdout, dryRun }: Options): string[] {
  if (dryRun) return ['Nothing was written (--dry-run).'];
  if (stdout !== undefined) return [];
  if (Object.keys(providers).length === 0) return Object.entries(lists).map((list) => listPlace(list, out));
  const written = Object.values(folders).flatMap((folder) => {
    const count = Object.keys(files).filter((path) => path.startsWith(`${folder}/`)).length;
    return count === 0 ? [] : `${counted(count, 'provider')} to ${out}/${folder}`;
  });
  return [`Written: ${[...written, `the manifest to ${out}/${runPath}`].join(', ')}.`];
}

const listPlace = ([id, { prices: count, status, fetchedAt }]: [string, PriceListRun], out: string): string =>
  `${count} prices${status === 'fresh' ? '' : ` of ${fetchedAt?.slice(0, 10) ?? 'no day'} (${status})`} are in ${out}/${pricePath(id)}`;
