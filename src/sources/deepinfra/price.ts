import type { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Cost, Tier } from '../../model/model.js';
import { amount, part, text } from '../parse/fields.js';
import { centsPerToken, multiple, perMillion, scaled, stated } from '../parse/money.js';
import { tokens } from '../parse/tokens.js';
import { withoutZeros } from '../parse/withoutZeros.js';

/** A model's `pricing`: a union told apart by `type`, in cents; a `rate_…` is a multiple of the input price. */
export const pricing = part({
  type: text,
  cents_per_input_token: amount,
  cents_per_output_token: amount,
  rate_per_input_token_cached: amount,
  rate_per_input_token_cache_write: amount,
  rate_per_explicit_cache_write_token: part({ '5m': amount, '1h': amount }),
  rate_per_service_tier_flex: amount,
  rate_per_service_tier_priority: amount,
  discount: amount,
  discount_ends_at: amount,
  full: text,
  cents_per_sec: amount,
  cents_per_input_sec: amount,
  cents_per_output_sec: amount,
  cents_per_input_chars: amount,
  cents_per_image_unit: amount,
});
type Pricing = z.infer<typeof pricing>;
type Prices = Partial<Cost>;

/** The list price; a discount is a tier of its own, and only where it says when it ends. */
export function priceOf(model: Pricing): Pick<Draft, 'cost' | 'tiers'> {
  const cost = stated(withoutZeros({ ...tokenCost(model), ...unitCost(model) }));
  return { cost, tiers: [...serviceTiers(model, cost), ...promotion(model, cost), ...contextTiers(model.full, cost)] };
}

function tokenCost(model: Pricing) {
  const input = centsPerToken(model.cents_per_input_token);
  const explicit = model.rate_per_explicit_cache_write_token;
  return {
    input,
    output: centsPerToken(model.cents_per_output_token),
    cacheRead: multiple(input, model.rate_per_input_token_cached),
    cacheWrite: multiple(input, model.rate_per_input_token_cache_write) ?? multiple(input, explicit['5m']),
    cacheWrite1h: multiple(input, explicit['1h']),
  };
}

/** `uptime` is rent of a machine, not the price of a call. A 0 is how the list writes that there is no such price. */
function unitCost(model: Pricing) {
  const seconds =
    model.type === 'uptime' ? [] : [model.cents_per_sec, model.cents_per_input_sec, model.cents_per_output_sec];
  return {
    perSecond: seconds.map(cents).find((price) => price !== null) ?? null,
    perCharacter: cents(model.cents_per_input_chars),
    perImage: cents(model.cents_per_image_unit),
  };
}

/** US cents per one of something -> USD. */
const cents = (quoted: unknown): number | null => scaled(quoted, 1, 100) || null;

const times = (cost: Prices, rate: unknown): Prices =>
  stated(Object.fromEntries(Object.entries(cost).map(([field, price]) => [field, multiple(price, rate)])) as Prices);

const serviceTiers = (model: Pricing, { input, output }: Prices): Tier[] =>
  (['flex', 'priority'] as const).flatMap((serviceTier) => {
    const rate = model[`rate_per_service_tier_${serviceTier}`];
    const cost = Number(rate) > 0 ? times(stated({ input, output }), rate) : {};
    return Object.keys(cost).length > 0 ? [{ when: { serviceTier }, cost }] : [];
  });

function promotion({ discount, discount_ends_at: end }: Pricing, cost: Prices): Tier[] {
  const share = Number(discount ?? 0);
  const until = lastDay(end);
  if (!(share > 0 && share < 1) || until === null || Object.keys(cost).length === 0) return [];
  return [{ when: { until }, cost: times(cost, 1 - share) }];
}

/** 2100: what lies beyond is no date of a promotion. */
const farFuture = 4_102_444_800_000;

/** The last day before the instant, which is given as ISO text or in seconds. */
function lastDay(instant: string | number | null | undefined): string | null {
  const seconds = typeof instant === 'number' || /^\d+$/.test(instant ?? '');
  const time = seconds ? Number(instant) * 1000 : Date.parse(instant ?? '');
  return time > 0 && time < farFuture ? new Date(time - 1).toISOString().slice(0, 10) : null;
}

/**
 * Long prompts are only in prose: "$1 in $3 out $0.2 cached <= 256K, $2 in $6 out $0.4 cached > 256K".
 * It is believed where its first part says what the fields say.
 */
function contextTiers(prose: string | null, list: Prices): Tier[] {
  const steps = (prose ?? '').split(/,\s*(?=\$)/).flatMap((words) => {
    const found = /\$([\d.]+) in \$([\d.]+) out(?: \$([\d.]+) cached)?\s*(<=|≤|>)\s*(\d[\d.,]*\s*[KM]?)\b/i.exec(words);
    const limit = tokens(found?.[5]);
    if (!found || limit === null) return [];
    const [, input, output, cached, sign] = found;
    const cost = stated({ input: perMillion(input), output: perMillion(output), cacheRead: perMillion(cached) });
    return [{ cost, limit, open: sign === '>' }];
  });
  const [first, ...rest] = steps;
  if (!first || first.open || first.cost.input !== list.input || first.cost.output !== list.output) return [];
  return rest.flatMap(({ cost, limit, open }, i) => {
    const above = open ? limit : steps[i]?.limit;
    return above === undefined ? [] : [{ when: { contextAbove: above }, cost }];
  });
}
