import type { Identity, Offer, Unknown } from './offer.js';
import type { ReadingOrWhy } from './reading.js';
import { nameIn, settle, type Settled } from './table.js';

/**
 * Which model each offer of a table is. Each id is read by itself; then the table as a whole fills in what a name leaves
 * out, as far as it knows one answer, and tells which dates are models. Pure: the order of the offers changes nothing.
 * Gives an answer for each offer, in the order of the offers.
 */
export const identify = (offers: readonly Offer[]): (Identity | Unknown)[] => identitiesIn(settle(offers));

/** The answers of a settled table, in the order of its offers. */
export function identitiesIn(settled: Settled): (Identity | Unknown)[] {
  const answers = new Map<ReadingOrWhy, Identity | Unknown>();
  for (const reading of settled.without)
    answers.set(reading, { why: 'no lab is known behind the name', facets: reading.facets });
  for (const named of settled.named) {
    const { key, line } = nameIn(settled, named);
    answers.set(named.reading, { key, line, facets: named.reading.facets });
  }
  return settled.readings.map((one) =>
    'why' in one ? { why: one.why, facets: one.facets } : (answers.get(one) ?? { why: 'not read', facets: one.facets }),
  );
}
