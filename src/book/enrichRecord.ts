import { cost as costSchema } from '../model/cost.js';
import { model as modelSchema } from '../model/model.js';
import type { Offer } from '../settle/settle.js';
import type { Prices } from '../settle/law.js';
import { pricesIn } from '../settle/prices.js';
import { sortedNotes } from '../sources/facts.js';
import { type Answer, offerFrom, type PriceBook, type Query } from './priceBook.js';

/** A JSON object of which little is known. */
export type LooseRecord = Readonly<Record<string, unknown>>;

/** The fields of a record that its enrichment depends on or changes; it is the same whatever else the record has. */
export const enrichedFields = [
  ...(['id', 'provider', 'name', 'mode', 'modalities', 'model'] as const),
  ...(['cost', 'tiers', 'pricing', 'from', 'sources'] as const),
];

/** A record as far as it matters here. */
type Asked = { readonly [field in (typeof enrichedFields)[number]]?: unknown };

/** What a record is filled with. */
export type Filling = Pick<Answer, 'cost' | 'tiers' | 'pricing' | 'from' | 'sources'>;

/** What is asked of a price book. */
export interface EnrichingBook extends Pick<PriceBook, 'settle' | 'modelOf'> {
  readonly price: (query: Query) => Promise<Filling>;
}

const { pricing: pricingSchema, modalities: modalitiesSchema, mode: modeSchema } = modelSchema.shape;

const isObject = (value: unknown): value is LooseRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Enriches a record that may be partial: id and provider are enough. One that names an offer of the table gets the table's
 * answer. Unknown fields and those with a value are kept as they are; a record without id or provider, with its whole
 * price, or with one that can't be read or believed comes back unchanged. All others are told which model they are.
 */
export async function enrichRecord(record: LooseRecord, book: EnrichingBook): Promise<LooseRecord> {
  const { id, provider, name, model: known = null }: Asked = record;
  if (typeof id !== 'string' || typeof provider !== 'string' || isStrange(record)) return record;
  const own = statedIn(record);
  if (own && isSettled(own)) return record;
  const query = { id, provider: provider.toLowerCase(), name: typeof name === 'string' ? name : null };
  const asked = own ?? (isAnswered(record) ? { ...offerFrom(query), ...aboutIt(record) } : null);
  const answer = asked ? book.settle({ ...asked, ...query }) : await book.price(query);
  if (own && answer.pricing.source !== own.pricing.source) return record;
  const model = known === null ? book.modelOf(query) : null;
  return { ...withAnswer(record, answer), ...(model && { model }) };
}

const costOf = ({ cost }: Asked): LooseRecord => (isObject(cost) ? cost : {});

/** A price that is there in a form which is not ours. */
const isStrange = (record: Asked): boolean => {
  if (!isObject(record.cost ?? {})) return true;
  const { input = null, output = null } = costOf(record);
  return [input, output].some((price) => price !== null && typeof price !== 'number');
};

/** The prices that a record states itself: they are its provider's word. */
function statedIn(record: Asked): Offer | null {
  const ours = Object.entries(costOf(record)).filter(([field]) => field in costSchema.shape);
  const cost = Object.fromEntries(pricesIn(Object.fromEntries(ours) as Prices));
  if (Object.keys(cost).length === 0) return null;
  const offer = { ...offerFrom({ id: '', provider: '' }), ...aboutIt(record), cost };
  const { source, status } = offer.pricing;
  return {
    ...offer,
    pricing: { ...offer.pricing, source: source ?? 'provider', status: status === 'unknown' ? 'priced' : status },
  };
}

/** What else the record says of itself, in our terms. */
const aboutIt = ({ pricing, modalities, mode }: Asked): Partial<Offer> => ({
  ...(pricingSchema.safeParse(pricing).success && { pricing: pricingSchema.parse(pricing) }),
  ...(modalitiesSchema.safeParse(modalities).success && { modalities: modalitiesSchema.parse(modalities) }),
  ...(modeSchema.safeParse(mode).data && { mode: modeSchema.parse(mode) }),
});

/** A record that says itself why it has no price: free, variable, a plan, or none that its provider states. */
const isAnswered = ({ pricing }: Asked): boolean => {
  const said = pricingSchema.safeParse(pricing).data;
  return (
    said !== undefined &&
    (['free', 'variable', 'plan'].includes(said.status) || said.issues.some(({ code }) => code === 'no-list-price'))
  );
};

/** Nothing is missing: it was settled before, who states what goes in also states what comes out, or there is no input price to go by. */
const isSettled = ({ cost, pricing }: Offer): boolean =>
  pricing.confidence !== null || typeof cost.output === 'number' || typeof cost.input !== 'number';

function withAnswer(record: Asked, { cost, tiers, pricing, from, sources }: Filling): LooseRecord {
  const before = costOf(record);
  const added = Object.entries(cost).filter(([field, price]) => price !== null && (before[field] ?? null) === null);
  const notes = record.from ?? {};
  return {
    ...record,
    ...(added.length > 0 && { cost: { ...before, ...Object.fromEntries(added) } }),
    ...(tiers.length > 0 && !Array.isArray(record.tiers) && { tiers }),
    pricing: { ...(isObject(record.pricing) ? record.pricing : {}), ...pricing },
    ...(Object.keys(from).length > 0 &&
      isObject(notes) && { from: sortedNotes({ ...(notes as Record<string, string>), ...from }) }),
    ...(Object.keys(sources).length > 0 && record.sources === undefined && { sources }),
  };
}
