import type { RunState } from '../../../operators/followRun/runState.js';

/**
 * How long a run will go on, in ms, by how long each source took in the last one; by the pace so far where nobody knows of any,
 * and null before the first one is done. `now` in ms since 1970.
 */
export function etaMs({ left, meanMs, running, ...state }: RunState, now: number): number | null {
  if (meanMs === null)
    return state.done === 0 ? null : ((now - state.startedAt) / state.done) * (state.total - state.done);
  const rest = Array.from(left, ([key, lastMs = meanMs]) => {
    const source = running.get(key);
    if (!source) return lastMs;
    const isAnswered = source.asked > 0 && source.answered === source.asked;
    // Who asks again waits at the least until then.
    const retries = source.retries.map(({ at }) => at - now);
    return isAnswered ? 0 : Math.max(0, lastMs - (now - source.since), ...retries);
  });
  // The longest one is waited for, however many are read beside it.
  return Math.max(0, ...rest, rest.reduce((sum, ms) => sum + ms, 0) / state.concurrency);
}
