import type { CostField } from '../model/cost.js';
import { noPlace } from './conditions.js';
import { perMillionTokens } from './exact.js';
import type { Export, Loss, Table } from './export.js';
import type { PriceLine } from '../cost/priceLines.js';
import { itemLines } from './json.js';
import { allLost, offersIn } from './offersIn.js';

/** Helicone's name of a provider of ours, where it is another one than our id in capitals. */
const names: Readonly<Record<string, string>> = {
  'amazon-bedrock': 'AWS',
  'fireworks-ai': 'FIREWORKS',
  'novita-ai': 'NOVITA',
  togetherai: 'TOGETHER',
  xai: 'X',
};

const tokenFields: Partial<Record<CostField, string>> = {
  input: 'input_cost_per_1m',
  output: 'output_cost_per_1m',
  cacheWrite: 'prompt_cache_write_per_1m',
  cacheRead: 'prompt_cache_read_per_1m',
  inputAudio: 'prompt_audio_per_1m',
  outputAudio: 'completion_audio_per_1m',
};

const unitFields: Partial<Record<CostField, string>> = { perImage: 'per_image', perRequest: 'per_call' };

export const helicone: Export = {
  format: 'helicone',
  path: 'helicone/llm-costs.json',
  summary: "Helicone's rows, as /api/llm-costs gives them: PostHog and what reads that list",
  notes: [
    'all rows are of the operator equals: a name that the table does not have has no price',
    'a row wants the prices of input and output: without one of them there is none; an embedding or a rerank has no output and says 0',
  ],
  write: (table: Table) => {
    const losses: Loss[] = [];
    const rows = offersIn(table).flatMap(({ model, lines }) => {
      const provider = names[model.provider] ?? model.provider.toUpperCase();
      const prices = pricesOf(lines, model.mode === 'embedding' || model.mode === 'rerank', losses);
      return prices ? [{ provider, model: model.id, operator: 'equals', ...prices }] : [];
    });
    const sorted = rows.sort((a, b) => (`${a.provider} ${a.model}` < `${b.provider} ${b.model}` ? -1 : 1));
    const metadata = JSON.stringify({ total_models: sorted.length, note: 'USD per 1,000,000 tokens' });
    return { content: `{ "metadata": ${metadata}, "data": ${itemLines(sorted).trimEnd()} }\n`, losses };
  },
};

function pricesOf(
  lines: readonly PriceLine[],
  hasNoOutput: boolean,
  losses: Loss[],
): Readonly<Record<string, number>> | null {
  const base = lines.filter(({ when }) => Object.keys(when).length === 0);
  const placed = base.filter(({ field }) => field in tokenFields || field in unitFields);
  const told = Object.fromEntries(placed.map(placedAs));
  losses.push(
    ...lines
      .filter((line) => !placed.includes(line))
      .map((line) => ({ line, why: noPlace(line, line.field in tokenFields || line.field in unitFields) })),
  );
  const prices =
    hasNoOutput && 'input_cost_per_1m' in told && !('output_cost_per_1m' in told)
      ? { ...told, output_cost_per_1m: 0 }
      : told;
  if ('input_cost_per_1m' in prices && 'output_cost_per_1m' in prices) return prices;
  losses.push(...allLost(placed, 'the format wants the prices of both input and output'));
  return null;
}

const placedAs = ({ field, price }: PriceLine): [string, number] => {
  const name = tokenFields[field];
  return name === undefined ? [unitFields[field] ?? field, price] : [name, perMillionTokens(price)];
};
