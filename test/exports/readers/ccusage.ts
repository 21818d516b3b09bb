import { type Reader, readFields } from './reader.js';

interface Config {
  readonly defaults: { readonly pricingOverrides: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
}

const names = {
  inputCostPerToken: ['input', 1000],
  outputCostPerToken: ['output', 1000],
  cacheCreationInputTokenCost: ['cacheWrite', 1000],
  cacheReadInputTokenCost: ['cacheRead', 1000],
} as const;

/** ccusage: overrides by the bare name of a model, whoever sells it. */
export const ccusage: Reader = (content) => {
  const { pricingOverrides } = (JSON.parse(String(content)) as Config).defaults;
  return (_, id) => {
    const entry = pricingOverrides[id] ?? {};
    const long = Object.entries(entry).flatMap(([key, value]) =>
      key.endsWith('Above200kTokens') ? [[key.replace('Above200kTokens', ''), value] as const] : [],
    );
    return [...readFields(entry, names, {}), ...readFields(Object.fromEntries(long), names, { contextAbove: 200_000 })];
  };
};
