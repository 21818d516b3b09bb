import type { CostField } from '../../model/cost.js';
import type { Model } from '../../model/model.js';
import { noPlace, stepOf } from '../conditions.js';
import { perMillionTokens } from '../exact.js';
import type { Loss } from '../export.js';
import type { PriceLine } from '../../cost/priceLines.js';
import { allLost, type Entry } from '../offersIn.js';

/** models.dev's name of a price, USD per 1M tokens. */
const fields: Partial<Record<CostField, string>> = {
  input: 'input',
  output: 'output',
  cacheRead: 'cache_read',
  cacheWrite: 'cache_write',
  reasoning: 'reasoning',
  inputAudio: 'input_audio',
  outputAudio: 'output_audio',
};

/** What has no output that tokens are counted of. */
const withoutOutput: readonly (Model['mode'] | undefined)[] = ['embedding', 'rerank'];

type Prices = Readonly<Record<string, number>>;

/** The `cost` of a model, nothing where the format can't hold it. */
export function costOf({ mode }: Pick<Model, 'mode'>, lines: readonly PriceLine[]): Entry<{ cost?: object }> {
  const placed: { size: number; line: PriceLine }[] = [];
  const losses: Loss[] = [];
  for (const line of lines) {
    const size = sizeOf(stepOf(line, lines));
    if (size === null || !(line.field in fields)) losses.push({ line, why: noPlace(line, line.field in fields) });
    else placed.push({ size, line });
  }
  const told = pricesOf(placed.filter(({ size }) => size === 0));
  const base: Prices = withoutOutput.includes(mode) && told['input'] !== undefined ? { output: 0, ...told } : told;
  if (base['input'] === undefined || base['output'] === undefined) {
    const why = 'the format wants the prices of both input and output';
    return {
      value: {},
      losses: [
        ...losses,
        ...allLost(
          placed.map(({ line }) => line),
          why,
        ),
      ],
    };
  }
  const sizes = [...new Set(placed.map(({ size }) => size))].filter((size) => size > 0).sort((a, b) => a - b);
  const above = (size: number) => inOrder({ ...base, ...pricesOf(placed.filter((one) => one.size === size)) });
  const tiers = sizes.map((size) => ({ ...above(size), tier: { type: 'context', size } }));
  return {
    value: {
      cost: {
        ...inOrder(base),
        ...(tiers.length > 0 && { tiers }),
        ...(sizes.includes(200_000) && { context_over_200k: above(200_000) }),
      },
    },
    losses,
  };
}

/** 0 for a base price, the step's size for one by the length of the prompt alone, else null. */
function sizeOf({ contextAbove, ...others }: PriceLine['when']): number | null {
  if (Object.keys(others).length > 0) return null;
  return contextAbove ?? 0;
}

const pricesOf = (placed: readonly { readonly line: PriceLine }[]): Prices =>
  Object.fromEntries(placed.map(({ line: { field, price } }) => [fields[field] ?? field, perMillionTokens(price)]));

const inOrder = (prices: Prices): Prices =>
  Object.fromEntries(
    Object.values(fields).flatMap((name) => {
      const price = prices[name];
      return price === undefined ? [] : [[name, price] as const];
    }),
  );
