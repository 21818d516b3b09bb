import { createHash } from 'node:crypto';
import { seeded } from '../../test/chaos/seeded.js';

/** Milliseconds: the least, the middle one, and the most. */
const least = 50;
const median = 250;
const most = 3_000;

/**
 * How long an answer to a request takes, in ms: lognormal with a median of 250 ms and a sigma of 1, cut off at 50 and 3,000, so
 * that one in a hundred takes ten times as long as the middle one. The same for the same seed and request, in whatever order
 * they come.
 */
export function latencyOf(seed: number, request: string): number {
  const next = seeded(createHash('sha256').update(`${seed} ${request}`).digest().readUInt32LE());
  const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return Math.min(most, Math.max(least, median * Math.exp(normal)));
}
