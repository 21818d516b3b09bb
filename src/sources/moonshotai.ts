import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Issue } from '../model/pricing.js';
import type { Page } from '../model/page.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { api } from './moonshotai/api.js';
import { docTables } from './moonshotai/docTables.js';
import { columnTexts } from './parse/columnTexts.js';
import { conditionOf } from './parse/conditionOf.js';
import { id, parts, text, texts } from './parse/fields.js';
import { grouped } from './parse/grouped.js';
import { inTiers } from './parse/inTiers.js';
import { inYuan } from './parse/inYuan.js';
import { markdownTables } from './parse/markdown.js';
import { dollars, perMillion } from './parse/money.js';
import { serviceLevel } from './parse/serviceLevel.js';
import { isPerMillion as isCellPerMillion, shownPrice } from './parse/shownPrice.js';
import { strayIssues } from './parse/strayIssues.js';
import { tableRows } from './parse/tableRows.js';
import { tokenPrice } from './parse/tokenPrice.js';
import { tokens } from './parse/tokens.js';
import { unreadCells } from './parse/unreadCells.js';
import { beforeMark } from './parse/beforeMark.js';

const columns = {
  model: /^model/,
  unit: /^unit/,
  input: /^input price( cache miss)?$/,
  cacheRead: /^(input price cache hit|cached input price)/,
  cacheWrite: /^cache writes? price( ttl 5 ?m\w*(\W+1 ?h\w*)?)?$/,
  cacheWrite1h: /^cache writes? price ttl (5 ?m\w*\W+)?1 ?h/,
  output: /^output price/,
  context: /^context/,
};

const row = z.looseObject({
  id,
  context: text,
  prices: parts({ ...columnTexts(columns), level: text, note: text, stray: texts }),
});
type Row = z.infer<typeof row>;

/**
 * Moonshot AI: GET /v1/models (key; no prices) and the pricing page (MDX: tables are components; USD per 1M tokens,
 * batches in tables of their own). The Chinese host has a source of its own.
 * Evidence: the page of October 2026 and earlier copies; the list from typed clients.
 */
export const moonshotai = defineSource({
  id: 'moonshotai',
  name: 'Moonshot AI',
  providerKind: 'lab',
  docs: 'https://platform.kimi.ai/docs',
  env: ['MOONSHOT_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    api('https://api.moonshot.ai/v1/models'),
    listEndpoint('docs', {
      list: { url: 'https://platform.kimi.ai/docs/pricing/chat.md' },
      rows: pricedModels,
      row,
      normalize,
    }),
    catalog('moonshotai'),
  ],
});

/** What stands in the brackets behind a name. */
const noteIn = (model: string): string =>
  model.includes('(') ? model.slice(model.indexOf('(') + 1, Math.max(0, model.lastIndexOf(')'))).trim() : '';

/** The rows of all tables, by model: "kimi-k2.6 (Batch)" is the same model in a batch. */
function pricedModels({ body }: Page): unknown[] {
  const tables = [...docTables(body), ...markdownTables(body)];
  const prices = tableRows(tables, columns, 'model', 'input', 'output').map(({ table, shown, stray }) => ({
    ...shown,
    stray,
    model: beforeMark(shown.model, '('),
    note: noteIn(shown.model),
    level: serviceLevel(table.headings, own),
  }));
  return [...grouped(prices, ({ model }) => model)].map(([model, known]) => ({
    id: model,
    context: known[0]?.context,
    prices: known,
  }));
}

/** Words of this page's headings for its families of models. */
const own = /^(kimi|moonshot|explanation|k\d[\w.]*|v\d[\w.]*)$/;

function normalize(model: Row): Draft {
  return {
    id: model.id,
    ownedBy: 'moonshot',
    mode: 'chat',
    limit: { context: tokens(model.context) },
    capabilities: { toolCall: model.id.startsWith('kimi-') ? true : null },
    ...inTiers(
      model.prices.map((price) => ({ when: conditionOf(price.note ?? '', price.level ?? ''), cost: costOf(price) })),
    ),
    issues: [
      ...model.prices.filter(({ unit }) => !isPerMillion(unit)).map(unreadUnit),
      ...model.prices.flatMap(({ input, output, cacheRead }) => unreadCells({ input, output, cacheRead })),
      ...model.prices.flatMap(({ stray }) => strayIssues(stray)),
    ],
    ...inYuan(model.prices.flatMap(({ input, output }) => [input, output])),
  };
}

const isPerMillion = (unit: string | null): boolean =>
  unit === null || /^(per )?(1 ?m|1,000,000|million)( ?tokens)?$/i.test(unit);

const unreadUnit = ({ unit, input, output }: Row['prices'][number]): Issue => ({
  code: 'unknown-unit',
  detail: `${input ?? '-'} and ${output ?? '-'} for ${unit ?? ''}`,
});

/**
 * A price of any other unit than 1M tokens is no price that is known here, nor is one in another currency. Of a column
 * for both times that a write lasts ("TTL 5min/1h") the last amount is the hour's.
 */
function costOf({ unit, ...shown }: Row['prices'][number]) {
  const isKnown = isPerMillion(unit);
  const price = (cell: string | null) => (isKnown ? tokenPrice(cell) : null);
  return {
    input: price(shown.input),
    output: price(shown.output),
    cacheRead: price(shown.cacheRead),
    cacheWrite: isKnown && isCellPerMillion(shown.cacheWrite) ? perMillion(shownPrice(shown.cacheWrite)) : null,
    cacheWrite1h: isKnown ? perMillion(dollars(shown.cacheWrite1h ?? '').at(-1)) : null,
  };
}
