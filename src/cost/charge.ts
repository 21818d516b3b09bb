import { dollars, Exact } from './dollars.js';
import { part, type Raw } from './fields.js';
import type { About } from './reading.js';

/** xAI counts money in these, 10^10 of a dollar. */
const ticksPerDollar = 10_000_000_000;

/** Gateways whose `usage.cost` is what they charge. */
const charging = ['openrouter', 'kilo'];

/**
 * What the provider says in money that it charged, USD as a decimal; null where it doesn't say it. A gateway's own estimate is
 * none.
 */
export function chargeIn(raw: Raw, { provider = '' }: About): string | null {
  const stated = (value: unknown) => dollars(value);
  const ticks = stated(raw['cost_in_usd_ticks']);
  if (ticks) return ticks.dividedBy(ticksPerDollar).toFixed();
  const total = stated(part(raw, 'cost')?.['total_cost']);
  if (total) return total.toFixed();
  const isCharge = charging.includes(provider) || 'is_byok' in raw || 'cost_details' in raw;
  const cost = isCharge ? stated(raw['cost']) : null;
  if (!cost) return null;
  if (raw['is_byok'] !== true) return cost.toFixed();
  // With a key of the caller's own the model is paid elsewhere, and `cost` is the gateway's fee.
  const upstream = stated(part(raw, 'cost_details')?.['upstream_inference_cost'] ?? raw['upstream_inference_cost']);
  return upstream ? Exact.add(cost, upstream).toFixed() : null;
}
