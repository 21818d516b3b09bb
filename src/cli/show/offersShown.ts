import { usdPerMillion } from '../../book/models/price.js';
import type { SoldOffer } from '../../book/models/query.js';
import { kindShown, special } from '../../book/models/soldWords.js';
import type { Column, Shown } from './format.js';

type Price = 'input' | 'output' | 'cacheRead';

const priceIn = ({ offer: { cost, pricing } }: SoldOffer, field: Price): string | null => {
  const price = cost[field];
  return pricing.status === 'priced' && typeof price === 'number' ? usdPerMillion(price) : null;
};

/** A price for people; where there is none the first column says why. */
const cellOf = (row: SoldOffer, field: Price): string =>
  priceIn(row, field) ??
  (row.offer.pricing.status === 'priced' ? '-' : field === 'input' ? row.offer.pricing.status : '');

/** The offers of one model; `pictures` are columns beside the numbers. */
export const offersShown = (model: string, pictures: readonly Column<SoldOffer>[] = []): Shown<SoldOffer> => ({
  columns: [
    { head: 'offer', cell: ({ offer }) => `${offer.provider}/${offer.id}` },
    { head: 'kind', givesWay: 3, cell: kindShown },
    { head: 'input', isNumber: true, cell: (row) => cellOf(row, 'input') },
    { head: 'output', isNumber: true, cell: (row) => cellOf(row, 'output') },
    ...pictures,
    { head: 'cache read', isNumber: true, givesWay: 2, cell: (row) => cellOf(row, 'cacheRead') },
    { head: 'chance', isNumber: true, givesWay: 4, cell: ({ offer }) => offer.pricing.confidence ?? '' },
    { head: 'stated by', givesWay: 1, cell: ({ offer }) => offer.pricing.source ?? '' },
    { head: 'what is special', cell: ({ offer }) => special(offer).join(', ') },
  ],
  csv: [
    { name: 'model', value: () => model },
    { name: 'provider', value: ({ offer }) => offer.provider },
    { name: 'id', value: ({ offer }) => offer.id },
    { name: 'provider_kind', value: ({ kind }) => kind },
    { name: 'sold', value: ({ sold }) => sold },
    { name: 'price_status', value: ({ offer }) => offer.pricing.status },
    { name: 'input_usd_per_1m', value: (row) => priceIn(row, 'input') },
    { name: 'output_usd_per_1m', value: (row) => priceIn(row, 'output') },
    { name: 'cache_read_usd_per_1m', value: (row) => priceIn(row, 'cacheRead') },
    { name: 'confidence', value: ({ offer }) => offer.pricing.confidence },
    { name: 'stated_by', value: ({ offer }) => offer.pricing.source },
    { name: 'context_tokens', value: ({ offer }) => offer.limit.context },
    { name: 'status', value: ({ offer }) => offer.status },
    { name: 'special', value: ({ offer }) => special(offer).join('; ') },
  ],
  json: offerRow,
  document: (offers) => ({ model, offers }),
});

/** For programs; prices in USD per 1K tokens, as everywhere in the data. */
function offerRow({ offer, kind, sold }: SoldOffer) {
  const { provider, id, status, limit, cost, tiers, pricing, model } = offer;
  return { provider, id, kind, sold, facets: model?.facets ?? {}, status, limit, cost, tiers, pricing };
}
