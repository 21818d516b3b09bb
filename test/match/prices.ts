import { readFileSync } from 'node:fs';
import { Decimal } from 'decimal.js';
import type { CostField } from '../../src/model/model.js';
import type { PriceRow } from '../../src/model/price.js';

const PER_MILLION: Readonly<Record<string, CostField>> = {
  input_cost_per_1m: 'input',
  output_cost_per_1m: 'output',
  prompt_cache_read_per_1m: 'cacheRead',
  prompt_cache_write_per_1m: 'cacheWrite',
  prompt_audio_per_1m: 'inputAudio',
  completion_audio_per_1m: 'outputAudio',
};
const PER_ONE: Readonly<Record<string, CostField>> = { per_image: 'perImage', per_call: 'perRequest' };

type RecordedRow = { provider: string; model: string; operator: PriceRow['operator'] } & Record<string, unknown>;

/** The rows of a recorded Helicone list: USD per 1M tokens become USD per 1K, exactly; absurd prices are kept. */
export function priceRows(body: string): PriceRow[] {
  const { data } = JSON.parse(body) as { data: RecordedRow[] };
  return data.map(({ provider, model, operator, ...rest }) => ({ provider, model, operator, cost: costOf(rest) }));
}

function costOf(rest: Record<string, unknown>): PriceRow['cost'] {
  const cost: PriceRow['cost'] = {};
  for (const [field, value] of Object.entries(rest)) {
    if (typeof value !== 'number') continue;
    const perMillion = PER_MILLION[field];
    const perOne = PER_ONE[field];
    if (perMillion) cost[perMillion] = new Decimal(value).div(1000).toNumber();
    if (perOne) cost[perOne] = value;
  }
  return cost;
}

/** The recorded list. */
export const recordedPrices = (): PriceRow[] =>
  priceRows(readFileSync(new URL('../../data/recordings/helicone/llm-costs.json', import.meta.url), 'utf8'));
