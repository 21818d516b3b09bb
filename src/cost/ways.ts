import type { Inside, Part } from './reading.js';

const parts: readonly Part[] = ['cache', 'inputAudio', 'inputImage', 'reasoning', 'outputAudio', 'outputImage'];

/** How many units each part has. */
export type Amounts = Readonly<Record<Part, number>>;

/** The ways in which the parts that counted something may stand, in their whole or beside it, those nearest to the habit first. */
export function waysFrom(habit: Inside, amounts: Amounts): readonly Inside[] {
  let ways = [{ way: habit, apart: 0 }];
  for (const part of parts.filter((one) => amounts[one] > 0))
    ways = ways.flatMap(({ way, apart }) => [
      { way, apart },
      { way: { ...way, [part]: !way[part] }, apart: apart + 1 },
    ]);
  return ways.sort((a, b) => a.apart - b.apart).map(({ way }) => way);
}

/** The units that stand beside their whole. */
export const beside = (way: Inside, amounts: Amounts): number =>
  parts.reduce((all, part) => all + (way[part] ? 0 : amounts[part]), 0);
