import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Tier } from '../model/cost.js';
import type { Mode } from '../model/model.js';
import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import { companion, companions } from './ask.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource } from './define.js';
import { openaiList } from './openaiList.js';
import { cellPrice } from './parse/cellPrice.js';
import { englishDay } from './parse/dates.js';
import { amount, flag, id, part, text, texts } from './parse/fields.js';
import { perMillion, stated } from './parse/money.js';
import { notEmpty } from './parse/notEmpty.js';
import { plainText } from './parse/plainText.js';
import { tokens } from './parse/tokens.js';
import { historyModels } from './upstage/history.js';
import { familyOf, modelPages, pageFacts } from './upstage/modelPage.js';

const row = z.looseObject({
  id,
  section: text,
  released: text,
  context: text,
  knowledge: text,
  capabilities: text,
  deprecated: flag,
  retires: text,
  page: part({
    name: text,
    input: amount,
    output: amount,
    cacheRead: amount,
    others: texts,
    context: text,
    knowledge: text,
    reasoning: flag,
    deprecated: flag,
    retires: text,
  }),
});
type Row = z.infer<typeof row>;

/**
 * Upstage: the model history as markdown (versions, dates, limits), a page for each model (USD per 1M tokens) and
 * GET /v1/models (key; ids only). An alias such as solar-pro2 is an offer beside the version that it stands for.
 * Evidence: the beginnings of three of these pages, as recorded; the list from its clients.
 */
export const upstage = defineSource({
  id: 'upstage',
  name: 'Upstage',
  providerKind: 'lab',
  docs: 'https://console.upstage.ai/docs/models',
  env: ['UPSTAGE_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    defineEndpoint({
      name: 'docs',
      requests: {
        history: { url: 'https://console.upstage.ai/docs/models/history.md' },
        index: companion(
          { url: 'https://console.upstage.ai/llms.txt' },
          { brings: ['prices', 'facts'], read: indexedPages },
        ),
        pages: companions({
          of: { history: historyPages, index: indexedPages },
          brings: ['prices', 'facts'],
          read: (page) => [familyOf(page.request.url), pageFacts(plainText(page))] as const,
        }),
      },
      rows: ({ history, pages }) => documentRows(history.body, pages),
      row,
      normalize,
    }),
    openaiList('https://api.upstage.ai/v1/models', { env: ['UPSTAGE_API_KEY'] }),
    catalog('upstage'),
  ],
});

function historyPages({ body }: Page): Request[] {
  const named = historyModels(body).map((model) => model.id);
  return modelPages(body, named);
}

function indexedPages(page: Page): Request[] {
  return modelPages(plainText(page), []);
}

/** The versions and aliases of the history, each with the page of its family. */
function documentRows(body: string, pages: readonly (readonly [string, ReturnType<typeof pageFacts>])[]): unknown[] {
  const models = notEmpty(historyModels(body), 'the history holds no model with a table');
  // Two addresses may be tried for one family: the page that has a price comes last and stays.
  const facts = new Map(pages.toSorted(([, a], [, b]) => Number(a.input !== null) - Number(b.input !== null)));
  return models.map((model) => ({
    ...model,
    page: facts.get(familyOf(model.id)) ?? facts.get(familyOf(model.version)),
  }));
}

function normalize(model: Row): Draft {
  const { page } = model;
  const mode = modeOf(model);
  const sees = /vision|docvision/i.test(model.id);
  const others = (page.others ?? []).map((line) => ({ line, cost: stated(cellPrice(line)) }));
  const can = (words: RegExp) => (words.test(model.capabilities ?? '') ? true : null);
  return {
    id: model.id,
    ownedBy: 'upstage',
    mode,
    modalities: mode === 'chat' ? { input: sees ? ['text', 'image'] : ['text'], output: ['text'] } : {},
    limit: { context: tokens(model.context) ?? tokens(page.context) },
    capabilities: {
      toolCall: can(/function calling|tool/i),
      structuredOutput: can(/structured output/i),
      reasoning: can(/(?<!non[- ])reasoning/i) ?? page.reasoning,
    },
    knowledge: englishDay(model.knowledge) ?? englishDay(page.knowledge),
    releaseDate: englishDay(model.released),
    status: model.deprecated || page.deprecated ? 'deprecated' : null,
    retiresAt: englishDay(model.retires) ?? englishDay(page.retires),
    cost: {
      input: perMillion(page.input),
      output: perMillion(page.output),
      cacheRead: perMillion(page.cacheRead),
      ...(Object.assign({}, ...others.map(({ cost }) => cost)) as Tier['cost']),
    },
    issues: others.flatMap(({ line, cost }) =>
      Object.keys(cost).length === 0 ? [{ code: 'unread-price', detail: line }] : [],
    ),
  };
}

/** The sections of the history: "Solar LLM", embeddings, and several kinds of document models. */
function modeOf({ id: name, section }: Row): Mode | null {
  if (/embed/i.test(name)) return 'embedding';
  if (/ocr|parse/i.test(name)) return 'ocr';
  if (/document|extract/i.test(section ?? '')) return 'other';
  return /\bllm\b|chat/i.test(section ?? '') ? 'chat' : null;
}
