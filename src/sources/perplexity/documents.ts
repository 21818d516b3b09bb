import { embedded } from '../parse/embedded.js';
import { markdownTables } from '../parse/markdown.js';
import { shownPrice } from '../parse/shownPrice.js';
import { type Cell, cellOf, column, type Table, tablesWith } from '../parse/tables.js';

/** A model of a document in the shape of the API's rows. */
interface Documented {
  readonly id: unknown;
  readonly name?: unknown;
  readonly pricing: Record<string, unknown>;
}

const unit = 'usd_per_1m_tokens';

/** The models of a document: of the data that a page carries for its own components, and of its token price tables. */
export function documentedModels(body: string): Documented[] {
  const tables = tablesWith(markdownTables(body), /^model/, /^input/, /^output/);
  const all = [
    ...embeddedModels(body),
    ...tables.flatMap((table) => table.rows.flatMap((cells) => tabled(table, cells))),
  ];
  const models = new Map<unknown, Documented>();
  for (const model of all) {
    const key = typeof model.id === 'string' ? model.id : model;
    const known = models.get(key);
    models.set(key, known ? { ...known, pricing: { ...model.pricing, ...known.pricing } } : model);
  }
  return [...models.values()];
}

/** `"sonar": {"models": [{"id":"sonar-pro","input":3,"output":15}]}`: USD per 1M tokens. */
function embeddedModels(body: string): Documented[] {
  const lists = embedded(body, 'sonar').map((sonar) => (sonar as { models?: unknown }).models);
  return lists.flatMap((list) =>
    (Array.isArray(list) ? (list as unknown[]) : []).map((item) => {
      const { id, name, input, output, reasoning } = (item ?? {}) as Record<string, unknown>;
      return { id, name, pricing: given({ input, output, reasoning, unit }) };
    }),
  );
}

/** The marks behind a name: "Sonar Pro[^1]", "Sonar Pro*". */
const footnotes = /\[\^?\w+\]|[*†‡¹²³]+$/g;

function tabled(table: Table, cells: readonly Cell[]): Documented[] {
  const name = cellOf(table, cells, /^model/)
    .text.replace(footnotes, '')
    .trim();
  const price = (title: RegExp) => (column(table, title) < 0 ? null : shownPrice(cellOf(table, cells, title).text));
  const pricing = given({
    input: price(/^input/),
    output: price(/^output/),
    cache_read: price(/^cache(d input|d| read)?( |$)(?!write)/),
    cache_write: price(/^cache writ/),
    reasoning: price(/^reasoning/),
    unit: /1k\b/i.test(table.header[column(table, /^input/)] ?? '') ? 'usd_per_1k_tokens' : unit,
  });
  if (!/[a-z]/i.test(name) || Object.keys(pricing).length === 1) return [];
  const isId = name.includes('/') || /^[a-z0-9.-]+$/.test(name);
  return [{ id: isId ? name : name.toLowerCase().replaceAll(/\s+/g, '-'), ...(!isId && { name }), pricing }];
}

const given = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
