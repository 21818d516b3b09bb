import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Modality, Mode } from '../model/model.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { amount, commaList, count, id, part, text } from './parse/fields.js';
import { attachable, modalitiesOf } from './parse/modalities.js';
import { perMillion } from './parse/money.js';
import { withoutZeros } from './parse/withoutZeros.js';

const row = z.looseObject({
  model_id: id,
  model_name: text,
  pricing: part({ input: amount, output: amount, cache_read: amount, cache_write: amount }),
  types: commaList,
  features: commaList,
  input_modalities: commaList,
  max_output: count,
  context_length: count,
});
type Row = z.infer<typeof row>;

/**
 * AIHubMix: GET /api/v1/models, no key; numbers, USD per 1M tokens (the docs' table says per 1K, its figures are per 1M).
 * Evidence: the docs page with five real rows, a typed client run daily until August 2026.
 */
export const aihubmix = defineSource({
  id: 'aihubmix',
  name: 'AIHubMix',
  providerKind: 'gateway',
  docs: 'https://docs.aihubmix.com',
  env: ['AIHUBMIX_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'schema',
  endpoints: [
    listEndpoint('api', {
      list: { url: 'https://aihubmix.com/api/v1/models' },
      row,
      normalize,
    }),
    listEndpoint('openai-list', {
      fills: false,
      list: { url: 'https://aihubmix.com/v1/models' },
      row: z.looseObject({ id }),
      normalize: (model) => ({ id: model.id }),
    }),
    catalog('aihubmix'),
  ],
});

const chat: Kind = { mode: 'chat', output: ['text'], perToken: true };
const image: Kind = { mode: 'image', output: ['image'] };
const video: Kind = { mode: 'video', output: ['video'] };
const rerank: Kind = { mode: 'rerank', output: [], perToken: true };
interface Kind {
  readonly mode: Mode;
  readonly output: readonly Modality[];
  /** Whether the prices are of tokens; elsewhere they are of images, seconds or characters, and nothing says of which. */
  readonly perToken?: boolean;
}

/** By type; what makes something else than text goes before what also chats. */
const kinds: Readonly<Record<string, Kind>> = {
  image_generation: image,
  t2i: image,
  video,
  t2v: video,
  tts: { mode: 'speech', output: ['audio'] },
  stt: { mode: 'transcription', output: ['text'] },
  embedding: { mode: 'embedding', output: [], perToken: true },
  rerank,
  reranking: rerank,
  llm: chat,
  t2t: chat,
};

function normalize(model: Row): Draft {
  const types = lower(model.types) ?? [];
  const kind = Object.entries(kinds).find(([type]) => types.includes(type))?.[1];
  const features = lower(model.features) ?? [];
  // An empty list is how the list writes that it doesn't know.
  const has = (...names: string[]) => (features.length > 0 ? names.some((name) => features.includes(name)) : null);
  const input = modalitiesOf(model.input_modalities);
  return {
    id: model.model_id,
    name: model.model_name,
    ownedBy: model.model_id.includes('/') ? model.model_id.split('/')[0] : null,
    mode: kind?.mode,
    modalities: { input, output: kind?.output ?? [] },
    limit: { context: model.context_length, output: model.max_output },
    capabilities: {
      toolCall: has('tools', 'function_calling'),
      reasoning: has('thinking'),
      structuredOutput: has('structured_outputs'),
      attachment: attachable(input),
    },
    ...(kind?.perToken ? priceOf(model, kind) : withoutUnit(model)),
  };
}

/** The prices of images, seconds and characters, and of types that nobody knows. */
const withoutUnit = ({ types, pricing: { input, output } }: Row): Pick<Draft, 'issues'> => {
  const [price] = [input, output].filter((quoted) => Number(quoted) > 0);
  const detail = `pricing: ${price} USD, and nothing says of what (${types?.join(', ') ?? 'no type'})`;
  return price === undefined ? {} : { issues: [{ code: 'unknown-unit', detail }] };
};

const lower = (words: readonly string[] | null) => words?.map((word) => word.toLowerCase());

/** Embeddings repeat the input price as output. A 0 beside a price stands for "none"; alone it is one where the id says free. */
function priceOf({ model_id: id, pricing }: Row, kind: Kind): Pick<Draft, 'cost' | 'priceStatus'> {
  const cost = withoutZeros({
    input: perMillion(pricing.input),
    output: kind.mode === 'chat' ? perMillion(pricing.output) : null,
    cacheRead: perMillion(pricing.cache_read),
    cacheWrite: perMillion(pricing.cache_write),
  });
  return { cost, ...(cost.input === 0 && id.endsWith('-free') && { priceStatus: 'free' }) };
}
