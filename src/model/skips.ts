/** Why a row is skipped, in words. */
export const notOffered = 'not on offer';
export const doubled = "another one's double";
export const unnamed = 'without an id';
export const beyondLimit = 'beyond --limit';

type Skips = Readonly<Record<string, number>>;

/** Rows by why they are skipped, counted together; a reason that nobody has is none. */
export function plusSkips(...all: readonly (Skips | undefined)[]): Skips {
  const sums: Record<string, number> = {};
  for (const [why, rows] of all.flatMap((skips) => Object.entries(skips ?? {})))
    if (rows > 0) sums[why] = (sums[why] ?? 0) + rows;
  return sums;
}

/** As a snapshot has them: absent where there are none. */
export const skipsField = (skips: Skips): { readonly skips?: Record<string, number> } =>
  Object.keys(skips).length === 0 ? {} : { skips };
