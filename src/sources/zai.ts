import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Issue } from '../model/pricing.js';
import type { Page } from '../model/page.js';
import { companion } from './ask.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource } from './define.js';
import { openaiList } from './openaiList.js';
import { count, flag, id, parts, text, texts } from './parse/fields.js';
import { inYuan } from './parse/inYuan.js';
import { markdownTables } from './parse/markdown.js';
import { shownPrice } from './parse/shownPrice.js';
import { statedTier } from './parse/statedTier.js';
import { strayIssues } from './parse/strayIssues.js';
import { tableRows } from './parse/tableRows.js';
import { tokens } from './parse/tokens.js';
import { unreadCells } from './parse/unreadCells.js';
import { goodsModel } from './zai/goods.js';
import { priceOf, rowsOf } from './zai/tokenRows.js';

const shown = { input: text, cached: text, storage: text, output: text };

const row = z.looseObject({
  id,
  name: text,
  reads: text,
  ...shown,
  maxOutput: count,
  isContradicted: flag,
  others: parts({ ...shown, level: text }),
  section: text,
  price: text,
  unit: text,
  stray: texts,
});
type Row = z.infer<typeof row>;

/**
 * Z.ai: the pricing page as markdown (USD per 1M tokens, image or video, "Free" = 0), with the page of parameters for the longest
 * answer; GET /paas/v4/models (key) lists the text flagships only, so it comes second.
 * Evidence: the page of spring 2026 and two later copies; the list from typed clients.
 */
export const zai = defineSource({
  id: 'zai',
  name: 'Z.ai',
  providerKind: 'lab',
  docs: 'https://docs.z.ai/guides/overview/pricing',
  env: ['ZAI_API_KEY', 'ZHIPU_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    defineEndpoint({
      name: 'docs',
      requests: {
        prices: { url: 'https://docs.z.ai/guides/overview/pricing.md' },
        parameters: companion(
          { url: 'https://docs.z.ai/guides/overview/concept-param.md' },
          { brings: 'facts', read: longestAnswers },
        ),
      },
      rows: ({ prices, parameters }) => rowsOf(prices.body, new Map(parameters)),
      row,
      normalize,
    }),
    openaiList('https://api.z.ai/api/paas/v4/models', { env: ['ZAI_API_KEY', 'ZHIPU_API_KEY'] }, () => 'zai'),
    catalog('zai'),
  ],
});

/** `| Model Code | Default max_tokens | Maximum max_tokens |`. */
function longestAnswers({ body }: Page): [string, number][] {
  const columns = { model: /^model/, most: /^max(imum)? / };
  return tableRows(markdownTables(body), columns, 'model', 'most').flatMap(({ shown }) => {
    const most = tokens(shown.most);
    const names = shown.model.split(/[\s,]+/);
    return most === null ? [] : names.map((name): [string, number] => [name.toLowerCase(), most]);
  });
}

function normalize(model: Row): Draft {
  if (model.price !== null) return goodsModel(model);
  const cost = costOf(model);
  const isOcr = /(^|-)ocr\b/.test(model.id);
  const version = Number(/^glm-(\d+(?:\.\d+)?)(?![\d.]*b\b)/.exec(model.id)?.[1] ?? NaN);
  return {
    id: model.id,
    name: model.name,
    ownedBy: 'zai',
    mode: isOcr ? 'ocr' : 'chat',
    modalities: { input: model.reads === 'text' ? ['text'] : [], output: ['text'] },
    limit: { output: model.maxOutput },
    // The documentation says it of all GLM models, and of 4.5 and later ones that they think.
    capabilities: {
      toolCall: version > 0 ? true : null,
      reasoning: version >= 4.5 ? true : null,
      attachment: model.reads === null ? null : model.reads === 'images',
    },
    cost,
    ...(cost.input === 0 && cost.output === 0 && { priceStatus: 'free' }),
    tiers: model.others.flatMap((other) => statedTier({ serviceTier: other.level ?? '' }, costOf(other))),
    issues: [
      ...(model.isContradicted ? [contradiction] : []),
      ...unreadStorage(model),
      ...unreadCells({ input: model.input, output: model.output, cacheRead: model.cached }, priceOf),
      ...strayIssues(model.stray),
    ],
    ...inYuan([model.input, model.output]),
  };
}

const costOf = ({ input, cached, output }: { input: string | null; cached: string | null; output: string | null }) => ({
  input: priceOf(input),
  output: priceOf(output),
  cacheRead: priceOf(cached),
});

/** What it costs to keep a cache has no field: told, where it is not free. */
const unreadStorage = ({ storage }: Row): Issue[] =>
  Number(shownPrice(storage)) > 0 ? [{ code: 'unread-price', detail: `cached input storage: ${storage ?? ''}` }] : [];

const contradiction = {
  code: 'contradicting-prices',
  detail: 'another table of the page has other prices for the model; those of the first one are kept',
};
