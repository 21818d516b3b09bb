import { type Reader, readFields } from './reader.js';

type Row = Readonly<Record<string, unknown>> & {
  readonly provider: string;
  readonly model: string;
  readonly operator: string;
};

const ids: Readonly<Record<string, string>> = {
  'amazon-bedrock': 'AWS',
  'fireworks-ai': 'FIREWORKS',
  'novita-ai': 'NOVITA',
  togetherai: 'TOGETHER',
  xai: 'X',
};

const names = {
  input_cost_per_1m: ['input', 1, 1000],
  output_cost_per_1m: ['output', 1, 1000],
  prompt_cache_write_per_1m: ['cacheWrite', 1, 1000],
  prompt_cache_read_per_1m: ['cacheRead', 1, 1000],
  prompt_audio_per_1m: ['inputAudio', 1, 1000],
  completion_audio_per_1m: ['outputAudio', 1, 1000],
  per_image: ['perImage', 1],
  per_call: ['perRequest', 1],
} as const;

/** Helicone: the first row of the provider whose model equals the id. */
export const helicone: Reader = (content) => {
  const { data } = JSON.parse(String(content)) as { readonly data: readonly Row[] };
  const rows = new Map(data.map((row) => [`${row.provider} ${row.model}`, row]));
  return (provider, id) => readFields(rows.get(`${ids[provider] ?? provider.toUpperCase()} ${id}`) ?? {}, names, {});
};
