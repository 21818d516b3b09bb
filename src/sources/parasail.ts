import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Mode } from '../model/model.js';
import { defineEndpoint, defineSource } from './define.js';
import { amount, count, id, texts } from './parse/fields.js';
import { htmlPage } from './parse/htmlPage.js';
import { jsonList } from './parse/json.js';
import { dollars, perMillion, scaled } from './parse/money.js';
import { shapeError } from './parse/shapeError.js';
import { label } from './parse/tables.js';
import { withoutZeros } from './parse/withoutZeros.js';

const priced = z.looseObject({
  externalAlias: id,
  contextLength: count,
  inputCost: amount,
  outputCost: amount,
  cachedCost: amount,
  tags: texts,
});

const shown = z.looseObject({ name: id, prices: texts });

const listed = z.looseObject({ id });

/**
 * Parasail: the price feed of its web console, GET /api/v1/prices/serverlessEndpoints, no key; USD per 1M tokens,
 * 0 = none, speech per 1M characters. Then the ids of the inference API (key) and the pricing page, which knows names
 * alone. Evidence: a client and its data of 22 August 2026; a collector of the page.
 */
export const parasail = defineSource({
  id: 'parasail',
  name: 'Parasail',
  docs: 'https://docs.parasail.io',
  env: ['PARASAIL_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'schema',
  endpoints: [
    defineEndpoint({
      name: 'prices',
      requests: {
        list: {
          url: 'https://www.saas.parasail.io/api/v1/prices/serverlessEndpoints',
          headers: { accept: 'application/json' },
        },
      },
      rows: ({ list }) => jsonList(list, 'data'),
      row: priced,
      normalize: fromFeed,
    }),
    defineEndpoint({
      name: 'api',
      fills: false,
      requests: { list: { url: 'https://api.parasail.io/v1/models', key: { env: ['PARASAIL_API_KEY'] } } },
      rows: ({ list }) => ownAliases(jsonList(list, 'data')),
      row: listed,
      normalize: (model) => ({ id: model.id, mode: modeOf(model.id, []) }),
    }),
    defineEndpoint({
      name: 'page',
      fills: false,
      requests: { list: { url: 'https://www.parasail.io/pricing' } },
      rows: ({ list }) => pricingRows(list.body),
      row: shown,
      normalize: fromPage,
    }),
  ],
});

function fromFeed(model: z.infer<typeof priced>): Draft {
  const tags = (model.tags ?? []).map((tag) => tag.toLowerCase());
  const mode = modeOf(model.externalAlias, tags);
  const seesImages = tags.includes('multimodal');
  return {
    id: model.externalAlias,
    mode,
    modalities: seesImages ? { input: ['text', 'image'] } : {},
    limit: { context: model.contextLength },
    capabilities: { attachment: seesImages || null },
    cost: costOf(mode, model.inputCost, model.outputCost, model.cachedCost),
  };
}

/** What the alias or its tags say: `parasail-bge-m3`, `parasail-resemble-tts-en`. */
function modeOf(alias: string, tags: readonly string[]): Mode | null {
  const words = [...alias.toLowerCase().split(/[^a-z0-9]+/), ...tags];
  const has = (...any: string[]) => any.some((word) => words.includes(word));
  if (has('rerank', 'reranker')) return 'rerank';
  if (has('tts', 'resemble')) return 'speech';
  return has('bge', 'embedding', 'embeddings', 'embed') ? 'embedding' : null;
}

/** Speech is quoted per 1M characters in the place of the input price. */
const costOf = (mode: Mode | null, input: unknown, output: unknown, cached: unknown): NonNullable<Draft['cost']> =>
  mode === 'speech'
    ? { perCharacter: scaled(input, 1, 1_000_000) }
    : withoutZeros({ input: perMillion(input), output: perMillion(output), cacheRead: perMillion(cached) });

/** Each model is listed as `parasail-x` and as `vendor/X`, some in several cases: the own aliases, each once. */
function ownAliases(rows: readonly unknown[]): unknown[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const alias = listed.safeParse(row).data?.id.toLowerCase();
    if (alias === undefined) return true;
    return alias.startsWith('parasail-') && seen.size < seen.add(alias).size;
  });
}

/** The rows from "Per-token model pricing" down to the prices of GPUs and batches, which look the same. */
function pricingRows(body: string): unknown[] {
  const $ = htmlPage(body);
  const rows: unknown[] = [];
  let perToken = false;
  $('*').each((_, element) => {
    if (!$(element).hasClass('ptbl-row')) {
      const isHeading = $(element).is('h1,h2,h3,h4,h5,h6');
      const title = isHeading || $(element).children().length === 0 ? label($(element).text()) : '';
      if (title.startsWith('per token model pricing')) perToken = true;
      else if (title.startsWith('reserved gpu') || (isHeading && /\b(gpus?|batch)\b/.test(title))) perToken = false;
      return;
    }
    const name = $(element).find('.mdl .ep').first().text().trim();
    const prices = $(element)
      .find('.num')
      .toArray()
      .map((cell) => $(cell).text());
    if (perToken && (name || prices.length > 0)) rows.push({ name, prices });
  });
  if (rows.length === 0) throw shapeError('no prices under "Per-token model pricing"');
  return rows;
}

/** The page knows no ids, so the name stands for it. */
function fromPage(model: z.infer<typeof shown>): Draft {
  const [input, output, cached] = (model.prices ?? []).map((cell) => dollars(cell)[0] ?? null);
  const mode = modeOf(model.name, []);
  return { id: model.name, name: model.name, mode, cost: costOf(mode, input, output, cached) };
}
