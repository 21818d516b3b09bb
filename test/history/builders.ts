import type { HistoryLine } from '../../src/model/history.js';
import type { Model } from '../../src/model/model.js';
import { aModel, anOrigin, aPricing } from '../builders.js';

/** Midnight of a day of November 2026, UTC: ISO 8601. */
export const day = (n: number): string => new Date(Date.UTC(2026, 10, n)).toISOString();

/** The same in ms since 1970. */
export const ms = (n: number): number => Date.parse(day(n));

/** A page of the provider, with bytes of its own each day unless `sha256` says otherwise. */
export const pageOn = (n: number, sha256 = `bytes ${n}`) => anOrigin({ fetchedAt: day(n), sha256 });

/** A line on the input price of acme/m that holds from the first of November on. */
export const aLine = (more: Partial<HistoryLine> = {}): HistoryLine => ({
  ...{ line: 1, provider: 'acme', id: 'm', component: 'input', when: {}, usd: 0.001 },
  ...{ validFrom: day(1), validTo: null, basis: 'observed', change: 'first', supersedes: null },
  ...{ witness: 'provider', row: null, page: pageOn(1), run: null },
  ...more,
});

/** A model of acme with an input price, USD per 1K tokens, that its provider states. */
export const anOffer = (input: number | null, more: Partial<Model> = {}): Model =>
  aModel('m', {
    cost: { ...aModel().cost, input },
    pricing: input === null ? aModel().pricing : aPricing(),
    ...more,
  });

/** Finds the lines of an offer among these. */
export const ofOffer =
  (lines: readonly HistoryLine[]) =>
  (provider: string, id: string): HistoryLine[] =>
    lines.filter((line) => line.provider === provider && line.id === id);
