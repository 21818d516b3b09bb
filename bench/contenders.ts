import Fuse from 'fuse.js';
import stringSimilarity from 'string-similarity';
import { buildPriceIndex, type Key } from '../src/match/priceIndex.js';
import { sellersOf } from '../src/match/sellers.js';
import type { PriceRow } from '../src/model/price.js';
import { helicone } from '../src/sources/prices/helicone.js';

/** A way to find a model's row, ready to be asked. */
export type Lookup = (model: Key) => unknown;

/** Builds a lookup over a list of rows; building is not timed. */
export type Contender = (rows: readonly PriceRow[]) => Lookup;

const ladder: Contender = (rows) => {
  const index = buildPriceIndex(helicone, rows);
  return (model) => index.find(model);
};

/**
 * The reference's three strategies: the lower-cased key `provider-name`; else the first row of the whole list whose key
 * contains the name or whose model the name contains; else the same among keys that begin with the provider.
 */
const reference: Contender = (rows) => {
  const byKey = new Map(rows.map((row) => [`${row.provider}-${row.model}`.toLowerCase(), row]));
  const entries = [...byKey].map(([key, row]) => ({ key, model: row.model.toLowerCase(), row }));
  return ({ provider, id, name }) => {
    const scope = provider.toLowerCase();
    const text = (name ?? id).toLowerCase();
    const exact = byKey.get(`${scope}-${text}`);
    if (exact) return exact;
    for (const { key, model, row } of entries) if (key.includes(text) || text.includes(model)) return row;
    for (const { key, model, row } of entries) {
      if (key.startsWith(scope) && (key.includes(text) || text.includes(model))) return row;
    }
    return undefined;
  };
};

const sellers = sellersOf(helicone);

const bySeller = (rows: readonly PriceRow[]): Map<string, string[]> => {
  const groups = new Map<string, string[]>();
  for (const { provider, model } of rows) {
    const seller = sellers.ofRow(provider);
    const models = groups.get(seller);
    if (models) models.push(model);
    else groups.set(seller, [model]);
  }
  return groups;
};

const bestMatch: Contender = (rows) => {
  const groups = bySeller(rows);
  return ({ provider, id }) => {
    const models = groups.get(sellers.ofProvider(provider));
    return models && stringSimilarity.findBestMatch(id, models).bestMatch;
  };
};

const fuse: Contender = (rows) => {
  const indexes = new Map([...bySeller(rows)].map(([seller, models]) => [seller, new Fuse(models)]));
  return ({ provider, id }) => indexes.get(sellers.ofProvider(provider))?.search(id, { limit: 1 });
};

export const contenders: Readonly<Record<string, Contender>> = {
  ladder,
  'reference loop': reference,
  'string-similarity': bestMatch,
  'fuse.js': fuse,
};
