/**
 * The prices without those that are 0, for lists in which 0 says "none" (no cache price, no output of an embedding)
 * and not "free". Where all are 0 they stay, so that the record can tell that nothing but zeros was stated.
 */
export function withoutZeros<Cost extends { readonly [field: string]: number | null | undefined }>(cost: Cost) {
  const left: { [field in keyof Cost]: number | null | undefined } = { ...cost };
  let isPaid = false;
  for (const field in left) if ((left[field] ?? 0) > 0) isPaid = true;
  if (isPaid) for (const field in left) if (left[field] === 0) left[field] = null;
  return left;
}
