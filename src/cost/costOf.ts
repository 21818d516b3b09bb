import { costFields } from '../model/words.js';
import type { CallCost, CostPart, Factor } from './callCost.js';
import { type Billed, billedOf } from './components.js';
import { Exact } from './dollars.js';
import { type OfferPrices, priceFinder } from './tiers/priceFinder.js';
import type { Situation } from './tiers/when.js';
import type { Pass, Units, Usage } from './units.js';

/** What is known of a call beside what it used. */
export interface When {
  /** Null where nobody knows when it was. */
  readonly at?: Date | null | undefined;
  /** Names of the model that was asked: a request that names one of them is no other's. */
  readonly models?: readonly string[] | undefined;
  /** The prices of another model that the call names; undefined where they are not known. */
  readonly pricesOf?: ((model: string) => OfferPrices | undefined) | undefined;
}

/**
 * What a call costs: each class of what it used times its own price, summed exactly. A part without a price is named and makes
 * the total null. What the provider says that it charged is the total.
 */
export function costOf(usage: Usage, prices: OfferPrices, { at = null, models = [], pricesOf }: When = {}): CallCost {
  if (usage.isOwnCache) return { ...empty, total: '0', basis: 'own-cache' };
  if (usage.charge !== null) return { ...empty, total: usage.charge, basis: 'charge' };
  if (usage.passes.length === 0) return bill([], new Map([['usage', usage.unread ?? 'nobody counted']]));
  const billed: Billed[] = [];
  const unpriced = new Map<string, string>();
  for (const pass of withRequest(usage, prices, at)) {
    const { model } = pass;
    const own = model === undefined || models.some((name) => isSame(name, model)) ? prices : pricesOf?.(model);
    for (const name of pass.contradicts) unpriced.set(name, 'the counts contradict each other');
    if (own) billed.push(...billedOf(pass, findersOf(own, pass, usage, at)));
    else unpriced.set(`model:${model ?? ''}`, 'no price of this model is known');
  }
  return bill(billed, unpriced);
}

/** Whether two names are one model's: the same, or one of them with its day. */
const isSame = (a: string, b: string): boolean =>
  undated(a) === undated(b) && (a === b || undated(a) === a || undated(b) === b);

const undated = (name: string): string => name.replace(/-(20\d{6}|latest)$/, '');

const empty = { total: null, currency: 'USD', basis: 'prices', parts: {}, unpriced: [] } as const;

function findersOf(prices: OfferPrices, { units }: Pass, usage: Usage, at: Date | null) {
  const { serviceTier, region, variants, requests = 1 } = usage;
  const situation = { promptTokens: promptOf(units) / requests, serviceTier, region, variants, at };
  const also = (words: string): Situation => ({ ...situation, variants: [...variants, words] });
  const own = priceFinder(prices, situation);
  return {
    own,
    audio: units.cachedAudio ? priceFinder(prices, also('audio')) : own,
    citations: units.citations ? priceFinder(prices, also('citation tokens')) : own,
  };
}

/** Tokens of the prompt, however they came: what is longer than a limit is the whole of it. */
const promptOf = (units: Units): number =>
  (['input', 'inputAudio', 'inputImage', 'cacheRead', 'cachedAudio', 'cacheWrite', 'cacheWrite1h'] as const).reduce(
    (all, name) => all + (units[name] ?? 0),
    0,
  );

/** A call is one request, where requests have a price. */
function withRequest(usage: Usage, prices: OfferPrices, at: Date | null): readonly Pass[] {
  const { passes, requests = 1 } = usage;
  if (!isPerRequest(prices) || passes.some(({ units }) => units.perRequest)) return passes;
  const request: Pass = { units: { perRequest: requests }, contradicts: [] };
  const { price } = findersOf(prices, request, usage, at).own('perRequest');
  return price === null ? passes : [...passes, request];
}

const isPerRequest = ({ cost, tiers }: OfferPrices): boolean =>
  [{ cost }, ...tiers].some((one) => typeof one.cost.perRequest === 'number');

const order: readonly string[] = [...costFields, 'citation_tokens'];
const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);

function bill(billed: readonly Billed[], gaps: ReadonlyMap<string, string>): CallCost {
  const why = new Map(gaps);
  const factors = new Map<string, Factor[]>();
  for (const { name, units, found, per } of billed) {
    if (units <= 0) continue;
    if (found.price === null) {
      why.set(name, found.why);
      continue;
    }
    add(factors, name, {
      units,
      price: new Exact(found.price).toFixed(),
      per,
      ...(found.when && { when: found.when }),
    });
  }
  const names = [...factors.keys()].sort((a, b) => place(a) - place(b));
  const parts = Object.fromEntries(names.map((name) => [name, partOf(factors.get(name) ?? [])]));
  const unpriced = [...why.keys()].sort((a, b) => place(a) - place(b));
  const total = Object.values(parts).reduce((all, { usd }) => all.plus(usd), new Exact(0));
  return {
    ...empty,
    total: unpriced.length > 0 ? null : total.toFixed(),
    parts,
    unpriced,
    ...(unpriced.length > 0 && { why: Object.fromEntries(unpriced.map((name) => [name, why.get(name) ?? ''])) }),
  };
}

/** One more factor of a component; units at the same price are one. */
function add(factors: Map<string, Factor[]>, name: string, factor: Factor): void {
  const some = factors.get(name) ?? [];
  const same = some.findIndex(({ price, when }) => price === factor.price && sameWhen(when, factor.when));
  const before = some[same];
  if (before) some[same] = { ...before, units: before.units + factor.units };
  else some.push(factor);
  factors.set(name, some);
}

const sameWhen = (a: Factor['when'], b: Factor['when']): boolean =>
  a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

function partOf(factors: readonly Factor[]): CostPart {
  const usd = factors.reduce(
    (all, { units, price, per }) => all.plus(new Exact(units).times(price).dividedBy(per)),
    new Exact(0),
  );
  return { units: factors.reduce((all, { units }) => all + units, 0), usd: usd.toFixed(), factors };
}
