import { type Offer, plain, squeezed } from '../book.js';
import { priceOf } from './columns.js';

/** What is asked of the offers, by its name in the address. */
export type Asked = Readonly<Record<string, string>>;

type Test = (offer: Offer) => boolean;

/** Makes the test of what is asked for under a name; undefined where it asks for nothing that can be told. */
type Maker = (asked: string) => Test | undefined;

const is =
  (valueOf: (offer: Offer) => string | null | undefined): Maker =>
  (asked) =>
  (offer) =>
    valueOf(offer) === asked;

/** All of the words, each of them a part of what the offer is called. */
const words: Maker = (asked) => {
  const wanted = asked.split(/\s+/).map(plain);
  return (offer) => wanted.every((word) => isIn(word, offer));
};

/** A word that was typed in one is looked for in any spelling, but for one of digits alone, which stand everywhere. */
const isIn = (word: string, { text, squeezed: whole }: Offer): boolean =>
  text.includes(word) || (/[a-z]/.test(word) && whole.includes(squeezed(word)));

const model: Maker = (asked) => {
  const wanted = plain(asked);
  return ({ model: identity }) => identity?.key != null && plain(identity.key).includes(wanted);
};

/** What it can do: nobody's word is no. */
const can: Maker = (asked) => {
  const wanted = asked.split(',');
  return ({ capabilities, modalities: { input }, openWeights }) => {
    const able: Readonly<Record<string, boolean | null>> = {
      tools: capabilities.toolCall,
      thinks: capabilities.reasoning,
      schemas: capabilities.structuredOutput,
      files: capabilities.attachment,
      sees: input.includes('image'),
      hears: input.includes('audio'),
      open: openWeights,
    };
    return wanted.every((name) => able[name] === true);
  };
};

/** A bound on a number, that is not there where it isn't one: without a number an offer does not fit. */
const bound =
  (valueOf: (offer: Offer) => number | undefined, fits: (value: number, bound: number) => boolean): Maker =>
  (asked) => {
    const limit = Number(asked.replaceAll(',', ''));
    if (asked.trim() === '' || Number.isNaN(limit)) return undefined;
    return (offer) => {
      const value = valueOf(offer);
      return value !== undefined && fits(value, limit);
    };
  };

/** USD per 1M tokens, as near as it takes to compare. */
const perMillion = (field: 'input' | 'output') => (offer: Offer) => {
  const price = priceOf(offer, field);
  return price === undefined ? undefined : Number((price * 1000).toPrecision(12));
};

const makers: Readonly<Record<string, Maker>> = {
  q: words,
  model,
  can,
  provider: is(({ provider }) => provider),
  lab: is(({ lab }) => lab),
  mode: is(({ mode }) => mode),
  status: is(({ pricing }) => pricing.status),
  witness: is(({ pricing }) => pricing.source),
  lifecycle: is(({ status }) => status),
  least: bound(perMillion('input'), (price, least) => price >= least),
  most: bound(perMillion('input'), (price, most) => price <= most),
  mostOut: bound(perMillion('output'), (price, most) => price <= most),
  context: bound(
    ({ limit }) => limit.context ?? limit.input ?? undefined,
    (tokens, least) => tokens >= least,
  ),
};

/** The names by which something can be asked. */
export const asks = Object.keys(makers);

/** The offers that fit all that is asked, in their order. */
export function fitting(offers: readonly Offer[], asked: Asked): readonly Offer[] {
  const tests = asks.flatMap((name) => (asked[name] ? (makers[name]?.(asked[name]) ?? []) : []));
  return tests.length === 0 ? offers : offers.filter((offer) => tests.every((test) => test(offer)));
}

/** The offers that are called the most like the words first: those called just so, then those whose names begin so. */
export function nearestFirst(offers: readonly Offer[], words: string): readonly Offer[] {
  const wanted = plain(words);
  if (wanted === '') return offers;
  const rank = ({ key, id, model }: Offer): number => {
    const names = [key, id, model?.key ?? ''].map(plain);
    if (names.includes(wanted)) return 0;
    return names.some((name) => name.startsWith(wanted)) ? 1 : 2;
  };
  const ranks = new Map(offers.map((offer) => [offer, rank(offer)]));
  return offers.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

/** How many offers there are of each value, the most first. */
export function countedBy(offers: readonly Offer[], valueOf: (offer: Offer) => string | null): [string, number][] {
  const counts = new Map<string, number>();
  for (const offer of offers) {
    const value = valueOf(offer);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1));
}
