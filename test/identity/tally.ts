/** How often each key comes. */
export function tally(keys: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Two keys as one. */
export const joint = (a: string, b: string): string => `${a}\u0000${b}`;

/** A share, 1 of nothing. */
export const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/** The mean, 1 of nothing. */
export const mean = (numbers: readonly number[]): number =>
  share(
    numbers.reduce((a, b) => a + b, 0),
    numbers.length,
  );
