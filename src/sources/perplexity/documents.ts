import { embedded } from '../parse/embedded.js';
import { markdownTables } from '../parse/markdown.js';
import { serviceLevel } from '../parse/serviceLevel.js';
import { isPerMillion, shownPrice } from '../parse/shownPrice.js';
import { type Cell, cellOf, column, type Table, tablesWith } from '../parse/tables.js';

/** A model of a document in the shape of the API's rows. */
interface Documented {
  readonly id: unknown;
  readonly name?: unknown;
  readonly pricing: Record<string, unknown>;
  /** Prices of other levels of service than the standard one. */
  readonly levels?: readonly { readonly level: string; readonly pricing: Record<string, unknown> }[];
  /** What a request costs beside its tokens, by how much it searches. */
  readonly requestFees?: readonly { readonly size: string; readonly price: string }[];
}

const unit = 'usd_per_1m_tokens';

/** Words of the headings of these documents: what stands there and the labs whose models they are. */
const plainWords =
  /^(agent|alibaba|anthropic|available|claude|deepseek|gemini|google|gpt|grok|grounded|hosted|meta|minimax|mistral|moonshot(ai)?|nvidia|open|openai|party|perplexity|providers?|qwen|search|sonar|source|supported|third|web|xai|z|zai|ai)$/;

/** The models of a document: of the data that a page carries for its own components, and of its price tables. */
export function documentedModels(body: string): Documented[] {
  const tables = markdownTables(body);
  const priced = tablesWith(tables, /^model/, /^input/, /^output/);
  const all = [
    ...embeddedModels(body),
    ...priced.flatMap((table) => table.rows.flatMap((cells) => tabled(table, cells))),
    ...tablesWith(tables, /^model/, /^low\b/, /^high\b/).flatMap((table) =>
      table.rows.flatMap((cells) => requestFees(table, cells)),
    ),
  ];
  const models = new Map<unknown, Documented>();
  for (const model of all) {
    const key = typeof model.id === 'string' ? model.id : model;
    const known = models.get(key);
    models.set(key, known ? together(known, model) : model);
  }
  return [...models.values()];
}

const together = (known: Documented, model: Documented): Documented => ({
  ...known,
  pricing: { ...model.pricing, ...known.pricing },
  levels: [...(known.levels ?? []), ...(model.levels ?? [])],
  requestFees: [...(known.requestFees ?? []), ...(model.requestFees ?? [])],
});

/** "| Model | Low | Medium | High |" of the fees for 1,000 requests, by the size of the search context. */
function requestFees(table: Table, cells: readonly Cell[]): Documented[] {
  const isFee = [...table.headings, ...table.header].some((words) => /request/i.test(words));
  const isPerThousand = [...table.headings, ...table.header].some((words) => /1k\b|1,?000\b/i.test(words));
  const named = namedIn(table, cells);
  if (!isFee || !isPerThousand || !named) return [];
  const fees = ['low', 'medium', 'high'].flatMap((size) => {
    const price = shownPrice(cellOf(table, cells, new RegExp(`^${size}\\b`)).text);
    return price === null ? [] : [{ size, price }];
  });
  return [{ ...named, pricing: {}, requestFees: fees }];
}

/** `"sonar": {"models": [{"id":"sonar-pro","input":3,"output":15}]}`: USD per 1M tokens. */
function embeddedModels(body: string): Documented[] {
  const lists = embedded(body, 'sonar').map((sonar) => (sonar as { models?: unknown }).models);
  return lists.flatMap((list) =>
    (Array.isArray(list) ? (list as unknown[]) : []).map((item) => {
      const { id, name, input, output, reasoning, citation, search } = (item ?? {}) as Record<string, unknown>;
      return { id, name, pricing: given({ input, output, reasoning, citation, search, unit }) };
    }),
  );
}

/** The marks behind a name: "Sonar Pro[^1]", "Sonar Pro*". */
const footnotes = /\[\^?\w+\]|[*†‡¹²³]{1,8}$/g;

/** Id and name of a row: "Sonar Pro" is sonar-pro. */
function namedIn(table: Table, cells: readonly Cell[]): { id: string; name?: string } | undefined {
  const name = cellOf(table, cells, /^model/)
    .text.replace(footnotes, '')
    .trim();
  if (!/[a-z]/i.test(name)) return undefined;
  const isId = name.includes('/') || /^[a-z0-9.-]+$/.test(name);
  return isId ? { id: name } : { id: name.toLowerCase().replaceAll(/\s+/g, '-'), name };
}

function tabled(table: Table, cells: readonly Cell[]): Documented[] {
  const named = namedIn(table, cells);
  const cell = (title: RegExp) => (column(table, title) < 0 ? null : cellOf(table, cells, title).text);
  const price = (title: RegExp) => (isPerMillion(cell(title)) ? shownPrice(cell(title)) : null);
  // In a key that nobody reads, so that it is told.
  const other = (title: RegExp) => (isPerMillion(cell(title)) ? null : cell(title));
  const pricing = given({
    input: price(/^input/),
    output: price(/^output/),
    other_input: other(/^input/),
    other_output: other(/^output/),
    cache_read: price(/^cache(d input|d| read)?( |$)(?!write)/),
    cache_write: price(/^cache writ/),
    reasoning: price(/^reasoning/),
    citation: price(/^citation/),
    search: shownPrice(cell(/^search quer.* \$\/1k$/)),
    unit: /1k\b/i.test(table.header[column(table, /^input/)] ?? '') ? 'usd_per_1k_tokens' : unit,
  });
  if (!named || Object.keys(pricing).length === 1) return [];
  const level = serviceLevel(table.headings, plainWords);
  return [level ? { ...named, pricing: {}, levels: [{ level, pricing }] } : { ...named, pricing }];
}

const given = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
