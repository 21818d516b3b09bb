import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Issue, Tier } from '../model/model.js';
import type { Page } from '../model/page.js';
import { companion } from './ask.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource } from './define.js';
import { openaiList } from './openaiList.js';
import { count, flag, id, parts, text } from './parse/fields.js';
import { markdownTables } from './parse/markdown.js';
import { stated } from './parse/money.js';
import { shapeError } from './parse/shapeError.js';
import { shownPrice } from './parse/shownPrice.js';
import { cellOf, tablesWith } from './parse/tables.js';
import { tokens } from './parse/tokens.js';
import { goodsDraft } from './zai/goods.js';
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
  const tables = tablesWith(markdownTables(body), /^model/, /^max(imum)? /);
  if (tables.length === 0) throw shapeError('no table of the longest answers');
  return tables.flatMap((table) =>
    table.rows.flatMap((cells): [string, number][] => {
      const most = tokens(cellOf(table, cells, /^max(imum)? /).text);
      const names = cellOf(table, cells, /^model/).text.split(/[\s,]+/);
      return most === null ? [] : names.map((name) => [name.toLowerCase(), most]);
    }),
  );
}

function normalize(model: Row): Draft {
  if (model.price !== null) return goodsDraft(model);
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
    tiers: model.others.flatMap((other): Tier[] => {
      const tier = stated(costOf(other));
      return Object.keys(tier).length > 0 ? [{ when: { serviceTier: other.level ?? '' }, cost: tier }] : [];
    }),
    issues: [...(model.isContradicted ? [contradiction] : []), ...unreadStorage(model)],
    ...(isInYuan(model) && { noPrice: 'the page shows its prices in yuan' }),
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

const isInYuan = ({ input, output }: Row): boolean =>
  /[¥￥元]/.test(`${input ?? ''}${output ?? ''}`) && !`${input ?? ''}${output ?? ''}`.includes('$');

const contradiction = {
  code: 'contradicting-prices',
  detail: 'another table of the page has other prices for the model; those of the first one are kept',
};
