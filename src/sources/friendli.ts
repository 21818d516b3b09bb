import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { amount, count, flag, id, part, text } from './parse/fields.js';
import { vendorOf } from './parse/hostList.js';
import { isVariable, perMillion, perToken, type Quoted } from './parse/money.js';
import { withoutZeros } from './parse/withoutZeros.js';

const row = z.looseObject({
  id,
  name: text,
  context_length: count,
  max_completion_tokens: count,
  functionality: part({ tool_call: flag, structured_output: flag }),
  hugging_face_url: text,
  pricing: part({
    input: amount,
    output: amount,
    prompt: amount,
    completion: amount,
    input_cache_read: amount,
    unit_type: text,
  }),
});
type Row = z.infer<typeof row>;

/**
 * FriendliAI: GET /serverless/v1/models, no key. Strings are USD per token (since July 2026), numbers USD per 1M tokens
 * (before). `created` may lie in the future and is no release date.
 * Evidence: typed clients of both forms, to 14 September 2026; no raw body seen.
 */
export const friendli = defineSource({
  id: 'friendli',
  name: 'FriendliAI',
  providerKind: 'host',
  docs: 'https://friendli.ai/docs',
  env: ['FRIENDLI_TOKEN'],
  unit: 'USD per token as strings, per 1M tokens as numbers',
  evidence: 'schema',
  endpoints: [
    listEndpoint('api', {
      list: { url: 'https://api.friendli.ai/serverless/v1/models' },
      row,
      normalize,
    }),
    catalog('friendli'),
  ],
});

function normalize(model: Row): Draft {
  return {
    id: model.id,
    name: model.name,
    ownedBy: vendorOf(model.id),
    limit: { context: model.context_length, output: model.max_completion_tokens },
    capabilities: {
      toolCall: model.functionality.tool_call,
      structuredOutput: model.functionality.structured_output,
    },
    openWeights: model.hugging_face_url ? true : null,
    ...priceOf(model.pricing),
  };
}

/** Only tokens have a price of tokens: a model that is billed by the second writes 0. */
function priceOf(pricing: Row['pricing']): Pick<Draft, 'cost' | 'priceStatus' | 'issues' | 'noPrice'> {
  const { unit_type: unit } = pricing;
  if (unit && unit.toUpperCase() !== 'TOKEN') return { noPrice: `billed by the ${unit.toLowerCase()}, not by tokens` };
  const input = pricing.input ?? pricing.prompt;
  const output = pricing.output ?? pricing.completion;
  if (isVariable(input) || isVariable(output)) return { priceStatus: 'variable' };
  const cost = {
    input: converted(input),
    output: converted(output),
    cacheRead: converted(pricing.input_cache_read),
  };
  if (Object.values(cost).every(isPlausible)) return { cost: withoutZeros(cost) };
  return {
    issues: [{ code: 'implausible-price', detail: 'not within 0.001 to 1000 USD per 1M tokens: another unit' }],
  };
}

const converted = (quoted: Quoted): number | null =>
  typeof quoted === 'string' ? perToken(quoted) : perMillion(quoted);

/** Beyond 0.001 to 1000 USD per 1M the unit has changed once more, and no price of the row can be believed. */
const isPlausible = (price: number | null): boolean => !price || (price >= 0.000_001 && price <= 1);
