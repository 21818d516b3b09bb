import type { PriceRow } from '../../../model/price.js';
import { stated } from '../../parse/money.js';
import { variantPrices } from '../../parse/variants.js';
import type { Price, Rates } from './row.js';
import { usd } from './usd.js';

/** What is made whole, by the key of what is paid for, with the words for a part of it. */
const partial = [
  ['input_video_essential', 'perSecond', 'video input, essential'],
  ['input_video_standard', 'perSecond', 'video input, standard'],
  ['input_video_plus', 'perSecond', 'video input, plus'],
  ['web_search_low_context', 'perRequest', 'low search context'],
  ['web_search_medium_context', 'perRequest', 'medium search context'],
  ['web_search_high_context', 'perRequest', 'high search context'],
] as const;

/** USD: no image costs less; such a number is in dollars, or the price of a token. */
const cheapestImage = 0.001;

const image = (quoted: Price): number | null => {
  const price = usd(quoted);
  return price !== null && price >= cheapestImage ? price : null;
};

/** What is not paid for by tokens: the model's own price, and those of single sizes, resolutions and the like. */
export function madeOf(rates: Rates): Made {
  const known = made.get(rates) ?? worked(rates);
  made.set(rates, known);
  return known;
}

interface Made {
  readonly cost: PriceRow['cost'];
  readonly tiers: NonNullable<PriceRow['tiers']>;
}

/** Asked for by the price and by its tiers. */
const made = new WeakMap<Rates, Made>();

function worked({ images, seconds, additional_units: units }: Rates): Made {
  const sizes = [...images, { ...units.image_1k, variant: '1K' }].map(({ variant, price }) => ({
    ...{ variant: variant ?? '', price: image({ price }) },
  }));
  const lengths = [{ ...units.video_seconds, variant: '' }, ...seconds].map(({ variant, price }) => ({
    ...{ variant: variant ?? '', price: usd({ price }) },
  }));
  const perImage = variantPrices('perImage', sizes);
  const perSecond = variantPrices('perSecond', lengths);
  const parts = partial.map(([key, field, variant]) => ({ when: { variant }, cost: { [field]: usd(units[key]) } }));
  return {
    cost: stated({ perImage: perImage.base, perSecond: perSecond.base, perMegapixel: image(units.megapixels) }),
    tiers: [...perImage.tiers, ...perSecond.tiers, ...parts].map(({ when, cost }) => ({ when, cost: stated(cost) })),
  };
}
