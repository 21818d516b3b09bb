import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Issue } from '../model/pricing.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { amount, count, id, part, parts, text, texts } from './parse/fields.js';
import { attachable, modalitiesOf, modeOf } from './parse/modalities.js';
import { isVariable, perToken, perUnit } from './parse/money.js';
import { sidesOf } from './parse/sidesOf.js';
import { tokens } from './parse/tokens.js';
import { withoutZeros } from './parse/withoutZeros.js';
import { withDrafts } from './withDrafts.js';

const row = z.looseObject({
  id,
  owned_by: text,
  description: text,
  architecture: part({ input_modalities: texts, output_modalities: texts, modality: text }),
  supported_features: texts,
  supported_endpoints: texts,
  pricing: part({
    prompt: amount,
    completion: amount,
    input_cache_read: amount,
    input_cache_write: amount,
    image: amount,
    request: amount,
  }),
  context_window: part({ context_length: count, max_output_tokens: count }),
  context_length: count,
  metadata: part({ display_name: text }),
  reasoning: z.unknown().optional(),
  parameters: parts({ name: text }),
});
type Row = z.infer<typeof row>;

/**
 * Poe: GET /v1/models, no key; strings, USD per token. No `pricing` is a free bot or one paid in points: not known.
 * Evidence: one full row of June 2026 and 297 rows of September 2025. `created` is when the bot was made, and the unit of
 * `pricing.request` is uncertain.
 */
export const poe = defineSource({
  id: 'poe',
  name: 'Poe',
  providerKind: 'gateway',
  docs: 'https://creator.poe.com/docs/external-applications/openai-compatible-api',
  env: ['POE_API_KEY'],
  unit: 'USD per token, strings',
  evidence: 'recorded',
  endpoints: [
    listEndpoint('api', {
      list: { url: 'https://api.poe.com/v1/models' },
      row,
      normalize,
    }),
    // models.dev puts a vendor before the ids that Poe does not have.
    withDrafts(catalog('poe'), (draft) => ({ ...draft, id: draft.id.replace(/^[^/]+\//, '') })),
  ],
});

function normalize(model: Row): Draft {
  const { input, output } = modalities(model);
  const { context_window: window, supported_endpoints: endpoints } = model;
  const chats = endpoints?.includes('/v1/chat/completions') === true && output.includes('text');
  return {
    id: model.id,
    name: model.metadata.display_name,
    ownedBy: model.owned_by?.toLowerCase() === 'poe' ? null : model.owned_by,
    mode: modeOf(input, output) ?? (chats ? 'chat' : null),
    modalities: { input, output },
    limit: {
      context: window.context_length ?? model.context_length ?? describedContext(model.description),
      // The end of a slider among the parameters is no limit.
      output: window.max_output_tokens,
    },
    capabilities: {
      toolCall: model.supported_features && model.supported_features.includes('tools'),
      reasoning: reasons(model) ? true : null,
      attachment: attachable(input),
      temperature: model.parameters.some(({ name }) => name === 'temperature') ? true : null,
    },
    ...priceOf(model.pricing),
  };
}

/** The lists may be empty where "text,image->text" is given. */
function modalities({ architecture: { input_modalities: input, output_modalities: output, modality } }: Row) {
  const sides = sidesOf(modality);
  return {
    input: input?.length ? modalitiesOf(input) : sides.input,
    output: output?.length ? modalitiesOf(output) : sides.output,
  };
}

const reasons = (model: Row): boolean =>
  Boolean(model.reasoning) || model.parameters.some(({ name }) => /thinking|^reasoning_effort$/i.test(name ?? ''));

const describedContext = (description: string | null): number | null =>
  tokens(/context window:\s*(\d[\d.,]*\s*[km]?\b)/i.exec(description ?? '')?.[1]);

/** A 0 beside a price stands for "none", -1 for one that depends on the call. */
function priceOf(pricing: Row['pricing']): Pick<Draft, 'cost' | 'priceStatus' | 'issues'> {
  if (isVariable(pricing.prompt) || isVariable(pricing.completion)) return { priceStatus: 'variable' };
  const cost = withoutZeros({
    input: perToken(pricing.prompt),
    output: perToken(pricing.completion),
    cacheRead: perToken(pricing.input_cache_read),
    cacheWrite: perToken(pricing.input_cache_write),
    perImage: perUnit(pricing.image),
  });
  const isPriced = Object.values(cost).some((price) => typeof price === 'number');
  return { cost, issues: issuesOf(pricing, isPriced) };
}

function issuesOf({ request }: Row['pricing'], isPriced: boolean): Issue[] {
  if (Number(request) > 0)
    return [{ code: 'unknown-unit', detail: `request: ${request} USD, for one or for 1,000 of them` }];
  return isPriced ? [] : [{ code: 'no-price', detail: 'the list has no price of it: it is free or paid in points' }];
}
