import type { Wait } from './slowMirror.js';

/** Where the time of a run goes beside its requests, in ms. */
export interface Idle {
  /** From the start of the run to the first request. */
  readonly before: number;
  /** From the last answer to the end of the run. */
  readonly after: number;
  /** In between: the time of one slot on average in which no request was under way. */
  readonly between: number;
}

/** `from` and `to` are the start and the end of the run, in ms since 1970. */
export function idleOf(
  waits: readonly Wait[],
  concurrency: number,
  { from, to }: { readonly from: number; readonly to: number },
): Idle {
  const first = Math.min(...waits.map(({ at }) => at));
  const last = Math.max(...waits.map(({ at, ms }) => at + ms));
  const turns = waits.flatMap(({ at, ms }) => [
    { at, by: 1 },
    { at: at + ms, by: -1 },
  ]);
  let underWay = 0;
  let before = first;
  let between = 0;
  for (const { at, by } of turns.sort((a, b) => a.at - b.at)) {
    between += (Math.max(0, concurrency - underWay) / concurrency) * (at - before);
    underWay += by;
    before = at;
  }
  return { before: first - from, after: to - last, between };
}
