import type { Draft } from '../../model/draft.js';
import type { Tier } from '../../model/cost.js';
import { perUnit } from '../parse/money.js';
import { type Variant, variantOf, variantPrices } from '../parse/variants.js';
import type { Pricing } from './price.js';

type Price = Pick<Draft, 'cost' | 'tiers'>;

/** Per image, by resolution and quality where they matter, and per image that goes in. */
export function imagePrices(model: Pricing): Price {
  const own = perUnit(model.generation.usd) ?? perUnit(model.inpaint.usd);
  const sizes = [...leaves(model.resolutions), ...leaves(model.quality)].filter(isPaid);
  const { base, tiers } = variantPrices('perImage', [{ variant: '', price: own }, ...sizes]);
  const upscaled = leaves(model.upscale, 'upscale').flatMap((entry) =>
    entry.price ? [{ when: { variant: entry.variant }, cost: { perImage: entry.price } }] : [],
  );
  const taken = inputImages(model);
  return {
    cost: { perImage: base, perInputImage: taken.perInputImage },
    tiers: [...tiers, ...upscaled, ...taken.tiers],
  };
}

/** A size at 0 is one without a price. */
const isPaid = ({ price }: Variant): boolean => price !== 0;

/** Images that go in cost from the first one on that is not included. */
function inputImages({ inputImages: { included, additional } }: Pricing): {
  perInputImage: number | null;
  tiers: Tier[];
} {
  const price = perUnit(additional.usd);
  const above = Number(included ?? 0);
  if (price === null || !(above > 0)) return { perInputImage: price, tiers: [] };
  return { perInputImage: null, tiers: [{ when: { quantityAbove: above }, cost: { perInputImage: price } }] };
}

/** Per piece of music, by its length where it matters. */
export function requestPrices(type: string, model: Pricing): Price {
  const own = type === 'music' ? perUnit(model.generation.usd) : null;
  const lengths = leaves(model.durations)
    .filter(isPaid)
    .map((entry) => ({ ...entry, variant: `${entry.variant} s` }));
  const { base, tiers } = variantPrices('perRequest', [{ variant: '', price: own }, ...lengths]);
  return { cost: { perRequest: base }, tiers };
}

/** The prices in nested objects such as `{"1K": {"high": {"usd": 0.26}}}`, each named by its keys. */
export function leaves(value: unknown, ...keys: readonly string[]): Variant[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  if ('usd' in value) return [{ variant: variantOf(...keys), price: perUnit(value.usd) }];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, ...keys, key));
}
