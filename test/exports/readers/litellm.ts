import { sellers } from '../../../src/sources/prices/litellm/sellers.js';
import type { PriceLine } from '../../../src/cost/priceLines.js';
import { type Read, type Reader, readFields } from './reader.js';

type Entry = Readonly<Record<string, unknown>> & { readonly litellm_provider: string; readonly mode?: string };

const tokens = {
  input_cost_per_token: ['input', 1000],
  output_cost_per_token: ['output', 1000],
  cache_read_input_token_cost: ['cacheRead', 1000],
  cache_creation_input_token_cost: ['cacheWrite', 1000],
  cache_creation_input_token_cost_above_1hr: ['cacheWrite1h', 1000],
  output_cost_per_reasoning_token: ['reasoning', 1000],
  input_cost_per_audio_token: ['inputAudio', 1000],
  output_cost_per_audio_token: ['outputAudio', 1000],
  input_cost_per_image_token: ['inputImage', 1000],
  output_cost_per_image_token: ['outputImage', 1000],
} as const;
const units = {
  output_cost_per_image: ['perImage', 1],
  input_cost_per_image: ['perInputImage', 1],
  input_cost_per_second: ['perSecond', 1],
  output_cost_per_second: ['perSecond', 1],
  input_cost_per_character: ['perCharacter', 1],
  input_cost_per_query: ['perSearch', 1],
  input_cost_per_request: ['perRequest', 1],
  ocr_cost_per_page: ['perPage', 1],
} as const;

/** LiteLLM: USD per one; conditions stand at the end of a key: `…_above_200k_tokens_priority`, `…_batches`. */
export const litellm: Reader = (content) => {
  const map = JSON.parse(String(content)) as Readonly<Record<string, Entry>>;
  return (provider, id) => {
    const entry = lookUp(map, (sellers as Readonly<Record<string, string>>)[provider]?.toLowerCase() ?? provider, id);
    if (!entry) return [];
    return [
      ...readFields(entry, { ...tokens, ...units }, {}),
      ...Object.keys(entry).flatMap((key) => endings(entry, key)),
    ];
  };
};

/** LiteLLM looks for `provider/model` first, then for the bare model, and takes an entry of that provider alone. */
const lookUp = (map: Readonly<Record<string, Entry>>, provider: string, id: string): Entry | undefined =>
  [`${provider}/${id}`, id].map((key) => map[key]).find((entry) => entry?.litellm_provider === provider);

function endings(entry: Entry, key: string): Read[] {
  const found = /^(.*?)(?:_above_(\d+)k_tokens)?(?:_(batches|flex|priority))?$/.exec(key);
  const [, base = '', thousands, level] = found ?? [];
  if (!(base in tokens) || (thousands === undefined && level === undefined)) return [];
  const serviceTier = level === 'batches' ? 'batch' : level;
  const when: PriceLine['when'] = {
    ...(thousands !== undefined && { contextAbove: Number(thousands) * 1000 }),
    ...(serviceTier !== undefined && { serviceTier }),
  };
  return readFields({ [base]: entry[key] }, tokens, when);
}
