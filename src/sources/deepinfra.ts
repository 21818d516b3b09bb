import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Modality, Mode } from '../model/model.js';
import { catalog } from './catalog.js';
import { priceOf, pricing, withServiceTiers } from './deepinfra/price.js';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { unixDay } from './parse/dates.js';
import { count, flag, id, text, texts } from './parse/fields.js';
import { jsonList } from './parse/json.js';

const row = z.looseObject({
  model_name: id,
  type: text,
  reported_type: text,
  tags: texts,
  max_tokens: count,
  max_output_tokens: count,
  pricing,
  deprecated: count,
  quantization: text,
  private: flag,
  is_partner: flag,
});
type Row = z.infer<typeof row>;

/**
 * Deep Infra: GET /models/list, no key, a bare array; US cents per token, caches and service tiers as multiples of it.
 * Evidence: the provider's OpenAPI file of May 2026 and several public clients of 2026.
 */
export const deepinfra = defineSource({
  id: 'deepinfra',
  name: 'Deep Infra',
  providerKind: 'host',
  docs: 'https://deepinfra.com/docs',
  env: ['DEEPINFRA_API_KEY', 'DEEPINFRA_TOKEN'],
  unit: 'US cents per token',
  evidence: 'schema',
  endpoints: [
    listEndpoint('api', {
      list: { url: 'https://api.deepinfra.com/models/list' },
      rows: (page) => jsonList(page, 'data', 'models').map(withServiceTiers),
      row,
      normalize,
    }),
    catalog('deepinfra'),
  ],
});

const types: Readonly<Record<string, { mode: Mode; input: Modality[]; output: Modality[] }>> = {
  'text-generation': { mode: 'chat', input: ['text'], output: ['text'] },
  embeddings: { mode: 'embedding', input: ['text'], output: [] },
  reranker: { mode: 'rerank', input: ['text'], output: [] },
  'automatic-speech-recognition': { mode: 'transcription', input: ['audio'], output: ['text'] },
  'text-to-speech': { mode: 'speech', input: ['text'], output: ['audio'] },
  'text-to-image': { mode: 'image', input: ['text'], output: ['image'] },
  'image-to-image': { mode: 'image', input: ['image'], output: ['image'] },
  'text-to-video': { mode: 'video', input: ['text'], output: ['video'] },
  'image-to-video': { mode: 'video', input: ['image'], output: ['video'] },
};

/** What a tag says of the inputs. */
const inputTags: readonly [string, Modality][] = [
  ['multimodal', 'image'],
  ['input-audio', 'audio'],
  ['input-video', 'video'],
];

function normalize(model: Row): Draft | undefined {
  if (model.private) return undefined;
  const known = types[model.type?.toLowerCase() ?? ''] ?? types[model.reported_type?.toLowerCase() ?? ''];
  const extra = inputTags.flatMap(([tag, kind]) => (model.tags?.includes(tag) ? [kind] : []));
  // The tags describe chat models; on the others their absence says nothing.
  const tags = known?.mode === 'chat' ? model.tags : null;
  const has = (...names: string[]) => tags && names.some((name) => tags.includes(name));
  const gone = unixDay(model.deprecated);
  return {
    id: model.model_name,
    ownedBy: model.model_name.includes('/') ? model.model_name.split('/')[0] : null,
    mode: known?.mode ?? (model.type ? 'other' : null),
    modalities: { input: [...(known?.input ?? []), ...extra], output: known?.output ?? [] },
    // `max_tokens` is the context.
    limit: { context: model.max_tokens, output: model.max_output_tokens },
    capabilities: {
      toolCall: has('tools'),
      reasoning: has('reasoning'),
      structuredOutput: has('json', 'structured-output'),
      attachment: has(...inputTags.map(([tag]) => tag)),
    },
    openWeights: model.is_partner ? false : null,
    quantization: model.quantization,
    ...(gone && { status: 'deprecated', retiresAt: gone }),
    ...priceOf(model.pricing),
  };
}
