import type { Change } from '../model/change.js';

/** An ISO day, or an instant on it, as far as it is written. */
const moment = /^\d{4}-\d{2}-\d{2}(T[\d:.]*Z?)?$/;

/** The runs that changes tell of, and the last one, by their `startedAt`, the oldest first. */
export const runsIn = (changes: readonly Pick<Change, 'run' | 'since'>[], last: string | undefined): string[] =>
  [
    ...new Set([...changes.flatMap(({ run, since }) => [run ?? [], since ?? []].flat()), ...(last ? [last] : [])]),
  ].sort();

/**
 * The run that a name means: its `startedAt` or the beginning of one, such as a day. A day or an instant between two runs means
 * itself, for a run that changed nothing is not told of. Several where it may be one of these; none where it is no run.
 */
export function runNamed(name: string, runs: readonly string[]): readonly string[] {
  if (!moment.test(name)) return [];
  const found = runs.includes(name) ? [name] : runs.filter((run) => run.startsWith(name));
  if (found.length > 0) return found;
  const [first, last] = [runs[0], runs.at(-1)];
  return first !== undefined && last !== undefined && first < name && name < last ? [name] : [];
}
