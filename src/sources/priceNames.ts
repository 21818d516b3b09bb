import type { Tier } from '../model/cost.js';
import { conditionKind, lastingName } from './conditions.js';
import { isDated } from './parse/terms.js';
import { statedPrices } from './statedPrices.js';

/**
 * Names of the prices that a model states, those of tiers by the kind of their condition, each as often as it does. One that
 * holds for some days only is told once, and not at all beside the same price without days.
 */
export function priceNames({
  cost,
  tiers,
}: {
  readonly cost: Tier['cost'];
  readonly tiers: readonly Tier[];
}): string[] {
  const namesOf = (prices: Tier['cost'], some: readonly Tier[]) =>
    statedPrices({ cost: prices, tiers: some }, conditionKind).map(([name]) => name);
  const lasting = namesOf(
    cost,
    tiers.filter(({ when }) => !isDated(when)),
  );
  const dated = namesOf(
    {},
    tiers.filter(({ when }) => isDated(when)),
  );
  const others = new Map(dated.map((name) => [lastingName(name), name]));
  for (const name of lasting) others.delete(name);
  return [...lasting, ...others.values()];
}
