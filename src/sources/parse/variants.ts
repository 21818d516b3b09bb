import type { CostField, Tier } from '../../model/cost.js';

/** A price under a condition in the provider's words, such as `1K high`; '' is the price without one. */
export interface Variant {
  readonly variant: string;
  readonly price: number | null;
}

/**
 * What a list of prices by size, quality or the like says of one field: the price that all share, or the one without
 * a condition, is the model's own; where they differ each condition is a tier.
 */
export function variantPrices(
  field: CostField,
  variants: readonly Variant[],
): { readonly base: number | null; readonly tiers: Tier[] } {
  const known = variants.filter((entry): entry is Variant & { price: number } => entry.price !== null);
  const plain = known.find(({ variant }) => variant === '');
  const [first] = known;
  if (known.every(({ price }) => price === first?.price)) return { base: first?.price ?? null, tiers: [] };
  return {
    base: plain?.price ?? null,
    tiers: known.flatMap(({ variant, price }) => (variant ? [{ when: { variant }, cost: { [field]: price } }] : [])),
  };
}

/** The words of a condition, those that are not given left out. */
export const variantOf = (...words: readonly (string | null | undefined)[]): string =>
  words.filter((word) => word && word !== 'default').join(' ');
