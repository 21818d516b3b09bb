import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Tier } from '../../model/model.js';
import type { Page } from '../../model/page.js';
import { companions } from '../ask.js';
import { defineEndpoint, type Endpoint } from '../define.js';
import { cellPrice } from '../parse/cellPrice.js';
import { flag, id, parts, text } from '../parse/fields.js';
import { markdownTables } from '../parse/markdown.js';
import { perMillion, stated } from '../parse/money.js';
import { plainText } from '../parse/plainText.js';
import { shapeError } from '../parse/shapeError.js';
import { isPerMillion, shownPrice } from '../parse/shownPrice.js';
import { cellOf, isUnder, label, type Table, tablesWith } from '../parse/tables.js';
import { tokens } from '../parse/tokens.js';

const row = z.looseObject({
  id,
  prices: parts({ condition: text, tier: text, context: text, input: text, cached: text, output: text }),
  made: parts({ condition: text, tier: text, cost: text }),
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

/** "grok-4.5 (≥ 200k prompt tokens)" -> the model and its condition. */
function named(cell: string): { name: string; condition: string } {
  const [, name = '', condition = ''] = /^([^(]*)(?:\((.*)\))?/s.exec(cell) ?? [];
  return { name: name.trim(), condition: condition.trim() };
}

/** What a table of prices per token is about: '' for the standard price, else the level of service, in the page's words. */
function tierOf(table: Table): string {
  const level = ['batch', 'priority', 'fast', 'flex'].find((name) => isUnder(table, new RegExp(`\\b${name}`)));
  return level ?? (isUnder(table, /\b(text|language|chat)\b/) ? '' : label(table.headings.at(-1) ?? ''));
}

/** The rows of the tables of prices per token by model: one for short prompts, mostly one for long ones, of each level. */
function textModels(body: string) {
  const models = new Map<string, { id: string; prices: Record<string, string>[] }>();
  for (const table of tablesWith(markdownTables(body), labels.model, labels.input, labels.output))
    for (const cells of table.rows) {
      const show = (name: RegExp) => cellOf(table, cells, name).text;
      const { name, condition } = named(show(labels.model));
      const model = models.get(name) ?? { id: name, prices: [] };
      const price = {
        condition,
        tier: tierOf(table),
        context: show(labels.context),
        input: show(labels.input),
        cached: show(labels.cached),
        output: show(labels.output),
      };
      models.set(name, { ...model, prices: [...model.prices, price] });
    }
  return [...models.values()].filter(({ prices }) => prices.some(({ tier }) => tier === ''));
}

/** Models priced by what they make: "$0.02 / image", "$0.050 / sec", of some by quality or size. */
function imagineModels(body: string): { id: string; made: Record<string, string>[] }[] {
  const models = new Map<string, Record<string, string>[]>();
  const tables = tablesWith(markdownTables(body), labels.model, labels.cost);
  for (const table of tables.filter((table) => isUnder(table, /imagine|image|video/)))
    for (const cells of table.rows) {
      const { name, condition } = named(cellOf(table, cells, labels.model).text);
      const tier = isUnder(table, /batch/) ? 'batch' : '';
      const entry = { condition, tier, cost: cellOf(table, cells, labels.cost).text };
      models.set(name, [...(models.get(name) ?? []), entry]);
    }
  return [...models].map(([name, made]) => ({ id: name, made }));
}

const thinks = (body: string): boolean | null => {
  const word = /\*\*Reasoning:?\*\*:?\s*(yes|no)\b/i.exec(body)?.[1];
  return word === undefined ? null : word.toLowerCase() === 'yes';
};

/** The condition under which a row's price holds, as a tier's; undefined for the standard price of short prompts. */
function whenOf({ condition, tier }: { condition: string | null; tier: string | null }): Tier['when'] | undefined {
  const service = tier ? { serviceTier: tier } : undefined;
  const words = condition ?? '';
  if (words === '' || /^(?:<|≤|up to|under|below)\s*=?\s*\d/i.test(words)) return service;
  const above = /^(?:≥|>|over|above|from)\s*=?\s*\d/i.test(words) ? tokens(words) : null;
  return { ...(above === null ? { variant: words } : { contextAbove: above }), ...service };
}

function normalize(model: Row): Draft {
  const base = model.prices.find((price) => whenOf(price) === undefined);
  const made = model.made.find((price) => whenOf(price) === undefined) ?? model.made[0];
  const kind = cellPrice(made?.cost);
  const tiers = [
    ...model.prices.map((price) => ({ when: whenOf(price), cost: stated(costOf(price)) })),
    ...model.made.map((price) => ({ when: whenOf(price), cost: stated(cellPrice(price.cost)) })),
  ];
  return {
    id: model.id,
    ownedBy: 'xai',
    mode: model.prices.length > 0 ? 'chat' : kind.perImage ? 'image' : kind.perSecond ? 'video' : null,
    limit: { context: tokens((base ?? model.prices[0])?.context) },
    capabilities: { reasoning: model.thinks },
    cost: base ? costOf(base) : made && whenOf(made) === undefined ? kind : {},
    tiers: tiers.flatMap(({ when, cost }) => (when && Object.keys(cost).length > 0 ? [{ when, cost }] : [])),
  };
}

const costOf = (price: Row['prices'][number]) => ({
  input: amountOf(price.input),
  output: amountOf(price.output),
  cacheRead: amountOf(price.cached),
});

const amountOf = (cell: string | null) => (isPerMillion(cell) ? perMillion(shownPrice(cell)) : null);
