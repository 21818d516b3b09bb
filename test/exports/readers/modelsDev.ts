import { type Reader, readFields } from './reader.js';

interface Model {
  readonly cost?: Readonly<Record<string, unknown>> & {
    readonly tiers?: readonly { readonly tier: { readonly type: string; readonly size: number } }[];
  };
}
type Catalog = Readonly<Record<string, { readonly models: Readonly<Record<string, Model>> }>>;

const names = {
  input: ['input', 1, 1000],
  output: ['output', 1, 1000],
  cache_read: ['cacheRead', 1, 1000],
  cache_write: ['cacheWrite', 1, 1000],
  reasoning: ['reasoning', 1, 1000],
  input_audio: ['inputAudio', 1, 1000],
  output_audio: ['outputAudio', 1, 1000],
} as const;

/** models.dev: USD per 1M tokens; the tier with the largest size below the prompt's length holds, with all it lists. */
export const modelsDev: Reader = (content) => {
  const catalog = JSON.parse(String(content)) as Catalog;
  return (provider, id) => {
    const cost = catalog[provider]?.models[id]?.cost;
    if (!cost) return [];
    const tiers = (cost.tiers ?? []).flatMap(({ tier: { type, size }, ...prices }) => {
      if (type !== 'context') throw new Error(`a tier of ${type}`);
      return readFields(prices, names, { contextAbove: size });
    });
    return [...readFields(cost, names, {}), ...tiers];
  };
};
