import type { RunState } from '../../../operators/followRun/runState.js';
import { etaMs } from './etaMs.js';
import { widthOf } from '../widthOf.js';

/** Whole seconds, for what changes ten times a second is hard to read; minutes where there are some. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 100 ? `${seconds}s` : `${Math.floor(seconds / 60)}m ${String(seconds % 60).padStart(2, '0')}s`;
}

/** Parts of the line in the order in which they are left out where there is no room. */
const leaving = ['running', 'elapsed', 'share', 'eta'] as const;

/** `Progress: 15/45 (33.3%) - 5 running - Elapsed: 45s - ETA: 90s`, or as much of it as fits into `width` columns. */
export function headline(state: RunState, width: number, now: number): string {
  const { done, total, running, startedAt } = state;
  const eta = etaMs(state, now);
  const parts = {
    share: total === 0 ? '' : ` (${((100 * done) / total).toFixed(1)}%)`,
    running: ` - ${running.size} running`,
    elapsed: ` - Elapsed: ${duration(now - startedAt)}`,
    eta: ` - ETA: ${eta === null ? '?' : eta < 500 ? 'soon' : duration(eta)}`,
  };
  const lines = [0, 1, 2, 3, 4].map((out) => {
    const kept = (['share', 'running', 'elapsed', 'eta'] as const).filter((name) => leaving.indexOf(name) >= out);
    return `Progress: ${done}/${total}${kept.map((name) => parts[name]).join('')}`;
  });
  return lines.find((line) => widthOf(line) <= width) ?? '';
}
