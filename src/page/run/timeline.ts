import type { Span, Times } from '../../model/times.js';
import { groupBy } from '../../identity/groupBy.js';
import type { ReportRun, ReportSource } from '../../report/reportData.js';
import { plain } from '../book.js';

/** A source of a run. */
export interface RunRow extends ReportSource {
  readonly id: string;
  readonly kind: 'provider' | 'price list';
  /** Of it in ms; null where the run does not tell. */
  readonly spent: Spent | null;
}

/** How long a source did what, in ms; what it did at a time together counts for each. */
export interface Spent {
  readonly waiting: number;
  readonly fetching: number;
  readonly retrying: number;
  readonly parsing: number;
}

/** All sources of a run: price lists, then providers. */
export function rowsOf({ providers, prices }: Pick<ReportRun, 'providers' | 'prices'>): RunRow[] {
  const of = (kind: RunRow['kind'], sources: Readonly<Record<string, ReportSource>>): RunRow[] =>
    Object.entries(sources).map(([id, source]) => ({
      ...{ ...source, id, kind },
      spent: source.times ? spentOf(source.times) : null,
    }));
  return [...of('price list', prices), ...of('provider', providers)];
}

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, [from, to]) => sum + to - from, 0);

/** How long each took; it waited while none of them happened, until its end. */
export function spentOf({ fetching, retrying, parsing, endedMs }: Times): Spent {
  return {
    waiting: Math.max(0, endedMs - lengthOf(united([...fetching, ...retrying, ...parsing]))),
    fetching: lengthOf(fetching),
    retrying: lengthOf(retrying),
    parsing: lengthOf(parsing),
  };
}

function united(spans: readonly Span[]): Span[] {
  const all: [from: number, to: number][] = [];
  for (const [from, to] of spans.toSorted(([a], [b]) => a - b)) {
    const last = all.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}

/** How many sources are read from a moment on. */
export interface Level {
  /** Since the run began. */
  readonly ms: number;
  readonly count: number;
}

/** How many sources are read at a time: a level from each moment on at which that changes, from 0 on. */
export function levelsOf(rows: readonly Pick<RunRow, 'times'>[]): Level[] {
  const changes = rows
    .flatMap(({ times }) => times?.fetching ?? [])
    .flatMap(([from, to]) => [
      { ms: from, by: 1 },
      { ms: to, by: -1 },
    ]);
  let count = 0;
  const levels = [...groupBy(changes, ({ ms }) => String(ms)).values()]
    .sort(([a], [b]) => (a?.ms ?? 0) - (b?.ms ?? 0))
    .map((some) => ({ ms: some[0]?.ms ?? 0, count: (count += some.reduce((sum, { by }) => sum + by, 0)) }));
  return levels[0]?.ms === 0 ? levels : [{ ms: 0, count: 0 }, ...levels];
}

/** The most that are read at a time. */
export const peakOf = (levels: readonly Level[]): number => Math.max(0, ...levels.map(({ count }) => count));

/** How many are read at a time on average until so many ms; 0 of none. */
export function averageOf(levels: readonly Level[], untilMs: number): number {
  const areas = levels.map(({ ms, count }, i) => count * (Math.min(untilMs, levels[i + 1]?.ms ?? untilMs) - ms));
  return untilMs > 0 ? areas.reduce((sum, area) => sum + Math.max(0, area), 0) / untilMs : 0;
}

/** What a run did, all sources together. */
export interface RunTotals {
  readonly sources: number;
  readonly failed: number;
  readonly answered: number;
  readonly retried: number;
  readonly missed: number;
  readonly bytes: number;
  readonly rows: number;
  readonly rejected: number;
}

export const totalsOf = (rows: readonly RunRow[]): RunTotals => {
  const sum = (of: (row: RunRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    sources: rows.length,
    failed: rows.filter(({ status }) => status === 'failed').length,
    answered: sum(({ requests }) => requests.answered),
    retried: sum(({ requests }) => requests.retried),
    missed: sum(({ requests }) => requests.failed),
    bytes: sum(({ bytes }) => bytes),
    rows: sum((row) => row.rows),
    rejected: sum(({ rejected }) => rejected),
  };
};

/** Sources of whose name, id, kind, status or error all words are a part. */
export function fittingRows(rows: readonly RunRow[], words: string): RunRow[] {
  const asked = plain(words).split(' ');
  return rows.filter(({ name, id, kind, status, error }) => {
    const text = plain([name, id, kind, status, error ?? ''].join(' '));
    return asked.every((word) => text.includes(word));
  });
}

/** When the last thing of a run happened that is told, at the least its length, in ms. */
export const endOf = (rows: readonly RunRow[], ms: number): number =>
  rows.reduce((end, { times }) => Math.max(end, times?.endedMs ?? 0), Math.max(ms, 1));
