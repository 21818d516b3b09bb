import type { Draft } from '../../model/draft.js';
import type { Tier } from '../../model/cost.js';
import type { Issue } from '../../model/pricing.js';
import { perMillion, stated } from '../parse/money.js';
import { withoutZeros } from '../parse/withoutZeros.js';
import { type Kinds, misfiled } from './kinds.js';
import type { Prices, Row } from './row.js';

const costOf = (cost: Prices): NonNullable<Draft['cost']> => ({
  input: perMillion(cost.input),
  output: perMillion(cost.output),
  cacheRead: perMillion(cost.cache_read),
  cacheWrite: perMillion(cost.cache_write),
  reasoning: perMillion(cost.reasoning),
  inputAudio: perMillion(cost.input_audio),
  outputAudio: perMillion(cost.output_audio),
});

interface Priced {
  readonly cost: NonNullable<Draft['cost']>;
  readonly tiers: readonly Tier[];
  readonly issues: readonly Issue[];
}

/** The prices of a model, or none and the reason where they can't be what the catalog calls them: USD per 1M tokens. */
export function pricesOf(entry: Pick<Row, 'cost' | 'experimental'>, kinds: Kinds): Priced {
  const fault = misfiled(entry.cost, kinds);
  if (fault !== null) return { cost: {}, tiers: [], issues: [{ code: 'unknown-unit', detail: fault }] };
  const tiers = [...contextTiers(entry.cost), ...speedTiers(entry.experimental.modes)];
  const issues = entry.cost.tiers.filter(({ tier }) => !tier.size).map(({ tier }) => unread(tier));
  return { cost: withoutZeros(costOf(entry.cost)), tiers, issues };
}

const unread = (tier: unknown) => ({
  code: 'unread-condition',
  detail: `a tier without a size: ${JSON.stringify(tier)}`,
});

/** `context_over_200k` is a copy of the first tier, even where the threshold is another: it counts only without tiers. */
function contextTiers(cost: Row['cost']): Tier[] {
  const sized = cost.tiers.flatMap(({ tier: { type, size }, ...rest }) =>
    size
      ? tierOf((type ?? 'context') === 'context' ? { contextAbove: size } : { variant: `${type} above ${size}` }, rest)
      : [],
  );
  return cost.tiers.length > 0 ? sized : tierOf({ contextAbove: 200_000 }, cost.context_over_200k);
}

/** Faster service for another price. */
const speedTiers = (modes: Row['experimental']['modes']): Tier[] =>
  Object.entries(modes).flatMap(([serviceTier, { cost }]) => tierOf({ serviceTier }, cost));

function tierOf(when: Tier['when'], prices: Prices): Tier[] {
  const cost = stated(withoutZeros(costOf(prices)));
  return Object.values(cost).some((price) => price > 0) ? [{ when, cost }] : [];
}
