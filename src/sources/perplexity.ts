import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Tier } from '../model/cost.js';
import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import { companion } from './ask.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource, type Endpoint } from './define.js';
import { amount, id, part, parts, text } from './parse/fields.js';
import { jsonList } from './parse/json.js';
import { isVariable, perMillion, perToken, perUnit, scaled, stated } from './parse/money.js';
import { notEmpty } from './parse/notEmpty.js';
import { statedTier } from './parse/statedTier.js';
import { withoutZeros } from './parse/withoutZeros.js';
import { documentedModels } from './perplexity/documents.js';

const models: Request = { url: 'https://api.perplexity.ai/v1/models' };
const pricing: Request = { url: 'https://docs.perplexity.ai/docs/getting-started/pricing.md' };
const agents: Request = { url: 'https://docs.perplexity.ai/docs/agent-api/models.md' };

const prices = {
  input: amount,
  output: amount,
  cache_read: amount,
  cache_write: amount,
  reasoning: amount,
  /** Of the tokens of pages that an answer cites. */
  citation: amount,
  /** USD for 1,000 queries, whatever the unit of the tokens. */
  search: amount,
  unit: text,
};

const row = z.looseObject({
  id,
  name: text,
  owned_by: text,
  pricing: part(prices),
  levels: parts({ level: text, pricing: part(prices) }),
  requestFees: parts({ size: text, price: amount }),
});
type Row = z.infer<typeof row>;

/** The list does not hold the Sonar models: those come from the pricing document, if that can be had. */
const list = (name: string, request: Request): Endpoint =>
  defineEndpoint({
    name,
    requests: { list: request, sonar: companion(pricing, { brings: 'models', read: modelsIn }) },
    rows: ({ list: page, sonar = [] }) => [...jsonList(page, 'data'), ...sonar],
    row,
    normalize,
  });

/**
 * Perplexity: GET /v1/models (labs' models behind the agent API; USD per 1M tokens, the unit stands in the row), the
 * pricing document (the Sonar models) and the document of agent models.
 * Evidence: a list of 10 August 2026; that it asks for no key is an inference, so it is tried with the key first.
 */
export const perplexity = defineSource({
  id: 'perplexity',
  name: 'Perplexity',
  providerKind: 'lab',
  docs: 'https://docs.perplexity.ai',
  env: ['PERPLEXITY_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    list('api-key', { ...models, key: { env: ['PERPLEXITY_API_KEY'] } }),
    { ...list('api', models), fills: false },
    defineEndpoint({
      name: 'docs',
      requests: { sonar: pricing, others: companion(agents, { brings: 'models', read: modelsIn }) },
      rows: ({ sonar, others = [] }) => [...modelsIn(sonar), ...others],
      row,
      normalize,
    }),
    catalog('perplexity', 'perplexity-agent'),
  ],
});

function modelsIn({ body }: Page): unknown[] {
  const documented = documentedModels(body);
  return notEmpty(documented, 'the document holds no models');
}

function normalize(model: Row): Draft {
  const vendor = model.owned_by ?? model.id.split('/')[0];
  const sonar = /(^|\/)sonar\b/.test(model.id);
  return {
    id: model.id,
    name: model.name,
    // Under its own name Perplexity hosts open models of others beside its Sonar.
    ownedBy: sonar ? 'perplexity' : vendor === 'perplexity' || !model.id.includes('/') ? null : vendor,
    mode: sonar ? 'chat' : null,
    ...priceOf(model.pricing),
    tiers: [
      ...model.levels.flatMap(({ level, pricing }) =>
        statedTier(level ? { serviceTier: level } : null, priceOf(pricing).cost ?? {}),
      ),
      ...citationTier(model.pricing),
      ...model.requestFees.map(({ size, price }): Tier => ({
        when: { variant: `${size ?? ''} search context` },
        cost: stated({ perRequest: scaled(price, 1, 1000) }),
      })),
    ],
  };
}

const units: Readonly<Record<string, (quoted: unknown) => number | null>> = {
  usd_per_1m_tokens: perMillion,
  usd_per_1k_tokens: perUnit,
  usd_per_token: perToken,
};

/** Pages that are cited go in as tokens at a price of their own. */
function citationTier({ citation, unit }: Row['pricing']): Tier[] {
  const input = units[unit?.toLowerCase() ?? '']?.(citation);
  return input ? [{ when: { variant: 'citation tokens' }, cost: { input } }] : [];
}

/** No price without a unit that is known. */
function priceOf(quoted: Row['pricing']): Pick<Draft, 'cost' | 'priceStatus' | 'issues'> {
  const convert = units[quoted.unit?.toLowerCase() ?? ''];
  if (!convert) {
    const isPriced = Number(quoted.input) > 0 || Number(quoted.output) > 0;
    return isPriced ? { issues: [{ code: 'unknown-unit', detail: `prices in ${quoted.unit ?? 'no unit'}` }] } : {};
  }
  if (isVariable(quoted.input) || isVariable(quoted.output)) return { priceStatus: 'variable' };
  return {
    cost: withoutZeros({
      input: convert(quoted.input),
      output: convert(quoted.output),
      cacheRead: convert(quoted.cache_read),
      cacheWrite: convert(quoted.cache_write),
      reasoning: convert(quoted.reasoning),
      ...(quoted.search !== null && { perSearch: scaled(quoted.search, 1, 1000) }),
    }),
  };
}
