import type { z } from 'zod';
import type { Draft } from '../model/draft.js';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { amount, part } from './parse/fields.js';
import { routerDraft, type RouterRow } from './parse/hfRouter.js';
import { hostDraft, hostPrices, hostRow } from './parse/hostList.js';
import { scaled } from './parse/money.js';
import { withoutZeros } from './parse/withoutZeros.js';
import { routed } from './routed.js';

const row = hostRow.extend({ pricing: part({ ...hostPrices, duration_per_hour: amount }) });
type Row = z.infer<typeof row>;

/**
 * SambaNova Cloud: GET /v1/models, no key; strings, USD per token, audio models USD per hour. Its ids are bare, and its
 * `owned_by` is a mail address. The Hugging Face router's list (USD per 1M) knows its models by their hub ids.
 * Evidence: typed clients to 14 September 2026; no raw body seen.
 */
export const sambanova = defineSource({
  id: 'sambanova',
  name: 'SambaNova',
  providerKind: 'host',
  docs: 'https://docs.sambanova.ai',
  env: ['SAMBANOVA_API_KEY'],
  unit: 'USD per token, strings',
  evidence: 'schema',
  endpoints: [
    listEndpoint('api', {
      list: { url: 'https://api.sambanova.ai/v1/models' },
      row,
      normalize,
    }),
    routed('sambanova', own),
  ],
});

/** An audio model has a price of hours and none of tokens, however often the list writes "0". */
function normalize(model: Row): Draft {
  const draft = hostDraft(model);
  const perSecond = scaled(model.pricing.duration_per_hour, 1, 3600);
  return perSecond ? { ...draft, cost: withoutZeros({ ...draft.cost, perSecond }) } : draft;
}

/** The router's `deepseek-ai/DeepSeek-V3.1` is `DeepSeek-V3.1` here. */
function own(model: RouterRow): Draft | undefined {
  const draft = routerDraft(model);
  return draft && { ...draft, id: draft.id.replace(/^.*\//, '') };
}
