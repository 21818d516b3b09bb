import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Mode } from '../model/model.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource } from './define.js';
import { unixDay } from './parse/dates.js';
import { amount, count, id, part, text, texts } from './parse/fields.js';
import { featuresOf, vendorOf } from './parse/hostList.js';
import { jsonList } from './parse/json.js';
import { attachable, modalitiesOf } from './parse/modalities.js';
import { isVariable, scaled } from './parse/money.js';

const price = part({ price_per_m: amount });

const row = z.looseObject({
  id,
  created: count,
  display_name: text,
  title: text,
  input_token_price_per_m: amount,
  output_token_price_per_m: amount,
  pricing: part({ prompt: price, completion: price, input_cache_read: price, input_cache_write: price }),
  currency: text,
  context_size: count,
  max_output_tokens: count,
  features: texts,
  input_modalities: texts,
  output_modalities: texts,
  endpoints: texts,
  model_type: text,
  status: amount,
});
type Row = z.infer<typeof row>;

/**
 * Novita AI: GET /openai/models, no key; whole numbers, 1e-4 USD per 1M tokens (14000 is $1.40 per 1M); 0 is free.
 * Evidence: rows of May 2025 (before modalities and cache prices), typed clients and live probes of August 2026.
 */
export const novitaAi = defineSource({
  id: 'novita-ai',
  name: 'Novita AI',
  docs: 'https://novita.ai/docs',
  env: ['NOVITA_API_KEY'],
  unit: '1e-4 USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    defineEndpoint({
      name: 'api',
      requests: { list: { url: 'https://api.novita.ai/openai/models' } },
      rows: ({ list }) => jsonList(list, 'data'),
      row,
      normalize,
    }),
    catalog('novita-ai'),
  ],
});

function normalize(model: Row): Draft | undefined {
  if (isOff(model.status)) return undefined;
  const input = modalitiesOf(model.input_modalities);
  return {
    id: model.id,
    name: (model.display_name ?? model.title)?.replace(/\p{Cc}/gu, '').trim() || null,
    ownedBy: vendorOf(model.id),
    mode: modeOf(model),
    modalities: { input, output: modalitiesOf(model.output_modalities) },
    limit: { context: model.context_size, output: model.max_output_tokens },
    capabilities: { ...featuresOf(model.features), attachment: attachable(input) },
    releaseDate: unixDay(model.created),
    ...priceOf(model),
  };
}

/** 1 is on; 0 and below are off. */
const isOff = (status: Row['status']): boolean =>
  status !== null && status !== undefined && status !== '' && Number(status) <= 0;

const types: Readonly<Record<string, Mode>> = {
  chat: 'chat',
  completion: 'completion',
  embedding: 'embedding',
  rerank: 'rerank',
  reranker: 'rerank',
  image: 'image',
  video: 'video',
  moderation: 'moderation',
};

function modeOf({ model_type: type, endpoints }: Row): Mode | null {
  if (type) return types[type.toLowerCase()] ?? null;
  if (endpoints?.includes('chat/completions')) return 'chat';
  return endpoints?.includes('embeddings') ? 'embedding' : null;
}

const tenThousandths = (quoted: unknown): number | null => scaled(quoted, 1, 10_000_000);

/** Tokens at 0 are free; a cache at 0 beside tokens that are not is one that has no price. */
function priceOf(model: Row): Pick<Draft, 'cost' | 'priceStatus'> {
  const { pricing } = model;
  if (model.currency && model.currency.toUpperCase() !== 'USD') return {};
  const prompt = model.input_token_price_per_m ?? pricing.prompt.price_per_m;
  const completion = model.output_token_price_per_m ?? pricing.completion.price_per_m;
  if (isVariable(prompt) || isVariable(completion)) return { priceStatus: 'variable' };
  const cost = {
    input: tenThousandths(prompt),
    output: tenThousandths(completion),
    cacheRead: tenThousandths(pricing.input_cache_read.price_per_m),
    cacheWrite: tenThousandths(pricing.input_cache_write.price_per_m),
  };
  if (cost.input === 0 && cost.output === 0) return { cost, priceStatus: 'free' };
  return { cost: { ...cost, cacheRead: cost.cacheRead || null, cacheWrite: cost.cacheWrite || null } };
}
