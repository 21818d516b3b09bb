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
  readonly minConfidence?: number | undefined;
}

/** A price of a list that was found for an offer and is not believed. */
export interface RefusedPrice {
  readonly list: string;
  /** The row's provider and model, in the list's names. */
  readonly row: string;
  readonly code: string;
  readonly detail: string;
}

/** A model as its provider states it, and the same joined with the price lists. From here on the two go together. */
export interface Joined {
  readonly model: Model;
  readonly enriched: Model;
  /** What the lists had for it and could not be believed. */
  readonly refused: readonly RefusedPrice[];
}

/** What a list of prices changes in a record: only these fields. */
interface Enrichment {
  readonly cost: Partial<Record<CostField, number>>;
  readonly pricing: Pricing;
  /** What `source.filled` says of single prices added to those of somebody else. */
  readonly filled?: Readonly<Record<string, string>>;
  readonly refused?: readonly RefusedPrice[];
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
 * Fills what a model's provider leaves open from the price lists, and says in `pricing` what was done and why. A price that
 * the provider states keeps every digit; a model to which nothing can be added comes back as it is.
 */
export function joinModel(model: Model, lists: readonly PriceIndex[], options?: EnrichOptions): Joined {
  const enrichment = enrichmentOf(model, lists, options);
  if (enrichment === null) return { model, enriched: model, refused: [] };
  const { cost, pricing, filled, refused = [] } = enrichment;
  const source = filled ? { ...model.source, filled: noted(model.source.filled ?? {}, filled) } : model.source;
  return { model, enriched: { ...model, cost: { ...model.cost, ...cost }, pricing, source }, refused };
}

/** `joinModel` for who wants the joined model alone. */
export const enrichModel = (model: Model, lists: readonly PriceIndex[], options?: EnrichOptions): Model =>
  joinModel(model, lists, options).enriched;

/**
 * Works out what an offer gains from price lists: the first that has a price for it gives it; where none has, the offer
 * says why of each.
 * @returns null where nothing changes
 */
export function enrichmentOf(
  offer: Offer,
  lists: readonly PriceIndex[],
  options: EnrichOptions = {},
): Enrichment | null {
  let refused: Enrichment | null = null;
  for (const list of lists) {
    const found = fromList({ ...offer, pricing: refused?.pricing ?? offer.pricing }, list, options);
    const refusals: readonly RefusedPrice[] = [...(refused?.refused ?? []), ...(found?.refused ?? [])];
    if (found && Object.keys(found.cost).length > 0) return { ...found, refused: refusals };
    refused = together(refused, found);
    if (refused) refused = { ...refused, refused: refusals };
  }
  return refused;
}

/** That one list does not know the model does not take back what another one said of it. */
function together(before: Enrichment | null, found: Enrichment | null): Enrichment | null {
  if (before === null || found === null) return found ?? before;
  const { match, status } = before.pricing;
  return found.pricing.match === null ? { ...found, pricing: { ...found.pricing, match, status } } : found;
}

/**
 * What one list says: nothing if the offer has a price of its own, the output price if it only lacks that and the row agrees
 * with its input, and otherwise the price of its row or the reason why there is none.
 */
function fromList(offer: Offer, index: PriceIndex, options: EnrichOptions): Enrichment | null {
  const stated = (field: string): boolean => offer.cost[field] !== null && offer.cost[field] !== undefined;
  if (stated('input') && !stated('output')) return missingOutput(offer, index, options);
  // Whom the provider gives no list price has none by anybody's list.
  if (offer.pricing.issues.some(({ code }) => code === 'no-list-price')) return null;
  if (SETTLED.has(offer.pricing.status) || FIELDS.some(stated)) return null;
  return wholePrice(offer, index, options);
}

/** The output that belongs to the input; the price stays that of who states it, or becomes the list's where nobody is named. */
function missingOutput(offer: Offer, index: PriceIndex, options: EnrichOptions): Enrichment | null {
  const { minConfidence = 0 } = options;
  const source = index.list;
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
  return priceOf(offer, finding, index.list);
}

function priceOf(offer: Offer, { cost, issues, match }: FoundPrice, source: string): Enrichment {
  const prices = Object.values(cost);
  if (prices.length === 0) {
    const row = `${match.provider}/${match.model}`;
    const refused = issues.map(({ code, detail }) => ({ list: source, row, code, detail }));
    return { ...unpriced(offer, match, issues), refused };
  }
  const status = prices.every((price) => price === 0) ? 'free' : 'priced';
  // That the provider states no price is no matter any more.
  const before = offer.pricing.issues.filter(({ code }) => code !== 'not-priced');
  return { cost, pricing: { status, source, match, issues: merged(before, issues) } };
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
