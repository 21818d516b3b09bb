import {
  cost as costSchema,
  type CostField,
  type Issue,
  type Match,
  type Model,
  type PriceStatus,
} from '../model/model.js';
import { agreeOn } from './agree.js';
import type { FoundPrice, PriceIndex } from './priceIndex.js';

/** How prices are applied. */
export interface EnrichOptions {
  /** 0…1: matches below it are reported and not applied. Default 0. */
  readonly minConfidence?: number;
  /** What `pricing.source` says of a filled price. Default `helicone`. */
  readonly source?: string;
}

/** What a list of prices changes in a record: only these fields. */
interface Enrichment {
  readonly cost: Partial<Record<CostField, number>>;
  readonly pricing: Pricing;
  /** What `source.filled` says of single prices added to those of somebody else. */
  readonly filled?: Readonly<Record<string, string>>;
}

type Pricing = Model['pricing'];

/** What enrichment has to know of an offer; the cost may be partial. */
export interface Offer {
  readonly id: string;
  readonly provider: string;
  readonly name: string | null;
  readonly cost: Readonly<Record<string, unknown>>;
  readonly pricing: Pricing;
}

const FIELDS = costSchema.keyof().options;
/** The provider has spoken: these are answers, not gaps. */
const SETTLED: ReadonlySet<PriceStatus> = new Set(['free', 'variable', 'plan', 'priced']);

/**
 * Works out what an offer gains from a price list: nothing if it has a price of its own, the output price if it only lacks
 * that and the row agrees with its input, and otherwise the price of its row or the reason why there is none.
 * @returns null where nothing changes
 */
export function enrichmentOf(offer: Offer, index: PriceIndex, options: EnrichOptions = {}): Enrichment | null {
  const stated = (field: string): boolean => offer.cost[field] !== null && offer.cost[field] !== undefined;
  if (stated('input') && !stated('output')) return missingOutput(offer, index, options);
  if (SETTLED.has(offer.pricing.status) || FIELDS.some(stated)) return null;
  return wholePrice(offer, index, options);
}

/** The output that belongs to the input; the price stays that of who states it, or becomes the list's where nobody is named. */
function missingOutput(offer: Offer, index: PriceIndex, options: EnrichOptions): Enrichment | null {
  const { minConfidence = 0, source = 'helicone' } = options;
  const { status } = offer.pricing;
  const { input } = offer.cost;
  if (typeof input !== 'number' || (status !== 'priced' && status !== 'unknown')) return null;
  const finding = index.find(offer);
  if ('refused' in finding || finding.match.confidence < minConfidence) return null;
  const { cost, match } = finding;
  if (cost.output === undefined || cost.input === undefined || !agreeOn(cost.input, input)) return null;
  const pricing: Pricing = { ...offer.pricing, status: 'priced', source: offer.pricing.source ?? source, match };
  return { cost: { output: cost.output }, pricing, filled: { 'cost.output': source } };
}

function wholePrice(offer: Offer, index: PriceIndex, options: EnrichOptions): Enrichment {
  const finding = index.find(offer);
  if ('refused' in finding) return unpriced(offer, null, [{ code: 'no-match', detail: finding.refused }]);
  const { minConfidence = 0 } = options;
  const { match } = finding;
  if (match.confidence < minConfidence) {
    const detail = `${match.provider} ${match.model} (${match.strategy}): ${match.confidence} is below ${minConfidence}`;
    return unpriced(offer, null, [{ code: 'low-confidence', detail }]);
  }
  return priceOf(offer, finding, options);
}

function priceOf(
  offer: Offer,
  { cost, issues, match }: FoundPrice,
  { source = 'helicone' }: EnrichOptions,
): Enrichment {
  const prices = Object.values(cost);
  if (prices.length === 0) return { ...unpriced(offer, match, issues), cost: {} };
  const status = prices.every((price) => price === 0) ? 'free' : 'priced';
  return { cost, pricing: { status, source, match, issues: merged(offer.pricing.issues, issues) } };
}

/** No price: quarantined if a row was found, and otherwise as before. */
function unpriced({ pricing }: Offer, match: Match | null, issues: readonly Issue[]): Enrichment {
  const status = match === null ? pricing.status : 'quarantined';
  return { cost: {}, pricing: { ...pricing, status, match, issues: merged(pricing.issues, issues) } };
}

/** `source.filled` with what was added to it, in the order of its keys. */
export const noted = <Origin>(
  before: Readonly<Record<string, Origin>>,
  filled: Readonly<Record<string, Origin>>,
): Record<string, Origin> =>
  Object.fromEntries(Object.entries({ ...before, ...filled }).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Issues, each once: enriching twice says nothing twice. */
const merged = (issues: readonly Issue[], more: readonly Issue[]): Issue[] => [
  ...issues,
  ...more.filter(({ code, detail }) => !issues.some((old) => old.code === code && old.detail === detail)),
];
