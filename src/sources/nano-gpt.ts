import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Modality } from '../model/model.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { withoutStorage } from './parse/cacheStorage.js';
import { amount, count, flag, id, part, text, texts } from './parse/fields.js';
import { isDollar } from './parse/isDollar.js';
import { attachable, modalitiesOf } from './parse/modalities.js';
import { perMillion, perToken, perUnit, type Quoted } from './parse/money.js';
import { withoutZeros } from './parse/withoutZeros.js';

const row = z.looseObject({
  id,
  owned_by: text,
  name: text,
  context_length: count,
  max_output_tokens: count,
  architecture: part({ input_modalities: texts, output_modalities: texts }),
  capabilities: part({
    vision: flag,
    reasoning: flag,
    tool_calling: flag,
    structured_output: flag,
    pdf_upload: flag,
    video_input: flag,
    audio_input: flag,
  }),
  pricing: part({
    prompt: amount,
    completion: amount,
    currency: text,
    unit: text,
    cacheReadInputPer1kTokens: amount,
    cacheWriteInputPer1kTokens: amount,
  }),
  open_weights: flag,
  subscription: part({ included: flag }),
});
type Row = z.infer<typeof row>;

/**
 * NanoGPT: GET /api/v1/models?detailed=true, asked without a key, which would narrow the list and change its prices.
 * Numbers, USD per 1M tokens, but the cache prices in the same object are per 1K. Evidence: the docs of August 2026, public clients.
 */
export const nanoGpt = defineSource({
  id: 'nano-gpt',
  name: 'NanoGPT',
  providerKind: 'gateway',
  docs: 'https://docs.nano-gpt.com/api-reference/endpoint/models',
  env: ['NANO_GPT_API_KEY', 'NANOGPT_API_KEY'],
  unit: 'USD per 1M tokens, caches per 1K',
  evidence: 'schema',
  endpoints: [
    listEndpoint('api', {
      list: { url: 'https://nano-gpt.com/api/v1/models?detailed=true' },
      row,
      normalize: (model) => withoutStorage(normalize(model)),
    }),
    catalog('nano-gpt'),
  ],
});

function normalize(model: Row): Draft {
  const { capabilities: can } = model;
  const input = inputs(model);
  const output = modalitiesOf(model.architecture.output_modalities);
  return {
    id: model.id,
    name: model.name,
    ownedBy: model.owned_by?.toLowerCase() === 'nanogpt' ? null : model.owned_by,
    // The list holds text models only.
    mode: 'chat',
    modalities: { input, output: output.length > 0 ? output : ['text'] },
    limit: { context: model.context_length, output: model.max_output_tokens },
    capabilities: {
      toolCall: can.tool_calling,
      reasoning: can.reasoning,
      structuredOutput: can.structured_output,
      attachment:
        input.length > 1 || model.architecture.input_modalities || can.vision !== null ? attachable(input) : null,
    },
    openWeights: model.open_weights,
    ...priceOf(model),
  };
}

function inputs({ architecture, capabilities: can }: Row): Modality[] {
  const listed = modalitiesOf(architecture.input_modalities);
  const extra: Record<string, boolean | null> = {
    image: can.vision,
    pdf: can.pdf_upload,
    video: can.video_input,
    audio: can.audio_input,
  };
  const flagged = Object.entries(extra).flatMap(([kind, takes]) => (takes ? [kind] : []));
  return [...(listed.length > 0 ? listed : (['text'] as const)), ...modalitiesOf(flagged)];
}

/** How the unit is written -> USD per 1K tokens; a unit that nobody knows gives no price. */
const units: Readonly<Record<string, (quoted: Quoted) => number | null>> = {
  per_million_tokens: perMillion,
  per_1m_tokens: perMillion,
  per_thousand_tokens: perUnit,
  per_1k_tokens: perUnit,
  per_token: perToken,
};

/** The caches name their unit themselves. */
function priceOf({ pricing, subscription }: Row): Pick<Draft, 'cost' | 'priceStatus' | 'noPrice' | 'issues'> {
  const convert = units[pricing.unit?.toLowerCase() ?? 'per_million_tokens'];
  if (!isDollar(pricing.currency)) return { noPrice: `its price is in ${pricing.currency}` };
  const cost = withoutZeros({
    input: convert?.(pricing.prompt) ?? null,
    output: convert?.(pricing.completion) ?? null,
    cacheRead: perUnit(pricing.cacheReadInputPer1kTokens),
    cacheWrite: perUnit(pricing.cacheWriteInputPer1kTokens),
  });
  const priced = Object.values(cost).some((price) => price);
  const unknown = !convert && (Number(pricing.prompt) > 0 || Number(pricing.completion) > 0);
  return {
    cost,
    ...(unknown && { issues: [{ code: 'unknown-unit', detail: `prompt: ${pricing.prompt} ${pricing.unit}` }] }),
    ...(subscription.included && !priced && !unknown && { priceStatus: 'plan' }),
  };
}
