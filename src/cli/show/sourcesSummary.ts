import type { Run, SourceRun } from '../../model/run.js';
import { plusSkips } from '../../model/skips.js';
import { count, counted } from './count.js';

/** More names than this are not read. */
const mostNames = 4;

type Named = readonly [string, SourceRun];

/** How the providers were read, and of which day what stands in is: one line. */
export function readings({ providers }: Run): string {
  const all: readonly Named[] = Object.entries(providers);
  const of = (...statuses: string[]) => all.filter(([, { status }]) => statuses.includes(status));
  const parts = [
    part(of('fresh', 'unchanged'), () => 'read now'),
    part(of('recording'), (some) => `from ${some.length === 1 ? 'a recording' : 'recordings'} of ${days(some)}`),
    part(of('stale'), (some) => `kept as of ${days(some)}`),
    part(of('failed'), () => 'failed'),
    part(of('skipped'), () => 'not asked'),
  ];
  return `${counted(all.length, 'provider')}: ${parts.filter((text) => text !== '').join('; ')}.`;
}

/** "3 kept as of 2026-08-01 (groq, nebius, xai)": names where they are few, or are all that there is. */
function part(some: readonly Named[], says: (some: readonly Named[]) => string): string {
  if (some.length === 0) return '';
  const names = some.length > mostNames ? '' : ` (${some.map(([id]) => id).join(', ')})`;
  return `${count(some.length)} ${says(some)}${names}`;
}

function days(some: readonly Named[]): string {
  const all = some.flatMap(([, { fetchedAt }]) => fetchedAt?.slice(0, 10) ?? []).sort();
  const [first = 'no day'] = all;
  const last = all.at(-1) ?? first;
  return first === last ? first : `${first} to ${last}`;
}

/** Rows that became no record, and why; none where all did. */
export function rows({ totals, providers }: Run, out: string): string[] {
  const skips = Object.values(providers).reduce<Readonly<Record<string, number>>>(
    (sums, { skips }) => plusSkips(sums, skips),
    {},
  );
  const why = Object.entries(skips)
    .sort(([, a], [, b]) => b - a)
    .map(([reason, some]) => `${count(some)} ${reason}`);
  return [
    ...(totals.skipped > 0
      ? [`${counted(totals.skipped, 'row')} skipped${why.length > 0 ? `: ${why.join(', ')}` : ''}.`]
      : []),
    ...(totals.rejected > 0 ? [`${counted(totals.rejected, 'row')} rejected: ${out}/rejected.jsonl says why.`] : []),
  ];
}

/** What went wrong and why, a line each, first where there is no recording; that there is no network is no fault of a source's. */
export function failures({ providers, prices }: Run, isDown: boolean): string[] {
  const lists = Object.entries(prices).map(([id, list]): Named => [`${id} (price list)`, list]);
  const faulty = [...Object.entries<SourceRun>(providers), ...lists].filter(([, { error }]) => error !== null);
  const isRecording = ([, { status }]: Named) => status === 'recording';
  const shown = [...faulty.filter((one) => !isRecording(one)), ...(isDown ? [] : faulty.filter(isRecording))];
  return shown.map(
    ([id, { status, error, retryAt }]) =>
      `${id} (${status}): ${error ?? ''}${retryAt ? ` (again after ${retryAt})` : ''}`,
  );
}
