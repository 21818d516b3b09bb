import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Lifecycle, Modality } from '../model/model.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { openaiList } from './openaiList.js';
import { amount, count, flag, id, part, text } from './parse/fields.js';
import { priceOf } from './parse/hostList.js';
import { attachable } from './parse/modalities.js';

const row = z.looseObject({
  id,
  name: text,
  owned_by: text,
  hugging_face_id: text,
  pricing: part({ prompt: amount, completion: amount }),
  capabilities: part({
    streaming: flag,
    function_calling: flag,
    tools: flag,
    structured_outputs: flag,
    vision: flag,
    reasoning: flag,
  }),
  supported_parameters: part({ temperature: flag }),
  architecture: part({ modality: text }),
  limits: part({ max_context_length: count, max_completion_tokens: count }),
  deprecated: flag,
  preview: flag,
  quantization: text,
});
type Row = z.infer<typeof row>;

/**
 * Cerebras: GET /public/v1/models, no key (strings, USD per token), and GET /v1/models with one (ids alone).
 * Evidence: a whole public body of late August 2026, which held 2 models: a short list is no fault here.
 */
export const cerebras = defineSource({
  id: 'cerebras',
  name: 'Cerebras',
  providerKind: 'host',
  docs: 'https://inference-docs.cerebras.ai/api-reference/models/public-models',
  env: ['CEREBRAS_API_KEY'],
  unit: 'USD per token, strings',
  evidence: 'recorded',
  endpoints: [
    listEndpoint('public', {
      list: { url: 'https://api.cerebras.ai/public/v1/models' },
      row,
      normalize,
    }),
    { ...openaiList('https://api.cerebras.ai/v1/models', { env: ['CEREBRAS_API_KEY'] }), fills: false },
    catalog('cerebras'),
  ],
});

function normalize(model: Row): Draft {
  const { capabilities, limits } = model;
  const modalities = modalitiesOf(model);
  return {
    id: model.id,
    name: model.name,
    ownedBy: model.owned_by,
    modalities,
    limit: { context: limits.max_context_length, output: limits.max_completion_tokens },
    capabilities: {
      toolCall: capabilities.function_calling ?? capabilities.tools,
      reasoning: capabilities.reasoning,
      structuredOutput: capabilities.structured_outputs,
      attachment: capabilities.vision ?? attachable(modalities.input ?? []),
      temperature: model.supported_parameters.temperature,
      streaming: capabilities.streaming,
    },
    openWeights: model.hugging_face_id ? true : null,
    quantization: model.quantization,
    status: statusOf(model),
    ...priceOf(model.pricing),
  };
}

/** "text" or "text+vision": what goes in; what comes out is text. */
function modalitiesOf({ architecture, capabilities }: Row): NonNullable<Draft['modalities']> {
  const words = architecture.modality?.toLowerCase().split(/[^a-z]+/) ?? [];
  if (!words.includes('text')) return {};
  const sees = words.includes('vision') || words.includes('image') || capabilities.vision;
  const input: Modality[] = sees ? ['text', 'image'] : ['text'];
  return { input, output: ['text'] };
}

function statusOf({ deprecated, preview }: Row): Lifecycle | null {
  if (deprecated) return 'deprecated';
  if (preview) return 'preview';
  return deprecated === null && preview === null ? null : 'active';
}
