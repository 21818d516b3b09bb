import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { amount, count, id, part, text, texts } from './parse/fields.js';
import { attachable, modalitiesOf, modeOf } from './parse/modalities.js';
import { perMillion } from './parse/money.js';
import { paidFirst } from './parse/paidFirst.js';
import { withoutZeros } from './parse/withoutZeros.js';

const dollars = part({ usd: amount });

const row = z.looseObject({
  id,
  pricing: part({ prompt: amount, completion: amount, input_cache_read: amount }),
  price: part({ input: dollars, output: dollars, input_cache_read: dollars }),
  max_model_len: count,
  context_length: count,
  max_output_length: count,
  input_modalities: texts,
  output_modalities: texts,
  supported_features: texts,
  supported_sampling_parameters: texts,
  quantization: text,
});
type Row = z.infer<typeof row>;

/**
 * Chutes: GET /v1/models, no key; numbers, USD per 1M tokens.
 * Evidence: one full row of 26 July 2026, the server's own source. `owned_by` is the engine and `created` the time of the answer.
 */
export const chutes = defineSource({
  id: 'chutes',
  name: 'Chutes',
  providerKind: 'host',
  docs: 'https://chutes.ai/docs',
  env: ['CHUTES_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    listEndpoint('api', {
      list: { url: 'https://llm.chutes.ai/v1/models' },
      row,
      ignores: { '*.tao': 'the same price in TAO' },
      normalize,
    }),
    catalog('chutes'),
  ],
});

function normalize(model: Row): Draft {
  const input = modalitiesOf(model.input_modalities);
  const output = modalitiesOf(model.output_modalities);
  const has = (feature: string) => model.supported_features && model.supported_features.includes(feature);
  return {
    id: model.id,
    ownedBy: model.id.includes('/') ? model.id.split('/')[0] : null,
    mode: modeOf(input, output),
    modalities: { input, output },
    limit: { context: model.context_length ?? model.max_model_len, output: model.max_output_length },
    capabilities: {
      toolCall: has('tools'),
      reasoning: has('reasoning'),
      structuredOutput: has('structured_outputs'),
      attachment: attachable(input),
      temperature: model.supported_sampling_parameters && model.supported_sampling_parameters.includes('temperature'),
    },
    openWeights: true,
    quantization: model.quantization,
    cost: costOf(model),
  };
}

/** `price` repeats `pricing` beside a price in TAO. */
const costOf = ({ pricing, price }: Row): NonNullable<Draft['cost']> =>
  withoutZeros({
    input: paidFirst(perMillion(pricing.prompt), perMillion(price.input.usd)),
    output: paidFirst(perMillion(pricing.completion), perMillion(price.output.usd)),
    cacheRead: paidFirst(perMillion(pricing.input_cache_read), perMillion(price.input_cache_read.usd)),
  });
