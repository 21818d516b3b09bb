/**
 * The prices without those that are 0, for lists in which 0 says "none" (no cache price, no output of an embedding)
 * and not "free". Where all are 0 they stay, so that the record can tell that nothing but zeros was stated.
 */
export function withoutZeros<Cost extends { readonly [field: string]: number | null | undefined }>(cost: Cost) {
  const paid = Object.values(cost).some((value) => typeof value === 'number' && value > 0);
  return Object.fromEntries(
    Object.entries(cost).map(([field, value]) => [field, paid && value === 0 ? null : value]),
  ) as {
    [field in keyof Cost]: number | null | undefined;
  };
}
