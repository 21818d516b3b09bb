import type { Model } from './model.js';
import type { Quote } from './pricing.js';
import type { Origins } from './origin.js';

/** Names of the pages that a record names. */
type Named = {
  readonly pricing: Pick<Model['pricing'], 'evidence'>;
  readonly quotes?: readonly Pick<Quote, 'evidence'>[] | undefined;
  readonly from?: Model['from'];
};

/** The page of the endpoint that listed it, and those on which its prices stand, all of them or single ones. */
export const pagesOf = ({ pricing, quotes = [], from = {} }: Named): string[] => [
  ...Object.entries(from).flatMap(([part, endpoint]) => (part === '*' || part.startsWith('cost.') ? endpoint : [])),
  ...[pricing, ...quotes].flatMap(({ evidence }) => evidence?.endpoint ?? []),
];

/** The pages that some records name, and the first one of an endpoint, in the order of their names. */
export function namedOrigins(origins: Origins, models: readonly Named[], endpoint: string): Origins {
  const unnamed = new Set(Object.keys(origins));
  unnamed.delete(endpoint);
  for (const model of models) {
    // Mostly the first records name all there are.
    if (unnamed.size === 0) break;
    for (const page of pagesOf(model)) unnamed.delete(page);
  }
  const named = Object.entries(origins).filter(([name]) => !unnamed.has(name));
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}
