import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Modality } from '../model/model.js';
import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import { paged } from './ask.js';
import { defineEndpoint, defineSource } from './define.js';
import { amount, count, flag, id, part, text } from './parse/fields.js';
import { vendorOf } from './parse/hostList.js';
import { jsonObject, jsonPages } from './parse/json.js';
import { isVariable, perMillion, perToken } from './parse/money.js';
import { paidFirst } from './parse/paidFirst.js';
import { withoutZeros } from './parse/withoutZeros.js';
import { routed } from './routed.js';

const row = z.looseObject({
  id,
  name: text,
  context_length: count,
  max_completion_tokens: count,
  status: text,
  features: part({ tool_use: flag, image_input: flag }),
  pricing: part({ prompt: amount, completion: amount, input: amount, output: amount }),
});
type Row = z.infer<typeof row>;

const listPage = (number: number): Request => ({
  url: `https://api.featherless.ai/v1/models?page=${number}&per_page=1000&status=active`,
});

/**
 * Featherless AI: GET /v1/models in pages of 1000 (more than 20 of them), no key. `prompt` and `completion` are USD per
 * token, `input` and `output` of the same object USD per 1M; most models have neither and are part of a flat subscription.
 * Evidence: the docs of the list and a typed client of 25 August 2026; no raw body seen.
 */
export const featherless = defineSource({
  id: 'featherless',
  name: 'Featherless AI',
  providerKind: 'plan',
  docs: 'https://featherless.ai/docs/api-reference-models',
  env: ['FEATHERLESS_API_KEY'],
  unit: 'USD per token and per 1M tokens',
  evidence: 'schema',
  endpoints: [
    defineEndpoint({
      name: 'api',
      requests: { list: paged(listPage(1), next) },
      rows: ({ list }) => jsonPages(list, 'data'),
      row,
      normalize,
    }),
    routed('featherless-ai'),
  ],
});

const envelope = z.looseObject({ pagination: part({ current_page: count, total_pages: count }) });

/** The page after this one, as long as the list says that there is one and this one held something. */
function next(page: Page): Request[] {
  const answer = jsonObject(page);
  const { current_page: shown, total_pages: total } = envelope.parse(answer).pagination;
  const current = shown ?? Number(new URL(page.request.url).searchParams.get('page'));
  const empty = !Array.isArray(answer['data']) || answer['data'].length === 0;
  return !empty && total !== null && current < total ? [listPage(current + 1)] : [];
}

function normalize(model: Row): Draft | undefined {
  if (model.status && model.status.toLowerCase() !== 'active') return undefined;
  const { tool_use: toolCall, image_input: sees } = model.features;
  const input: Modality[] = sees === null ? [] : sees ? ['text', 'image'] : ['text'];
  return {
    id: model.id,
    name: model.name,
    ownedBy: vendorOf(model.id),
    modalities: { input },
    limit: { context: model.context_length, output: model.max_completion_tokens },
    capabilities: { toolCall, attachment: sees },
    openWeights: true,
    status: model.status ? 'active' : null,
    ...priceOf(model.pricing),
  };
}

function priceOf(pricing: Row['pricing']): Pick<Draft, 'cost' | 'priceStatus'> {
  const { prompt, completion, input, output } = pricing;
  const quoted = [prompt, completion, input, output].filter((price) => price !== null && price !== undefined);
  if (quoted.length === 0 && !Object.values(pricing).some((price) => Number(price) > 0)) return { priceStatus: 'plan' };
  if (quoted.some(isVariable)) return { priceStatus: 'variable' };
  return {
    cost: withoutZeros({
      input: paidFirst(perToken(prompt), perMillion(input)),
      output: paidFirst(perToken(completion), perMillion(output)),
    }),
  };
}
