import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Page } from '../../model/page.js';
import { companions } from '../ask.js';
import { defineEndpoint, type Endpoint } from '../define.js';
import { cellPrice } from '../parse/cellPrice.js';
import { conditionOf } from '../parse/conditionOf.js';
import { flag, id, parts, text, texts } from '../parse/fields.js';
import { grouped } from '../parse/grouped.js';
import { inTiers } from '../parse/inTiers.js';
import { markdownTables } from '../parse/markdown.js';
import { notEmpty } from '../parse/notEmpty.js';
import { plainText } from '../parse/plainText.js';
import { strayIssues } from '../parse/strayIssues.js';
import { tableRows } from '../parse/tableRows.js';
import { isUnder, label, type Table, tablesWith } from '../parse/tables.js';
import { tokenPrice } from '../parse/tokenPrice.js';
import { tokens } from '../parse/tokens.js';
import { unreadCells } from '../parse/unreadCells.js';

const row = z.looseObject({
  id,
  prices: parts({ condition: text, tier: text, context: text, input: text, cached: text, output: text, stray: texts }),
  made: parts({ condition: text, tier: text, cost: text }),
  thinks: flag,
});
type Row = z.infer<typeof row>;

const columns = {
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
  notEmpty(
    models.flatMap(({ prices }) => prices.filter(({ tier }) => tier === '')),
    'no table of text prices',
  );
  const made = imagineModels(body).filter((model) => models.every((other) => other.id !== model.id));
  return [...models.map((model) => ({ ...model, thinks: thinking.get(model.id) ?? null })), ...made];
}

/** "grok-4.5 (≥ 200k prompt tokens)" -> the model and its condition. */
function named(cell: string): { name: string; condition: string } {
  const [, name = '', condition = ''] = /^([^(]*)(?:\((.*)\))?/s.exec(cell) ?? [];
  return { name: name.trim(), condition: condition.trim() };
}

/** What a table is about: '' for the standard price of those things, else the level of service, in the page's words. */
function tierOf(table: Table, things: RegExp): string {
  const level = ['batch', 'priority', 'fast', 'flex'].find((name) => isUnder(table, new RegExp(`\\b${name}`)));
  return level ?? (isUnder(table, things) ? '' : label(table.headings.at(-1) ?? ''));
}

/** The rows of the tables of prices per token by model: one for short prompts, mostly one for long ones, of each level. */
function textModels(body: string) {
  const tables = tablesWith(markdownTables(body), columns.model, columns.input, columns.output);
  const prices = tableRows(tables, columns).map(({ table, shown, stray }) => ({
    ...{ ...shown, ...named(shown.model), stray },
    tier: tierOf(table, /\b(text|language|chat)\b/),
  }));
  return [...grouped(prices, ({ name }) => name)].map(([name, own]) => ({ id: name, prices: own }));
}

/** Models priced by what they make: "$0.02 / image", "$0.050 / sec", of some by quality or size. */
function imagineModels(body: string) {
  const tables = tablesWith(markdownTables(body), columns.model, columns.cost);
  const prices = tableRows(tables, columns).map(({ table, shown: { model, cost } }) => ({
    ...named(model),
    tier: tierOf(table, /imagine|image|video/),
    cost,
  }));
  return [...grouped(prices, ({ name }) => name)].map(([name, made]) => ({ id: name, made }));
}

const thinks = (body: string): boolean | null => {
  const word = /\*\*Reasoning:?\*\*:?\s*(yes|no)\b/i.exec(body)?.[1];
  return word === undefined ? null : word.toLowerCase() === 'yes';
};

function normalize(model: Row): Draft {
  const { cost, tiers } = inTiers(model.prices.map((price) => ({ when: whenOf(price), cost: costOf(price) })));
  const made = inTiers(model.made.map((price) => ({ when: whenOf(price), cost: cellPrice(price.cost) })));
  const kind = Object.keys(made.cost).length > 0 ? made.cost : cellPrice(model.made[0]?.cost);
  return {
    id: model.id,
    ownedBy: 'xai',
    mode: model.prices.length > 0 ? 'chat' : kind.perImage ? 'image' : kind.perSecond ? 'video' : null,
    limit: { context: tokens((model.prices.find(isBase) ?? model.prices[0])?.context) },
    capabilities: { reasoning: model.thinks },
    cost: model.prices.some(isBase) ? cost : made.cost,
    issues: [
      ...model.prices.flatMap(({ input, cached, output }) => unreadCells({ input, cacheRead: cached, output })),
      ...model.made.flatMap(({ cost: cell }) => unreadCells({ cost: cell }, madeOf)),
      ...model.prices.flatMap(({ stray }) => strayIssues(stray)),
    ],
    tiers: [...tiers, ...made.tiers],
  };
}

type Conditional = { readonly condition: string | null; readonly tier: string | null };

const whenOf = ({ condition, tier }: Conditional) => conditionOf(condition ?? '', tier ?? '');

const isBase = (price: Conditional): boolean => Object.keys(whenOf(price)).length === 0;

/** What a cell of what is made says, if anything is known of it. */
const madeOf = (cell: string | null) => Object.values(cellPrice(cell))[0] ?? null;

const costOf = (price: Row['prices'][number]) => ({
  input: tokenPrice(price.input),
  output: tokenPrice(price.output),
  cacheRead: tokenPrice(price.cached),
});
