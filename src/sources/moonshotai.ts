import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Page } from '../model/page.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource } from './define.js';
import { api } from './moonshotai/api.js';
import { docTables } from './moonshotai/docTables.js';
import { id, parts, text } from './parse/fields.js';
import { markdownTables } from './parse/markdown.js';
import { dollars, perMillion, stated } from './parse/money.js';
import { shapeError } from './parse/shapeError.js';
import { shownPrice } from './parse/shownPrice.js';
import { cellOf, isUnder, tablesWith } from './parse/tables.js';
import { tokens } from './parse/tokens.js';

const prices = { unit: text, input: text, output: text, cacheRead: text, cacheWrite: text, cacheWrite1h: text };
const row = z.looseObject({ id, context: text, prices: parts({ ...prices, serviceTier: text }) });
type Row = z.infer<typeof row>;

const labels = {
  model: /^model/,
  unit: /^unit/,
  input: /^input price( cache miss)?$/,
  cacheRead: /^(input price cache hit|cached input price)/,
  cacheWrite: /^cache writes? price( ttl 5 ?m\w*(\W+1 ?h\w*)?)?$/,
  cacheWrite1h: /^cache writes? price ttl (5 ?m\w*\W+)?1 ?h/,
  output: /^output price/,
  context: /^context/,
};

/**
 * Moonshot AI: GET /v1/models (key; no prices) and the pricing page (MDX: tables are components; USD per 1M tokens,
 * batches in tables of their own). The Chinese host has a source of its own.
 * Evidence: the page of October 2026 and earlier copies; the list from typed clients.
 */
export const moonshotai = defineSource({
  id: 'moonshotai',
  name: 'Moonshot AI',
  docs: 'https://platform.kimi.ai/docs',
  env: ['MOONSHOT_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    api('https://api.moonshot.ai/v1/models'),
    defineEndpoint({
      name: 'docs',
      requests: { list: { url: 'https://platform.kimi.ai/docs/pricing/chat.md' } },
      rows: ({ list }) => pricedModels(list),
      row,
      normalize,
    }),
    catalog('moonshotai'),
  ],
});

/** The rows of all tables, by model: "kimi-k2.6 (Batch)" is the same model in a batch. */
function pricedModels(page: Page): unknown[] {
  const tables = tablesWith(
    [...docTables(page.body), ...markdownTables(page.body)],
    labels.model,
    labels.input,
    labels.output,
  );
  if (tables.length === 0) throw shapeError('no table with the columns model, input price and output price');
  const models = new Map<string, { id: string; context: string; prices: Record<string, string>[] }>();
  for (const table of tables)
    for (const cells of table.rows) {
      const {
        model: name,
        context,
        ...shown
      } = Object.fromEntries(
        Object.entries(labels).map(([field, title]) => [field, cellOf(table, cells, title).text]),
      ) as Record<keyof typeof labels, string>;
      const serviceTier = /\(batch\)/i.test(name) || isUnder(table, /\bbatch\b/) ? 'batch' : '';
      const model = name.replace(/\s*\(.*$/s, '').trim();
      const known = models.get(model) ?? { id: model, context, prices: [] };
      models.set(model, { ...known, prices: [...known.prices, { ...shown, serviceTier }] });
    }
  return [...models.values()];
}

function normalize(model: Row): Draft {
  const base = model.prices.find(({ serviceTier }) => serviceTier === null);
  const batch = model.prices.find(({ serviceTier }) => serviceTier === 'batch');
  const batchCost = batch ? stated(costOf(batch)) : {};
  return {
    id: model.id,
    ownedBy: 'moonshot',
    mode: 'chat',
    limit: { context: tokens(model.context) },
    capabilities: { toolCall: model.id.startsWith('kimi-') ? true : null },
    cost: base ? costOf(base) : {},
    tiers: Object.keys(batchCost).length > 0 ? [{ when: { serviceTier: 'batch' }, cost: batchCost }] : [],
  };
}

/**
 * A price of any other unit than 1M tokens is no price that is known here, nor is one in another currency. Of a column
 * for both times that a write lasts ("TTL 5min/1h") the last amount is the hour's.
 */
function costOf({ unit, ...shown }: Row['prices'][number]) {
  const isKnown = unit === null || /^(per )?(1 ?m|1,000,000|million)( ?tokens)?$/i.test(unit);
  const price = (cell: string | null) => (isKnown ? perMillion(shownPrice(cell)) : null);
  return {
    input: price(shown.input),
    output: price(shown.output),
    cacheRead: price(shown.cacheRead),
    cacheWrite: price(shown.cacheWrite),
    cacheWrite1h: isKnown ? perMillion(dollars(shown.cacheWrite1h ?? '').at(-1)) : null,
  };
}
