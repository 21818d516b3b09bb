import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Page } from '../../model/page.js';
import { companions } from '../ask.js';
import { defineEndpoint, type Endpoint } from '../define.js';
import { flag, id, parts, text } from '../parse/fields.js';
import { markdownTables } from '../parse/markdown.js';
import { perMillion, stated } from '../parse/money.js';
import { plainText } from '../parse/plainText.js';
import { shapeError } from '../parse/shapeError.js';
import { isPerMillion, shownPrice } from '../parse/shownPrice.js';
import { cellOf, isUnder, type Table, tablesWith } from '../parse/tables.js';
import { tokens } from '../parse/tokens.js';
import { unitPrice } from '../parse/unitPrice.js';

const row = z.looseObject({
  id,
  prices: parts({ condition: text, context: text, input: text, cached: text, output: text }),
  cost: text,
  thinks: flag,
});
type Row = z.infer<typeof row>;

const labels = {
  model: /^model/,
  context: /^context/,
  input: /^input\b/,
  cached: /^cached? input\b/,
  output: /^output\b/,
  cost: /^(cost|price)/,
};

const folder = 'https://docs.x.ai/developers/models/';

/** A page with the price tables, and the page of each language model that it prices. */
export const page = (name: string, url: string, fills: boolean): Endpoint =>
  defineEndpoint({
    name,
    fills,
    requests: {
      prices: { url },
      models: companions({
        of: { prices: ({ body }) => textModels(body).map((model) => ({ url: `${folder}${model.id}.md` })) },
        brings: 'facts',
        read: (model) => [modelOf(model), thinks(plainText(model))] as const,
      }),
    },
    rows: ({ prices, models }) => rowsOf(prices.body, new Map(models)),
    row,
    normalize,
  });

const modelOf = ({ request }: Page): string => request.url.slice(folder.length).replace(/\.md$/, '');

function rowsOf(body: string, thinking: ReadonlyMap<string, boolean | null>): unknown[] {
  const models = textModels(body);
  if (models.length === 0) throw shapeError('no table of text prices');
  const made = imagineModels(body).filter((model) => models.every((other) => other.id !== model.id));
  return [...models.map((model) => ({ ...model, thinks: thinking.get(model.id) ?? null })), ...made];
}

/** The rows of the text table by model: one for short prompts, mostly one for long ones. Batches have tables of their own. */
function textModels(body: string) {
  const tables = tablesWith(markdownTables(body), labels.model, labels.input, labels.output).filter(
    (table) => isUnder(table, /\b(text|language|chat)\b/) && !isUnder(table, /batch|priority|image|voice/),
  );
  const models = new Map<string, { id: string; prices: Record<string, string>[] }>();
  for (const table of tables)
    for (const cells of table.rows) {
      const show = (name: RegExp) => cellOf(table, cells, name).text;
      const [, name = '', condition = ''] = /^([^(]*)(?:\((.*)\))?/s.exec(show(labels.model)) ?? [];
      const model = models.get(name.trim()) ?? { id: name.trim(), prices: [] };
      const price = {
        condition,
        context: show(labels.context),
        input: show(labels.input),
        cached: show(labels.cached),
        output: show(labels.output),
      };
      models.set(model.id, { ...model, prices: [...model.prices, price] });
    }
  return [...models.values()];
}

/** Models priced by what they make: "$0.02 / image", "$0.050 / sec". */
const imagineModels = (body: string): { id: string; cost: string }[] =>
  tablesWith(markdownTables(body), labels.model, labels.cost)
    .filter((table) => isUnder(table, /imagine|image|video/) && !isUnder(table, /batch/))
    .flatMap((table) => table.rows.map((cells) => madeBy(table, cells)));

const madeBy = (table: Table, cells: Table['rows'][number]) => ({
  id: cellOf(table, cells, labels.model).text,
  cost: cellOf(table, cells, labels.cost).text,
});

const thinks = (body: string): boolean | null => {
  const word = /\*\*Reasoning:?\*\*:?\s*(yes|no)\b/i.exec(body)?.[1];
  return word === undefined ? null : word.toLowerCase() === 'yes';
};

function normalize(model: Row): Draft {
  const isLong = ({ condition }: Row['prices'][number]) => /(?:≥|>=?|over|above|from)\s*\d/i.test(condition ?? '');
  const base = model.prices.find((price) => !isLong(price));
  const made = madeCost(model.cost);
  return {
    id: model.id,
    ownedBy: 'xai',
    mode: model.prices.length > 0 ? 'chat' : made.perImage ? 'image' : made.perSecond ? 'video' : null,
    limit: { context: tokens((base ?? model.prices[0])?.context) },
    capabilities: { reasoning: model.thinks },
    cost: base ? costOf(base) : made,
    tiers: model.prices.filter(isLong).flatMap((price) => {
      const [above, cost] = [tokens(price.condition), stated(costOf(price))];
      return above !== null && Object.keys(cost).length > 0 ? [{ when: { contextAbove: above }, cost }] : [];
    }),
  };
}

const costOf = (price: Row['prices'][number]) => ({
  input: amountOf(price.input),
  output: amountOf(price.output),
  cacheRead: amountOf(price.cached),
});

const amountOf = (cell: string | null) => (isPerMillion(cell) ? perMillion(shownPrice(cell)) : null);

/** The unit stands behind the price, short or in full. */
function madeCost(cell: string | null): NonNullable<Draft['cost']> {
  const [, unit = ''] = /^\s*\$[\d.,]+\s*(?:\/|per\b)\s*(.+)$/i.exec(cell ?? '') ?? [];
  const names: Readonly<Record<string, string>> = {
    sec: 'second',
    s: 'second',
    min: 'minute',
    img: 'image',
    hr: 'hour',
  };
  return unitPrice(names[unit.trim().toLowerCase()] ?? unit, shownPrice(cell));
}
