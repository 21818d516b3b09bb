import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import { defineSource, type Endpoint } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { costOf, modeOf } from './parasail/kinds.js';
import { page } from './parasail/page.js';
import { amount, count, id, text, texts } from './parse/fields.js';
import { jsonList } from './parse/json.js';

const priced = z.looseObject({
  externalAlias: id,
  modelName: text,
  displayName: text,
  maxCompletionTokens: count,
  engineTask: text,
  contextLength: count,
  inputCost: amount,
  outputCost: amount,
  cachedCost: amount,
  tags: texts,
});

type Priced = z.infer<typeof priced>;

const listed = z.looseObject({ id });

/**
 * Parasail: the price feed of its web console, GET /api/v1/prices/serverlessEndpoints, no key, on another host since
 * autumn 2026; USD per 1M tokens, 0 = none, speech per 1M characters. Then the ids of the inference API (key) and the
 * pricing page, which knows names alone. Evidence: a client and its data of 22 August 2026, models.dev's generator of
 * September 2026; a collector of the page.
 */
export const parasail = defineSource({
  id: 'parasail',
  name: 'Parasail',
  providerKind: 'host',
  docs: 'https://docs.parasail.io',
  env: ['PARASAIL_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'schema',
  endpoints: [
    feed('platform', 'https://platform.parasail.io', (model) => (isOwn(model) ? fromFeed(model) : undefined)),
    { ...feed('prices', 'https://www.saas.parasail.io', fromFeed), fills: false },
    listEndpoint('api', {
      fills: false,
      list: { url: 'https://api.parasail.io/v1/models', key: { env: ['PARASAIL_API_KEY'] } },
      rows: (page) => ownAliases(jsonList(page, 'data')),
      row: listed,
      normalize: (model) => ({ id: model.id, mode: modeOf(model.id, []) }),
    }),
    page,
  ],
});

/** The price feed at one of its two hosts. */
function feed(name: string, host: string, normalize: (model: Priced) => Draft | undefined): Endpoint {
  const url = `${host}/api/v1/prices/serverlessEndpoints`;
  return listEndpoint(name, {
    list: { url, headers: { accept: 'application/json' } },
    row: priced,
    normalize,
  });
}

/** Other aliases are private. */
const isOwn = ({ externalAlias: alias }: Priced): boolean => /^parasail-/i.test(alias);

function fromFeed(model: Priced): Draft {
  const tags = (model.tags ?? []).map((tag) => tag.toLowerCase());
  const task = model.engineTask?.toLowerCase() ?? null;
  const mode = modeOf(model.externalAlias, tags) ?? (task === 'chat' ? 'chat' : null);
  const seesImages = tags.includes('multimodal');
  const isToken = task === null || task === 'chat' || mode !== null;
  return {
    id: model.externalAlias,
    name: model.displayName,
    mode: mode ?? (isToken ? null : 'other'),
    modalities: seesImages ? { input: ['text', 'image'] } : {},
    limit: { context: model.contextLength, output: model.maxCompletionTokens },
    capabilities: { attachment: seesImages || null },
    openWeights: model.modelName?.includes('/') ? true : null,
    ...(isToken ? { cost: costOf(mode, model.inputCost, model.outputCost, model.cachedCost) } : unknownUnit(model)),
  };
}

/** What is neither a language model nor one of the kinds that are known is billed by something that the feed does not tell. */
const unknownUnit = ({ engineTask: task, inputCost: input, outputCost: output }: Priced) => ({
  issues: [{ code: 'unknown-unit', detail: `${input} in, ${output} out of a model for ${task}` }],
});

/** Each model is listed as `parasail-x` and as `vendor/X`, some in several cases: the own aliases, each once. */
function ownAliases(rows: readonly unknown[]): unknown[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const alias = listed.safeParse(row).data?.id.toLowerCase();
    if (alias === undefined) return true;
    return alias.startsWith('parasail-') && seen.size < seen.add(alias).size;
  });
}
