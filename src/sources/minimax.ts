import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Tier } from '../model/model.js';
import type { Page } from '../model/page.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource } from './define.js';
import { openaiList } from './openaiList.js';
import { id, parts, text } from './parse/fields.js';
import { markdownTables } from './parse/markdown.js';
import { dollars, perMillion, stated } from './parse/money.js';
import { shapeError } from './parse/shapeError.js';
import { isPerMillion } from './parse/shownPrice.js';
import { cellOf, column, label, type Table, tablesWith } from './parse/tables.js';
import { tokens } from './parse/tokens.js';

const row = z.looseObject({
  id,
  prices: parts({ serviceTier: text, condition: text, input: text, output: text, cacheRead: text, cacheWrite: text }),
});
type Row = z.infer<typeof row>;
type Price = Row['prices'][number];

const labels = {
  model: /^model$/,
  input: /^input$/,
  output: /^output$/,
  cacheRead: /^prompt caching read/,
  cacheWrite: /^prompt caching write/,
};

/**
 * MiniMax: GET /v1/models (key; ids and dates) and the pay-as-you-go page as markdown (USD per 1M tokens): tables of
 * text models, in tabs by service tier. Speech, video and images stand in tables of other columns.
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
    openaiList('https://api.minimax.io/v1/models', { env: ['MINIMAX_API_KEY'] }),
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
  const tables = tablesWith(markdownTables(page.body), labels.model, labels.input, labels.output);
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
  return [...models].map(([model, prices]) => ({ id: model, prices }));
}

const tierOf = ({ headings }: Table): string =>
  headings.flatMap((heading) => /^(priority|batch|flex)\b/.exec(label(heading))?.[1] ?? []).at(-1) ?? '';

/** The first row of a kind counts: where the tabs are lost, the standard one leads. */
function normalize(model: Row): Draft {
  const found = new Map<string, { when: Tier['when']; cost: ReturnType<typeof costOf> }>();
  for (const price of model.prices) {
    const above = tokens(/(?:>|≥|\b(?:over|above)\b)\s*=?\s*(\d.*)/i.exec(price.condition ?? '')?.[1]);
    const when = {
      ...(above !== null && { contextAbove: above }),
      ...(price.serviceTier && { serviceTier: price.serviceTier }),
    };
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
