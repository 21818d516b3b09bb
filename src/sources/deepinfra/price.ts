import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Cost, Tier } from '../../model/cost.js';
import type { Issue } from '../../model/pricing.js';
import { amount, part, text } from '../parse/fields.js';
import { centsPerToken, multiple, perMillion, scaled, stated } from '../parse/money.js';
import { statedTier } from '../parse/statedTier.js';
import { times } from '../parse/times.js';
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
  serviceTiers: z.record(z.string(), z.unknown()).catch({}),
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

const rateKey = 'rate_per_service_tier_';

/** A row with the rates of its service levels in one place, by their names, whatever these are. */
export function withServiceTiers(row: unknown): unknown {
  const { pricing: prices } = (row ?? {}) as { pricing?: unknown };
  if (typeof prices !== 'object' || prices === null) return row;
  const isRate = ([key]: [string, unknown]) => key.startsWith(rateKey);
  const all = Object.entries(prices);
  const rates = all.filter(isRate).map(([key, rate]) => [key.slice(rateKey.length), rate] as const);
  const others = Object.fromEntries(all.filter((entry) => !isRate(entry)));
  return { ...(row as object), pricing: { ...others, serviceTiers: Object.fromEntries(rates) } };
}

/** The list price; a discount is a tier of its own, and only where it says when it ends. */
export function priceOf(model: Pricing): Pick<Draft, 'cost' | 'tiers' | 'issues'> {
  const cost = stated(withoutZeros({ ...tokenCost(model), ...unitCost(model) }));
  const steps = stepsIn(model.full);
  const long = contextTiers(steps, cost);
  return {
    cost,
    tiers: [...serviceTiers(model, cost), ...promotion(model, cost), ...long],
    issues: [...unreadRates(model), ...(steps.length > 1 && long.length === 0 ? [unread(model.full)] : [])],
  };
}

const unread = (detail: string | null): Issue => ({ code: 'unread-price', detail: detail ?? '' });

/** Rates of a service level that are no single multiple. */
const unreadRates = ({ serviceTiers: rates }: Pricing): Issue[] =>
  Object.entries(rates).flatMap(([level, rate]) =>
    typeof rate === 'object' && rate !== null && Object.keys(rate).length > 0
      ? [unread(`${rateKey}${level}: ${JSON.stringify(rate)}`)]
      : [],
  );

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

const serviceTiers = (model: Pricing, { input, output }: Prices): Tier[] =>
  Object.entries(model.serviceTiers).flatMap(([serviceTier, rate]) =>
    Number(rate) > 0 ? statedTier({ serviceTier }, times({ input, output }, rate)) : [],
  );

function promotion({ discount, discount_ends_at: end }: Pricing, cost: Prices): Tier[] {
  const share = Number(discount ?? 0);
  const until = lastDay(end);
  return share > 0 && share < 1 && until !== null ? statedTier({ until }, times(cost, 1 - share)) : [];
}

/** 2100: what lies beyond is no date of a promotion. */
const farFuture = 4_102_444_800_000;

/** The last day before the instant, which is given as ISO text or in seconds. */
function lastDay(instant: string | number | null | undefined): string | null {
  const seconds = typeof instant === 'number' || /^\d+$/.test(instant ?? '');
  const time = seconds ? Number(instant) * 1000 : Date.parse(instant ?? '');
  return time > 0 && time < farFuture ? new Date(time - 1).toISOString().slice(0, 10) : null;
}

interface Step {
  readonly cost: Prices;
  readonly limit: number;
  /** Above the limit, not up to it. */
  readonly isOpen: boolean;
}

/** Long prompts are only in prose: "$1 in $3 out $0.2 cached <= 256K, $2 in $6 out $0.4 cached > 256K". */
const stepsIn = (prose: string | null): Step[] =>
  (prose ?? '').split(/,\s*(?=\$)/).flatMap((words) => {
    const found =
      /\$([\d.]{1,20}) in \$([\d.]{1,20}) out(?: \$([\d.]{1,20}) cached)?\s{0,4}(<=|≤|>)\s{0,4}(\d[\d.,]{0,20}\s{0,4}[KM]?)\b/i.exec(
        words,
      );
    const limit = tokens(found?.[5]);
    if (!found || limit === null) return [];
    const [, input, output, cached, sign] = found;
    const cost = stated({ input: perMillion(input), output: perMillion(output), cacheRead: perMillion(cached) });
    return [{ cost, limit, isOpen: sign === '>' }];
  });

/** The steps are believed where the first one says what the fields say. */
function contextTiers(steps: readonly Step[], list: Prices): Tier[] {
  const [first, ...rest] = steps;
  if (!first || first.isOpen || first.cost.input !== list.input || first.cost.output !== list.output) return [];
  return rest.flatMap(({ cost, limit, isOpen }, i) => {
    const above = isOpen ? limit : steps[i]?.limit;
    return above === undefined ? [] : [{ when: { contextAbove: above }, cost }];
  });
}
