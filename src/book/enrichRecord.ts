import type { Identity } from '../model/identity.js';
import type { Offer } from '../settle/settle.js';
import { sortedNotes } from '../sources/facts.js';
import { costOf, isObject, type LooseRecord } from './looseRecord.js';
import type { Query } from './query.js';
import type { Brief } from './settledPart.js';

type Field = (typeof enrichedFields)[number];

/**
 * The fields of a record that its enrichment depends on or changes, those that it adds in their order; it is the same whatever
 * else the record has.
 */
export const enrichedFields = [
  ...(['id', 'provider', 'name', 'mode', 'modalities'] as const),
  ...(['cost', 'tiers', 'pricing', 'from', 'sources', 'model'] as const),
];

/** Those of them of which it matters what kind of value they have, such as null or a list, and never which. */
export const fieldsByKind: ReadonlySet<string> = new Set<Field>(['model', 'tiers', 'sources']);

/** A record as far as it matters here. */
type Asked = { readonly [field in Field]?: unknown };

/** What a record is filled with. */
export type Filling = Pick<Brief, 'cost' | 'tiers' | 'pricing' | 'from' | 'sources'>;

/** What of a price book a record takes. */
export interface EnrichingBook {
  readonly price: (query: Query) => Promise<Filling>;
  readonly settle: (offer: Offer) => Filling | Promise<Filling>;
  readonly modelOf: (query: Query) => Identity | null | Promise<Identity | null>;
}

/**
 * Enriches a record that may be partial: id and provider are enough. One that names an offer of the table gets the table's
 * answer. Unknown fields and those with a value are kept as they are; a record without id or provider, with its whole
 * price, or with one that can't be read or believed comes back unchanged. All others are told which model they are.
 */
export async function enrichRecord(record: LooseRecord, book: EnrichingBook): Promise<LooseRecord> {
  const { id, provider, name, model: known = null }: Asked = record;
  if (typeof id !== 'string' || typeof provider !== 'string' || isStrange(record)) return record;
  const word = isSilent(record) ? undefined : await import('./ownWord.js');
  if (word?.isWhole(record)) return record;
  const own = word?.statedIn(record) ?? null;
  // It was settled before.
  if (own && own.pricing.confidence !== null) return record;
  const query = { id, provider: provider.toLowerCase(), name: typeof name === 'string' ? name : null };
  const asked = word?.askedIn(record, query, own) ?? null;
  const answer = asked ? await book.settle(asked) : await book.price(query);
  if (own && answer.pricing.source !== own.pricing.source) return record;
  const model = known === null ? await book.modelOf(query) : null;
  return { ...withAnswer(record, answer), ...(model && { model }) };
}

/** Says nothing of a price, so that there is nothing to read, and no schema to load. */
const isSilent = ({ cost, pricing }: Asked): boolean => (cost ?? pricing ?? null) === null;

/** A price that is there in a form which is not ours. */
const isStrange = (record: Asked): boolean => {
  if (!isObject(record.cost ?? {})) return true;
  const { input = null, output = null } = costOf(record);
  return [input, output].some((price) => price !== null && typeof price !== 'number');
};

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
