import { usdPerMillion } from '../../book/models/price.js';
import type { FoundModel, SoldOffer } from '../../book/models/query.js';
import { leastConfidence } from '../../settle/leastConfidence.js';
import type { Shown } from './format.js';
import { kindShown } from '../../book/models/soldWords.js';

const priceIn = ({ cheapest }: FoundModel, side: 'input' | 'output'): string | null => {
  const price = cheapest?.offer.cost[side];
  return typeof price === 'number' ? usdPerMillion(price) : null;
};

/** What stands in the place of a price where none is by token. */
const instead = ({ cheapest, offers, free }: FoundModel): string => {
  if (cheapest) return '-';
  if (offers.some(({ pricing }) => pricing.status === 'priced')) return 'not by token';
  const [first] = offers;
  return first ? first.pricing.status : free.length > 0 ? 'free' : '-';
};

const shownFlag = (flag: boolean | null): string => (flag === null ? '-' : flag ? 'yes' : 'no');

/** What a reader should know of a price that is maybe not right. */
const doubt = ({ offer: { pricing } }: SoldOffer): string =>
  pricing.confidence !== null && pricing.confidence < leastConfidence ? `, chance ${pricing.confidence}` : '';

/** Models that were found. */
export const modelsShown: Shown<FoundModel> = {
  columns: [
    { head: 'model', cell: ({ key }) => key },
    { head: 'mode', givesWay: 3, cell: ({ mode }) => mode ?? '-' },
    { head: 'context', isNumber: true, givesWay: 5, cell: ({ contextTokens }) => contextTokens ?? '-' },
    { head: 'tools', givesWay: 4, cell: ({ tools }) => shownFlag(tools) },
    { head: 'reasons', givesWay: 2, cell: ({ reasoning }) => shownFlag(reasoning) },
    { head: 'input', isNumber: true, cell: (model) => priceIn(model, 'input') ?? instead(model) },
    { head: 'output', isNumber: true, cell: (model) => priceIn(model, 'output') ?? (model.cheapest ? '-' : '') },
    {
      head: 'cheapest at',
      cell: ({ cheapest }) => (cheapest ? `${cheapest.offer.provider} (${kindShown(cheapest)})${doubt(cheapest)}` : ''),
    },
    { head: 'offers', isNumber: true, cell: ({ offers }) => offers.length },
    { head: 'free', isNumber: true, givesWay: 1, cell: ({ free }) => (free.length > 0 ? free.length : '') },
  ],
  csv: [
    { name: 'model', value: ({ key }) => key },
    { name: 'lab', value: ({ lab }) => lab },
    { name: 'mode', value: ({ mode }) => mode },
    { name: 'context_tokens', value: ({ contextTokens }) => contextTokens },
    { name: 'tools', value: ({ tools }) => tools },
    { name: 'reasoning', value: ({ reasoning }) => reasoning },
    { name: 'release_date', value: ({ releaseDate }) => releaseDate },
    { name: 'input_usd_per_1m', value: (model) => priceIn(model, 'input') },
    { name: 'output_usd_per_1m', value: (model) => priceIn(model, 'output') },
    { name: 'cheapest_provider', value: ({ cheapest }) => cheapest?.offer.provider ?? null },
    { name: 'cheapest_id', value: ({ cheapest }) => cheapest?.offer.id ?? null },
    { name: 'cheapest_provider_kind', value: ({ cheapest }) => cheapest?.kind ?? null },
    { name: 'cheapest_sold', value: ({ cheapest }) => cheapest?.sold ?? null },
    { name: 'offers', value: ({ offers }) => offers.length },
    { name: 'free_offers', value: ({ free }) => free.length },
  ],
  json: modelRow,
};

/** For programs; prices in USD per 1K tokens, as everywhere in the data. */
function modelRow({ key, line, why, cheapest, offers, free, ...facts }: FoundModel) {
  const named = (some: typeof offers) => some.map(({ provider, id }) => ({ provider, id }));
  return {
    ...{ model: key, line, ...(why !== null && { why }), ...facts },
    cheapest: cheapest && {
      ...{ provider: cheapest.offer.provider, id: cheapest.offer.id, kind: cheapest.kind, sold: cheapest.sold },
      ...{ cost: cheapest.offer.cost, confidence: cheapest.offer.pricing.confidence },
    },
    offers: named(offers),
    free: named(free),
  };
}
