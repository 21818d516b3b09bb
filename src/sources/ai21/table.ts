import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Tier } from '../../model/cost.js';
import type { Lifecycle } from '../../model/model.js';
import type { Page } from '../../model/page.js';
import type { Request } from '../../model/request.js';
import { companion } from '../ask.js';
import { defineEndpoint } from '../define.js';
import { isoDay } from '../parse/dates.js';
import { amount, count, flag, id, text } from '../parse/fields.js';
import { jsonObject } from '../parse/json.js';
import { modeNamed } from '../parse/modeNamed.js';
import { isVariable, perToken, stated } from '../parse/money.js';
import { notEmpty } from '../parse/notEmpty.js';
import { withoutZeros } from '../parse/withoutZeros.js';
import { type Card, priceCards, pricingPage } from './pricing.js';

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

/** LiteLLM's rows of the provider; to them the names that only AI21's page has, whose prices are left to its endpoint. */
export const table = defineEndpoint({
  name: 'litellm',
  origin: 'catalog:litellm',
  requests: { list: liteLlm, aliases: companion(pricingPage, { brings: 'models', read: priceCards }) },
  rows,
  row,
  normalize,
});

function rows({ list, aliases = [] }: { list: Page; aliases: readonly Card[] | undefined }): unknown[] {
  const found = notEmpty(
    Object.entries(jsonObject(list))
      .filter(([, entry]) => (entry as { litellm_provider?: unknown } | null)?.litellm_provider === 'ai21')
      .map(([key, entry]) => ({ ...(entry as object), id: key.replace(/^ai21\//, '') })),
    'the table has no rows of ai21',
  );
  const known = new Set(found.map((entry) => entry.id));
  return [...found, ...aliases.flatMap(({ id: alias, name }) => (known.has(alias) ? [] : [{ id: alias, name }]))];
}

function normalize(model: Row): Draft {
  const mode = modeNamed(model.mode);
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
