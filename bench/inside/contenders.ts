import Fuse from 'fuse.js';
import stringSimilarity from 'string-similarity';
import { buildPriceIndex, type Key } from '../../src/match/priceIndex.js';
import type { ListNames } from '../../src/sources/define.js';
import { sellersOf } from '../../src/match/sellers.js';
import type { PriceRow } from '../../src/model/price.js';

/** A way to find a model's row, ready to be asked. */
export type Lookup = (model: Key) => unknown;

/** A price list with its rows. */
export interface Listed {
  readonly list: ListNames;
  readonly rows: readonly PriceRow[];
}

/** Builds a lookup over one list; building is not timed. */
export type Contender = (listed: Listed) => Lookup;

const ladder: Contender = ({ list, rows }) => {
  const index = buildPriceIndex(list, rows);
  return (model) => index.find(model);
};

/**
 * The reference's three strategies: the lower-cased key `provider-name`; else the first row of the whole list whose key
 * contains the name or whose model the name contains; else the same among keys that begin with the provider.
 */
const reference: Contender = ({ rows }) => {
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

const bySeller = ({ list, rows }: Listed): ((provider: string) => string[] | undefined) => {
  const sellers = sellersOf(list);
  const groups = new Map<string, string[]>();
  for (const { provider, model } of rows) {
    const seller = sellers.ofRow(provider);
    const models = groups.get(seller);
    if (models) models.push(model);
    else groups.set(seller, [model]);
  }
  return (provider) => groups.get(sellers.ofProvider(provider));
};

const bestMatch: Contender = (listed) => {
  const modelsOf = bySeller(listed);
  return ({ provider, id }) => {
    const models = modelsOf(provider);
    return models && stringSimilarity.findBestMatch(id, models).bestMatch;
  };
};

const fuse: Contender = (listed) => {
  const modelsOf = bySeller(listed);
  const indexes = new Map<string, Fuse<string> | undefined>();
  return ({ provider, id }) => {
    if (!indexes.has(provider)) {
      const models = modelsOf(provider);
      indexes.set(provider, models && new Fuse(models));
    }
    return indexes.get(provider)?.search(id, { limit: 1 });
  };
};

export const contenders: Readonly<Record<string, Contender>> = {
  ladder,
  'reference loop': reference,
  'string-similarity': bestMatch,
  'fuse.js': fuse,
};
