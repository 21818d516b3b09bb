import { type Bag, bagOf, entriesOf } from './bag.js';
import { ratesIn } from './rates.js';

/**
 * The prices of single regions, service tiers and prompt lengths, each with its condition. A key may name several regions
 * (`us,eu`); a tier that says nothing of longer prompts ends where they begin.
 */
export const offersIn = (entry: Bag): object[] => {
  const custom = bagOf(entry['custom_pricing']);
  const steps = stepsIn(custom['context_tier_map']);
  return entriesOf(custom['regions']).flatMap(([regions, { execution_modes: modes }]) =>
    entriesOf(modes).flatMap(([mode, prices]) =>
      byLength(prices, steps).flatMap(({ config, ...length }) =>
        regions.split(',').map((region) => ({
          region: region.trim(),
          ...(mode !== 'standard' && { serviceTier: mode }),
          ...length,
          rates: ratesIn(bagOf(config)['pay_as_you_go']),
        })),
      ),
    ),
  );
};

/** From how many tokens on a tier of prompt lengths holds, by its name. */
const stepsIn = (map: unknown): ReadonlyMap<string, number> =>
  new Map(Object.entries(bagOf(map)).map(([from, name]) => [String(name), Number(from)]));

interface Length {
  readonly config: unknown;
  readonly contextAbove?: number;
  readonly contextUpTo?: number;
  readonly variant?: string;
}

function byLength(prices: Bag, steps: ReadonlyMap<string, number>): Length[] {
  const tiers = entriesOf(prices['context_tiers']);
  if (tiers.length === 0) return [{ config: prices['pricing_config'] }];
  const told = tiers.map(([name]) => steps.get(name));
  return tiers.map(([name, { pricing_config: config }]) => {
    const from = steps.get(name);
    if (from === undefined) return { config, variant: name };
    const next = [...steps.values()].filter((step) => step > from).toSorted((a, b) => a - b)[0];
    const isOpen = next === undefined || told.includes(next);
    return { config, ...(from > 0 && { contextAbove: from }), ...(!isOpen && { contextUpTo: next }) };
  });
}
