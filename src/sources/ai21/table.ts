import { z } from 'zod';
import { shapeError } from '../../fetch/errors.js';
import type { Page, Request } from '../../fetch/request.js';
import type { Lifecycle, Mode, Tier } from '../../model/model.js';
import { isoDay } from '../parse/dates.js';
import { amount, count, flag, id, text } from '../parse/fields.js';
import { jsonObject } from '../parse/json.js';
import { isVariable, perToken, stated } from '../parse/money.js';
import { withoutZeros } from '../parse/withoutZeros.js';
import { defineLink, type Draft } from '../source.js';
import { pricingPage, priceCards } from './pricing.js';

const liteLlm: Request = {
  url: 'https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json',
};

const row = z.looseObject({
  id,
  name: text,
  mode: text,
  max_input_tokens: count,
  max_output_tokens: count,
  max_tokens: count,
  input_cost_per_token: amount,
  output_cost_per_token: amount,
  cache_read_input_token_cost: amount,
  cache_creation_input_token_cost: amount,
  input_cost_per_token_batches: amount,
  output_cost_per_token_batches: amount,
  supports_function_calling: flag,
  supports_tool_choice: flag,
  supports_response_schema: flag,
  supports_reasoning: flag,
  supports_vision: flag,
  deprecation_date: text,
});
type Row = z.infer<typeof row>;

/** LiteLLM's rows of the provider; to them the names that only AI21's page has, whose prices are left to the page's link. */
export const table = defineLink<Row>({
  name: 'litellm',
  origin: 'catalog:litellm',
  requests: [liteLlm, { ...pricingPage, optional: true }],
  rows,
  row,
  normalize,
});

function rows(pages: readonly Page[]): unknown[] {
  const found = pages
    .filter(({ request }) => request.url === liteLlm.url)
    .flatMap((page) => Object.entries(jsonObject(page)))
    .filter(([, entry]) => (entry as { litellm_provider?: unknown } | null)?.litellm_provider === 'ai21')
    .map(([key, entry]) => ({ ...(entry as object), id: key.replace(/^ai21\//, '') }));
  if (found.length === 0) throw shapeError('the table has no rows of ai21');
  const known = new Set(found.map((entry) => entry.id));
  const body = pages.find(({ request }) => request.url === pricingPage.url)?.body ?? '';
  return [
    ...found,
    ...priceCards(body).flatMap(({ id: alias, name }) => (known.has(alias) ? [] : [{ id: alias, name }])),
  ];
}

const modes: Readonly<Record<string, Mode>> = { chat: 'chat', completion: 'completion', embedding: 'embedding' };

function normalize(model: Row): Draft {
  const mode = modes[model.mode ?? ''] ?? null;
  const writes = mode === 'chat' || mode === 'completion';
  return {
    id: model.id,
    name: model.name,
    ownedBy: 'ai21',
    mode,
    modalities: { input: writes && !model.supports_vision ? ['text'] : [], output: writes ? ['text'] : [] },
    limit: { context: model.max_input_tokens ?? model.max_tokens, output: model.max_output_tokens },
    capabilities: {
      toolCall: model.supports_function_calling ?? model.supports_tool_choice,
      structuredOutput: model.supports_response_schema,
      reasoning: model.supports_reasoning,
      attachment: model.supports_vision,
    },
    status: statusOf(model.id),
    deprecatedAt: isoDay(model.deprecation_date),
    ...priceOf(model),
  };
}

/** The table keeps what AI21 has ended: Jurassic-2 and the Jamba 1.5 family. */
const statusOf = (model: string): Lifecycle | null => (/^j2-|^jamba-1\.5(?![.\d])/.test(model) ? 'retired' : null);

function priceOf(model: Row): Pick<Draft, 'cost' | 'tiers' | 'priceStatus'> {
  if (isVariable(model.input_cost_per_token) || isVariable(model.output_cost_per_token))
    return { priceStatus: 'variable' };
  const batch = stated({
    input: perToken(model.input_cost_per_token_batches),
    output: perToken(model.output_cost_per_token_batches),
  });
  const tiers: Tier[] = Object.values(batch).some(Boolean) ? [{ when: { serviceTier: 'batch' }, cost: batch }] : [];
  return {
    tiers,
    cost: withoutZeros({
      input: perToken(model.input_cost_per_token),
      output: perToken(model.output_cost_per_token),
      cacheRead: perToken(model.cache_read_input_token_cost),
      cacheWrite: perToken(model.cache_creation_input_token_cost),
    }),
  };
}
