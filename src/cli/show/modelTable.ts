import type { OfferOfModel } from '../../book/offersOfModel.js';
import type { Facets } from '../../model/identity.js';
import { perMillion } from './explanation.js';
import { grid } from './grid.js';

/** The offers of one model as a table, prices in USD per 1M tokens. */
export const modelTable = (offers: readonly OfferOfModel[], columns?: number): string[] =>
  grid(
    ['offer', 'input', 'output', 'cache read', 'chance', 'stated by', 'what is special'],
    offers.map(({ offer: { provider, id, cost, pricing }, facets }) => [
      `${provider}/${id}`,
      ...(pricing.status === 'priced'
        ? [cost.input, cost.output, cost.cacheRead].map(perMillion)
        : [pricing.status, '', '']),
      pricing.confidence ?? '',
      pricing.source ?? '',
      said(facets).join(', '),
    ]),
    { columns, numbers: [1, 2, 3, 4] },
  );

const said = (facets: Facets): string[] =>
  Object.entries(facets).map(([name, value]) => (value === true ? name : `${name} ${String(value)}`));

/** The same for programs; prices in USD per 1K tokens, as everywhere in the data. */
export const modelRow = ({ offer, facets }: OfferOfModel) => {
  const { provider, id, cost, tiers, pricing } = offer;
  return { provider, id, facets, cost, tiers, pricing };
};
