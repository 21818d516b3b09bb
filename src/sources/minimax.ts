import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Tier } from '../model/model.js';
import type { Page } from '../model/page.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource } from './define.js';
import { goodsDraft, goodsIn } from './minimax/goods.js';
import { unixDay } from './parse/dates.js';
import { count, flag, id, parts, text } from './parse/fields.js';
import { jsonList } from './parse/json.js';
import { markdownTables } from './parse/markdown.js';
import { dollars, perMillion, stated } from './parse/money.js';
import { serviceLevel } from './parse/serviceLevel.js';
import { shapeError } from './parse/shapeError.js';
import { isPerMillion } from './parse/shownPrice.js';
import { cellOf, column, type Table, tablesWith } from './parse/tables.js';
import { tokens } from './parse/tokens.js';

const row = z.looseObject({
  id,
  prices: parts({ serviceTier: text, condition: text, input: text, output: text, cacheRead: text, cacheWrite: text }),
  isGoods: flag,
  section: text,
  price: text,
  input: text,
  output: text,
});
type Row = z.infer<typeof row>;
type Price = Row['prices'][number];

const listed = z.looseObject({ id, owned_by: text, created: count });

const labels = {
  model: /^model$/,
  input: /^input$/,
  output: /^output$/,
  cacheRead: /^prompt caching read/,
  cacheWrite: /^prompt caching write/,
};

/**
 * MiniMax: GET /v1/models (key; ids and dates) and the pay-as-you-go page as markdown (USD per 1M tokens): tables of
 * text models, in tabs by service tier; speech, video and images stand in tables of other columns and units.
 * Evidence: API bodies of June and September 2026, copies of the page of 2026.
 */
export const minimax = defineSource({
  id: 'minimax',
  name: 'MiniMax',
  docs: 'https://platform.minimax.io/docs',
  env: ['MINIMAX_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    defineEndpoint({
      name: 'api',
      requests: { list: { url: 'https://api.minimax.io/v1/models', key: { env: ['MINIMAX_API_KEY'] } } },
      rows: ({ list }) => jsonList(list, 'data'),
      row: listed,
      // Here `created` is the release, to the day.
      normalize: (model) => ({ id: model.id, ownedBy: model.owned_by, releaseDate: unixDay(model.created) }),
    }),
    defineEndpoint({
      name: 'docs',
      requests: { list: { url: 'https://platform.minimax.io/docs/guides/pricing-paygo.md' } },
      rows: ({ list }) => pricedModels(list),
      row,
      normalize,
    }),
    catalog('minimax'),
  ],
});

/** The rows of all tables, by model. */
function pricedModels(page: Page): unknown[] {
  const all = markdownTables(page.body);
  const tables = tablesWith(all, labels.model, labels.input, labels.output);
  if (tables.length === 0) throw shapeError('no table with the columns model, input and output');
  const models = new Map<string, Record<string, string>[]>();
  for (const table of tables)
    for (const cells of table.rows) {
      // The id is the first line; a size of prompts may stand on the same one.
      const name = cells[column(table, labels.model)]?.text ?? '';
      const model = name.split(/\s|\(|≤|>/)[0] ?? '';
      const show = (title: RegExp) => cellOf(table, cells, title).text;
      const price = {
        serviceTier: tierOf(table),
        condition: name.slice(model.length).trim(),
        input: show(labels.input),
        output: show(labels.output),
        cacheRead: show(labels.cacheRead),
        cacheWrite: show(labels.cacheWrite),
      };
      models.set(model, [...(models.get(model) ?? []), price]);
    }
  const texts = [...models].map(([model, prices]) => ({ id: model, prices }));
  return [...texts, ...goodsIn(all).filter((made) => !models.has(made.id))];
}

const tierOf = ({ headings }: Table): string => serviceLevel(headings);

/** Lines of a model's cell about an offer, not about a condition. */
const isNote = (line: string): boolean =>
  /%|\b(permanent|limited|promo\w*|discount\w*|new|hot|recommended)\b/i.test(line) || line === '';

/** When a price holds, by the lines under the model's name. */
function whenOf({ condition, serviceTier }: Price): Tier['when'] {
  const lines = (condition ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => !isNote(line));
  const above = lines.flatMap((line) => tokens(/^(?:>|≥|over\b|above\b)\s*=?\s*(\d.*)/i.exec(line)?.[1]) ?? [])[0];
  const others = lines.filter((line) => !/^(?:>|≥|over\b|above\b|<|≤|up to\b)\s*=?\s*\d/i.test(line));
  return {
    ...(above !== undefined && { contextAbove: above }),
    ...(serviceTier && { serviceTier }),
    ...(others.length > 0 && { variant: others.join(' ') }),
  };
}

/** Of several rows of a kind the first one counts: where the tabs are lost, the standard one leads. */
function normalize(model: Row): Draft {
  if (model.isGoods) return goodsDraft(model);
  const found = new Map<string, { when: Tier['when']; cost: ReturnType<typeof costOf> }>();
  for (const price of model.prices) {
    const when = whenOf(price);
    const key = JSON.stringify(when);
    if (!found.has(key)) found.set(key, { when, cost: costOf(price) });
  }
  return {
    id: model.id,
    ownedBy: 'minimax',
    mode: 'chat',
    cost: found.get('{}')?.cost ?? {},
    tiers: [...found].flatMap(([key, { when, cost }]) => {
      const known = stated(cost);
      return key === '{}' || Object.keys(known).length === 0 ? [] : [{ when, cost: known }];
    }),
    ...(model.prices.every(({ input }) => /[¥￥元]/.test(input ?? '')) && {
      noPrice: 'the page shows its prices in yuan',
    }),
  };
}

const costOf = (price: Price) => ({
  input: amountOf(price.input),
  output: amountOf(price.output),
  cacheRead: amountOf(price.cacheRead),
  cacheWrite: amountOf(price.cacheWrite),
});

/** "$0.30 / M tokens"; of a list price and what is charged in its place the last one counts. Other units are none. */
const amountOf = (cell: string | null): number | null =>
  isPerMillion(cell) ? perMillion(dollars(cell ?? '').at(-1)) : null;
