import { median } from './row.js';

/** What is measured in turns: milliseconds for one round, by name. */
export type Rounds = Readonly<Record<string, () => number | Promise<number>>>;

/**
 * Milliseconds of each, a round of one after a round of the other, so that what else the machine does slows all alike.
 * The first round only warms up.
 */
export async function turns<Name extends string>(
  work: Readonly<Record<Name, () => number | Promise<number>>>,
  rounds: number,
): Promise<Readonly<Record<Name, readonly number[]>>> {
  const names = Object.keys(work) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as unknown as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round++)
    for (const name of names) {
      const time = await work[name]();
      if (round > 0) times[name].push(time);
    }
  return times;
}

/** How many times as long one takes as the other: the middle of what each round says. */
export const ratioOf = (ours: readonly number[], floor: readonly number[]): number =>
  median(ours.map((time, round) => time / (floor[round] ?? NaN)));

/** Milliseconds that some work takes. */
export function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
