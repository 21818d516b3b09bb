import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Modality, Mode } from '../model/model.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { withoutStorage } from './parse/cacheStorage.js';
import { amount, count, flag, id, text } from './parse/fields.js';
import { modeNamed } from './parse/modeNamed.js';
import { perToken } from './parse/money.js';
import { withoutZeros } from './parse/withoutZeros.js';
import { sameList } from './sameList.js';

const row = z.looseObject({
  id,
  api: text,
  input_price: amount,
  output_price: amount,
  caching_price: amount,
  cached_price: amount,
  context_window: count,
  max_output_tokens: count,
  supports_vision: flag,
  supports_reasoning: flag,
  supports_tool_calling: flag,
  supports_image_generation: flag,
  supports_output_json_schema: flag,
});
type Row = z.infer<typeof row>;

const url = 'https://router.requesty.ai/v1/models';

/**
 * Requesty: GET /v1/models; numbers, USD per token. Asked without a key first: with one, only what its owner allows is listed.
 * Evidence: one full row of June 2026, older ones of 2025. `created` is when the row was added, `owned_by` always "system".
 */
export const requesty = defineSource({
  id: 'requesty',
  name: 'Requesty',
  providerKind: 'gateway',
  docs: 'https://docs.requesty.ai',
  env: ['REQUESTY_API_KEY'],
  unit: 'USD per token',
  evidence: 'recorded',
  endpoints: [
    ...sameList({
      ways: { api: { url }, 'api-keyed': { url, key: { env: ['REQUESTY_API_KEY'] } } },
      row,
      normalize: (model) => withoutStorage(normalize(model)),
    }),
    catalog('requesty'),
  ],
});

/** What comes out of those that do not write text. */
const outputs: { readonly [mode in Mode]?: readonly Modality[] } = {
  embedding: [],
  rerank: [],
  image: ['image'],
  video: ['video'],
  speech: ['audio'],
};

function normalize(model: Row): Draft {
  const mode = modeNamed(model.api);
  const output = outputs[mode ?? 'chat'] ?? ['text'];
  return {
    id: model.id,
    ownedBy: lab(model.id),
    mode,
    modalities: {
      input: model.supports_vision ? ['text', 'image'] : ['text'],
      output: model.supports_image_generation ? [...output, 'image'] : output,
    },
    limit: { context: model.context_window, output: model.max_output_tokens },
    capabilities: {
      toolCall: model.supports_tool_calling,
      reasoning: model.supports_reasoning,
      structuredOutput: model.supports_output_json_schema,
      attachment: model.supports_vision,
    },
    cost: costOf(model),
  };
}

/** `host/lab/model` names the lab; of `host/model` nobody knows whether the host made it. */
const lab = (id: string): string | null => /^[^/]+\/([^/]+)\/[^/]/.exec(id)?.[1] ?? null;

/** `caching` is the write, `cached` the read. A single 0 stands for "none"; where all are 0 nothing is known. */
const costOf = (model: Row): NonNullable<Draft['cost']> =>
  withoutZeros({
    input: perToken(model.input_price),
    output: perToken(model.output_price),
    cacheRead: perToken(model.cached_price),
    cacheWrite: perToken(model.caching_price),
  });
