import fc from 'fast-check';
import { buildPriceIndex, type PriceIndex } from '../../src/match/priceIndex.js';
import type { Model } from '../../src/model/model.js';
import type { PriceRow } from '../../src/model/price.js';
import type { Heard } from '../../src/settle/collect.js';
import { openCourt } from '../../src/settle/court.js';
import type { Law, Offered, Prices, Statement } from '../../src/settle/law.js';
import type { Court } from '../../src/settle/settle.js';
import type { Witness } from '../../src/settle/testify.js';
import { testify } from '../../src/settle/testify.js';
import type { Trusts } from '../../src/settle/trust.js';
import { unknownCost } from '../../src/sources/unknownCost.js';
import { aModel } from '../builders.js';

/** Prices that are quoted in USD per 1M tokens. */
export const million = (prices: Prices): Prices =>
  Object.fromEntries(Object.entries(prices).map(([field, price]) => [field, (price ?? 0) / 1000]));

export const anOffered = (more: Partial<Offered> = {}): Offered => ({
  ...{ provider: 'acme', id: 'bird-2', mode: 'chat', modalities: { input: ['text'], output: ['text'] } },
  ...more,
});

/** A list's statement about a chat model that nothing else is known of, unless `more` says so. */
export const aStatement = (cost: Prices, more: Partial<Statement> = {}): Statement => ({
  ...{ offer: anOffered(), isOwn: false, cost, tiers: [], peers: () => [], kin: () => [], sibling: () => undefined },
  usual: { median: 0.001, fence: 0.1 },
  ...more,
});

/** What breaks a law: `input`, or `1.input` for that of the second tier. */
export const brokenBy = (law: Law, statement: Statement): string[] =>
  law.breaches(statement).map(({ field, tier }) => (tier === undefined ? field : `${tier}.${field}`));

/** USD per 1K tokens, of a magnitude that tokens have. */
export const aPrice = fc.double({ min: 1e-6, max: 0.05, noNaN: true });

/** A factor of up to ten, either way. */
export const aFactor = fc.double({ min: 0.1, max: 10, noNaN: true });

export const times = (cost: Prices, factor: number): Prices =>
  Object.fromEntries(Object.entries(cost).map(([field, price]) => [field, (price ?? 0) * factor]));

/** A row of a list whose provider is Acme. */
export const aRow = (model: string, cost: PriceRow['cost'], more: Partial<PriceRow> = {}): PriceRow => ({
  ...{ provider: 'ACME', model, operator: 'equals', cost },
  ...more,
});

export const aList = (list: string, ...rows: PriceRow[]): PriceIndex =>
  buildPriceIndex(
    { id: list, sellers: {} },
    rows.map((one, row) => ({ evidence: { endpoint: 'api', row }, ...one })),
  );

/** Lists that are right nine times of ten, and more often together; providers more often yet. */
export const trusts: Trusts = {
  day: '2026-01-01',
  witnesses: Object.fromEntries(['first', 'second', 'third', 'models.dev'].map((name) => [name, nine()])),
  situations: {
    ...Object.fromEntries(['first', 'second', 'third', 'models.dev'].map((name) => [`alone ${name}`, nine()])),
    two: { right: 98, given: 100 },
    three: { right: 99, given: 100 },
    'two against others': { right: 95, given: 100 },
  },
  own: { '*': { right: 990, given: 1000 } },
};

function nine() {
  return { right: 90, given: 100 };
}

export const aCourt = (lists: readonly PriceIndex[], more: Partial<Court> = {}): Court => ({
  ...openCourt(lists),
  trusts,
  ...more,
});

const unpriced: Model['pricing'] = {
  ...{
    status: 'unknown',
    source: null,
    confidence: null,
    evidence: null,
    agree: [],
    differ: [],
    match: null,
    issues: [],
  },
};

/** A chat model of Acme, without a price unless `more` says so. */
export const anOffer = (id: string, more: Partial<Model> = {}): Model =>
  aModel(id, {
    ...{ mode: 'chat', modalities: { input: ['text'], output: ['text'] } },
    ...{ limit: { context: null, input: null, output: null }, from: { '*': 'api' } },
    ...more,
    pricing: { ...unpriced, ...more.pricing },
  });

/** The same with a price that Acme states in its first row. */
export const anOwn = (id: string, cost: Partial<Model['cost']>, more: Partial<Model> = {}): Model =>
  anOffer(id, {
    ...more,
    cost: { ...unknownCost, ...cost },
    pricing: {
      ...unpriced,
      status: 'priced',
      source: 'provider',
      evidence: { endpoint: 'api', row: 0 },
      ...more.pricing,
    },
  });

export const aHeard = (witness: string, cost: Prices, more: Partial<Heard> = {}): Heard => ({
  ...{ witness, evidence: { endpoint: `prices/${witness}/api`, row: 0 }, cost, tiers: [], match: null },
  ...{ mode: null, kind: 'same-id', doubt: null },
  ...more,
});

const bench = { peers: openCourt([]).peers, sibling: () => undefined };

/** Statements about a chat model, one a witness, after they went before the laws. */
export const witnessesOf = (...heard: Heard[]): Witness[] => testify(heard, anOffered(), bench);
