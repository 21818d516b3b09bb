import type { Page } from '../../model/page.js';
import { markdownTables } from '../parse/markdown.js';
import { shapeError } from '../parse/shapeError.js';
import { type Cell, cellOf, column, isUnder, label, type Table, tablesWith } from '../parse/tables.js';

/** The prices of a row of the pricing page, as it shows them. */
export interface PriceRow {
  /** The words behind the name: "through August 31, 2026", "for prompts over 100,000 tokens". */
  readonly condition: string;
  readonly input: string;
  readonly output: string;
  readonly cacheRead: string;
  readonly cacheWrite: string;
  readonly cacheWrite1h: string;
}

/** Prices of another service level, in the page's word for it: batch, fast. */
export type Level = Omit<PriceRow, 'condition'> & { readonly tier: string };

/** A model of the pricing page: its rows, those under a condition too, and its prices at other levels. */
export interface Priced {
  readonly name: string;
  readonly note: string;
  readonly prices: readonly PriceRow[];
  readonly levels: readonly Level[];
}

const labels = {
  model: /^model/,
  input: /^(base )?input/,
  output: /^output/,
  cacheRead: /^cache (hits?|reads?)/,
  cacheWrite: /^5 ?m\w* cache writes?/,
  cacheWrite1h: /^1 ?h\w* cache writes?/,
};

/** The models of the pricing page. Batches and other modes stand in tables of their own below the list prices. */
export function pricedModels(page: Page): Priced[] {
  const tables = tablesWith(markdownTables(page.body).map(levelApart), labels.model, labels.input, labels.output);
  const lists = listsOf(tables.filter((table) => column(table, labels.cacheRead) >= 0));
  if (lists.length === 0) throw shapeError('no table of model prices');
  const levels = tables.filter((table) => !lists.includes(table)).flatMap(levelRows);
  const models = new Map<string, Priced>();
  for (const table of lists)
    for (const cells of table.rows) {
      const { name, note, condition } = named(cellOf(table, cells, labels.model).text);
      const prices = { condition, ...shown(table, cells) };
      const known = models.get(keyOf(name));
      models.set(keyOf(name), {
        name,
        note: known?.note || note,
        prices: [...(known?.prices ?? []), prices],
        levels: levels.flatMap(({ key, level }) => (key === keyOf(name) ? [level] : [])),
      });
    }
  return [...models.values()].filter(({ name }) => name !== '');
}

/** The tables of list prices by their title; where it is another one than ever before, the first that names no level. */
function listsOf(tables: readonly Table[]): Table[] {
  const listed = tables.filter((table) => levelOf(table) === null);
  const other = tables.find((table) => !isUnder(table, /batch|fast|flex|priority|mode|tier|cloud|feature/));
  return listed.length > 0 || !other ? listed : [other];
}

/**
 * A table with the columns "Batch input" and "Batch output" as one of the columns input and output under "Batch"; where its
 * title names another level, it is a batch of that.
 */
function levelApart(table: Table): Table {
  const word = /^(\w+) input$/i.exec(table.header.find((title) => /^\w+ input$/i.test(title)) ?? '')?.[1];
  if (word === undefined || /^base$/i.test(word)) return table;
  const start = new RegExp(`^${word} `, 'i');
  const level = levelOf(table);
  const isSame = level === null || level.split(' ').includes(word.toLowerCase());
  return {
    ...table,
    headings: [...table.headings, isSame ? word : `${level} ${word}`],
    header: table.header.map((title) => title.replace(start, '')),
  };
}

/** Words at the end of such a title that name no level. */
const plainTitle = /^(mode|tier|processing|pricing|prices)$/;

/** The service level that the title right above a table names, in its own words; null above the list prices. */
function levelOf({ headings }: Pick<Table, 'headings'>): string | null {
  const title = label(headings.at(-1) ?? '')
    .replaceAll(/\b(standard|std)\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (title === '' || /^(model )?(pricing|prices)$|models?$/.test(title)) return null;
  const words = title.split(' ');
  return words.slice(0, words.findLastIndex((word, i) => i === 0 || !plainTitle.test(word)) + 1).join(' ');
}

const levelRows = (table: Table): { key: string; level: Level }[] => {
  const tier = levelOf(table);
  if (tier === null) return [];
  return table.rows.flatMap((cells) =>
    cellOf(table, cells, labels.model)
      .text.split(/ \/ |, |\n| and /)
      .map((cell) => ({ key: keyOf(named(cell).name), level: { tier, ...shown(table, cells) } })),
  );
};

const shown = (table: Table, cells: readonly Cell[]): Omit<PriceRow, 'condition'> => {
  const show = (name: RegExp) => cellOf(table, cells, name).text;
  return {
    input: show(labels.input),
    output: show(labels.output),
    cacheRead: show(labels.cacheRead),
    cacheWrite: show(labels.cacheWrite),
    cacheWrite1h: show(labels.cacheWrite1h),
  };
};

/** Words behind a name that say nothing of the price. */
const notes = /retired|deprecated|availability|preview|beta|legacy|new/i;

/** "Claude Opus 4.1 (retired, except on Bedrock)" -> name and note; "Claude Sonnet 5 through August 31, 2026" -> name and condition. */
function named(cell: string): { name: string; note: string; condition: string } {
  const at = /\(|\s(?:through|until|starting|from|for)\b/i.exec(cell)?.index ?? cell.length;
  const [name, rest] = [cell.slice(0, at), cell.slice(at)];
  const isCondition = rest.trim() !== '' && !notes.test(rest);
  const text = rest.replace(/^\s*\((.*)\)\s*$/s, '$1').trim();
  return { name: name.trim(), note: isCondition ? '' : text, condition: isCondition ? text : '' };
}

/** Names are compared without case and blanks. */
export const keyOf = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ').trim();
