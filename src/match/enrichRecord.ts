import { enrichmentOf, type EnrichOptions, noted, type Offer } from './enrich.js';
import { model as modelSchema, type Model } from '../model/model.js';
import type { PriceIndex } from './priceIndex.js';

/** A JSON object of which little is known. */
type LooseRecord = Readonly<Record<string, unknown>>;

const pricingSchema = modelSchema.shape.pricing;
const NOTHING: Model['pricing'] = { status: 'unknown', source: null, match: null, issues: [] };

const isObject = (value: unknown): value is LooseRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Enriches a record that may be partial: id and provider are enough. Unknown fields and those with a value are kept as they
 * are; a record without id or provider comes back unchanged.
 */
export function enrichRecord(record: LooseRecord, lists: readonly PriceIndex[], options?: EnrichOptions): LooseRecord {
  const { id, provider, name, pricing } = record;
  if (typeof id !== 'string' || typeof provider !== 'string') return record;
  const cost = isObject(record['cost']) ? record['cost'] : {};
  const known = pricingSchema.safeParse(pricing);
  const offer: Offer = {
    id,
    provider,
    name: typeof name === 'string' ? name : null,
    cost,
    pricing: known.success ? known.data : NOTHING,
  };
  const enrichment = enrichmentOf(offer, lists, options);
  if (enrichment === null) return record;
  const filled = Object.keys(enrichment.cost).length > 0;
  const kept = isObject(pricing) ? pricing : {};
  return {
    ...record,
    ...(filled ? { cost: { ...cost, ...enrichment.cost } } : {}),
    pricing: { ...kept, ...enrichment.pricing },
    ...(enrichment.filled && withOrigin(record['source'], enrichment.filled)),
  };
}

/** Where the filled prices come from, noted in `source.filled`; a source of another form stays as it is. */
function withOrigin(source: unknown, filled: Readonly<Record<string, string>>): { source?: LooseRecord } {
  const kept = source ?? {};
  if (!isObject(kept)) return {};
  const before = kept['filled'] ?? {};
  return isObject(before) ? { source: { ...kept, filled: noted(before, filled) } } : {};
}
