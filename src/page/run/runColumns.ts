import { compared, sortingOf } from '../offers/sorting.js';
import type { RunRow } from './timeline.js';

/** A column of the table of sources. */
export interface RunColumn {
  /** In the address. */
  readonly id: string;
  readonly head: string;
  readonly value: (row: RunRow) => string | number | undefined;
  readonly text?: (row: RunRow) => string;
}

/** Bytes for people. */
export function bytesText(bytes: number): string {
  const [divisor, unit] = bytes >= 1e6 ? [1e6, 'MB'] : bytes >= 1e3 ? [1e3, 'KB'] : [1, 'B'];
  return `${Number((bytes / divisor).toPrecision(3)).toLocaleString('en')} ${unit}`;
}

/** A time for people: ms below a second, then seconds, minutes from two on. */
export function timeText(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const seconds = ms / 1000;
  return seconds < 120
    ? `${Number(seconds.toPrecision(3))} s`
    : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** The figures of a source, beside its name and its bar. */
export const runColumns: readonly RunColumn[] = [
  { id: 'ms', head: 'fetched in', value: ({ ms }) => ms, text: ({ ms }) => timeText(ms) },
  { id: 'items', head: 'offers or prices', value: ({ items }) => items },
  { id: 'rows', head: 'rows', value: ({ rows }) => rows },
  { id: 'rejected', head: 'rejected', value: ({ rejected }) => rejected },
  { id: 'requests', head: 'requests', value: ({ requests }) => requests.answered },
  { id: 'retried', head: 'retried', value: ({ requests }) => requests.retried },
  { id: 'missed', head: 'failed', value: ({ requests }) => requests.failed },
  { id: 'bytes', head: 'bytes', value: ({ bytes }) => bytes, text: ({ bytes }) => bytesText(bytes) },
];

/** What rows are sorted by beside the columns of figures: the name, when something first happened, the status. */
export const otherColumns = {
  name: { id: 'name', head: 'source', value: ({ name }) => name.toLowerCase() },
  start: { id: 'start', head: 'when', value: ({ times }) => times && startOf(times) },
  status: { id: 'status', head: 'status', value: ({ status }) => status },
} as const satisfies Readonly<Record<string, RunColumn>>;

const startOf = (times: NonNullable<RunRow['times']>): number =>
  Math.min(times.endedMs, ...[...times.fetching, ...times.parsing].map(([from]) => from));

const all: readonly RunColumn[] = [...Object.values(otherColumns), ...runColumns];

/** Rows in the order that an address names, by when they began where it names none; unknown values stand last. */
export function inRunOrder(rows: readonly RunRow[], sort: string): RunRow[] {
  const [asked] = sortingOf(sort);
  const column = all.find(({ id }) => id === asked?.id) ?? otherColumns.start;
  return rows.toSorted((a, b) => {
    const [x, y] = [column.value(a), column.value(b)];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    return (asked?.desc ? -1 : 1) * compared(x, y) || (a.id < b.id ? -1 : 1);
  });
}
