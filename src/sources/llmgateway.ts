import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Lifecycle, Mode } from '../model/model.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { priceOf, pricing, route } from './llmgateway/price.js';
import { anySays } from './parse/anySays.js';
import { withoutStorage } from './parse/cacheStorage.js';
import { isoDay } from './parse/dates.js';
import { count, flag, id, part, parts, text, texts } from './parse/fields.js';
import { lifecycleNamed } from './parse/lifecycleNamed.js';
import { attachable, modalitiesOf, modeOf } from './parse/modalities.js';
import { perUnit } from './parse/money.js';

const row = z.looseObject({
  id,
  name: text,
  family: text,
  architecture: part({ input_modalities: texts, output_modalities: texts }),
  providers: parts({ ...route, streaming: z.unknown().optional(), tools: flag, reasoning: flag }),
  pricing,
  context_length: count,
  supported_parameters: texts,
  structured_outputs: flag,
  free: flag,
  deprecated_at: text,
  deactivated_at: text,
  stability: text,
});
type Row = z.infer<typeof row>;

/**
 * LLM Gateway: GET /v1/models, no key; strings as JavaScript prints numbers ("1e-7"), USD per token.
 * Evidence: the route's own source of 2026. The model's price is that of the first provider that has one.
 */
export const llmgateway = defineSource({
  id: 'llmgateway',
  name: 'LLM Gateway',
  providerKind: 'gateway',
  docs: 'https://docs.llmgateway.io',
  env: ['LLMGATEWAY_API_KEY', 'LLM_GATEWAY_API_KEY'],
  unit: 'USD per token, strings',
  evidence: 'schema',
  endpoints: [
    listEndpoint('api', {
      list: { url: 'https://api.llmgateway.io/v1/models' },
      row,
      createdIsRelease: 'the server writes the `releasedAt` of its model definitions there',
      ignores: { '*.web_search': 'a call of a tool, not of the model' },
      normalize: (model) => withoutStorage(normalize(model)),
    }),
    catalog('llmgateway'),
  ],
});

function normalize(model: Row): Draft {
  const input = modalitiesOf(model.architecture.input_modalities);
  const output = modalitiesOf(model.architecture.output_modalities);
  const deprecatedAt = isoDay(model.deprecated_at);
  const retiresAt = isoDay(model.deactivated_at);
  return {
    id: model.id,
    name: model.name,
    ownedBy: isRouter(model) ? null : model.family,
    mode: modeFor(model) ?? modeOf(input, output) ?? (output.includes('text') ? 'chat' : null),
    modalities: { input, output },
    limit: { context: model.context_length },
    capabilities: {
      // The parameters are no help: a model without a list of its own gets one that has tools.
      toolCall: anySays(model.providers.map(({ tools }) => tools)),
      reasoning:
        model.supported_parameters?.includes('reasoning') || anySays(model.providers.map((entry) => entry.reasoning)),
      structuredOutput: model.structured_outputs,
      attachment: attachable(input),
      streaming: anySays(model.providers.map(({ streaming }) => (streaming === 'only' ? true : boolean(streaming)))),
    },
    status: statusOf(model, retiresAt),
    deprecatedAt,
    retiresAt,
    ...(isRouter(model) ? { priceStatus: 'variable' } : priceOf(model)),
  };
}

/** `auto` and `custom` stand for whatever model the call is sent to. */
const isRouter = ({ id, family }: Row): boolean => [id, family].some((word) => word === 'auto' || word === 'custom');

const boolean = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);

const modeFor = ({ architecture, pricing }: Row): Mode | null => {
  if (architecture.output_modalities?.some((name) => /^embeddings?$/i.test(name))) return 'embedding';
  return perUnit(pricing.ocr_page) ? 'ocr' : null;
};

function statusOf({ stability }: Row, end: string | null): Lifecycle | null {
  const status = lifecycleNamed(stability);
  // With an end in sight the dates tell.
  return status === 'active' && end !== null ? null : status;
}
