import type { Page } from '../../model/page.js';
import { markdownTables } from '../parse/markdown.js';
import { shapeError } from '../parse/shapeError.js';
import { cellOf, column, isUnder, type Table, tablesWith } from '../parse/tables.js';

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

/** A model of the pricing page: its rows, those under a condition too, and its price in a batch. */
export interface Priced {
  readonly name: string;
  readonly note: string;
  readonly prices: readonly PriceRow[];
  readonly batch: { readonly input: string; readonly output: string } | null;
}

const labels = {
  model: /^model/,
  input: /^(base )?input/,
  output: /^output/,
  cacheRead: /^cache (hits?|reads?)/,
  cacheWrite: /^5 ?m\w* cache writes?/,
  cacheWrite1h: /^1 ?h\w* cache writes?/,
};
const batchLabels = { input: /^batch input/, output: /^batch output/ };

/** The models of the pricing page. Batches and other modes stand in tables of their own below the list prices. */
export function pricedModels(page: Page): Priced[] {
  const all = markdownTables(page.body);
  const tables = tablesWith(all, labels.model, labels.input, labels.output, labels.cacheRead);
  const listed = tables.filter((table) => isUnder(table, /^model pricing/));
  const lists = listed.length > 0 ? listed : tables.filter((table) => !isUnder(table, /batch|fast|cloud|feature/));
  if (lists.length === 0) throw shapeError('no table of model prices');
  const batches = new Map(
    tablesWith(all, labels.model, batchLabels.input, batchLabels.output).flatMap((table) => batchRows(table)),
  );
  const models = new Map<string, Priced>();
  for (const table of lists)
    for (const cells of table.rows) {
      const { name, note, condition } = named(cellOf(table, cells, labels.model).text);
      const show = (label: RegExp) => cellOf(table, cells, label).text;
      const prices = { condition, ...shown(show) };
      const known = models.get(keyOf(name));
      models.set(keyOf(name), {
        name,
        note: known?.note ?? note,
        prices: [...(known?.prices ?? []), prices],
        batch: batches.get(keyOf(name)) ?? null,
      });
    }
  return [...models.values()].filter(({ name }) => name !== '');
}

const shown = (show: (label: RegExp) => string): Omit<PriceRow, 'condition'> => ({
  input: show(labels.input),
  output: show(labels.output),
  cacheRead: show(labels.cacheRead),
  cacheWrite: show(labels.cacheWrite),
  cacheWrite1h: show(labels.cacheWrite1h),
});

const batchRows = (table: Table) =>
  table.rows.map((cells) => {
    const { name } = named(cells[column(table, labels.model)]?.text ?? '');
    const show = (label: RegExp) => cellOf(table, cells, label).text;
    return [keyOf(name), { input: show(batchLabels.input), output: show(batchLabels.output) }] as const;
  });

/** "Claude Opus 4.1 (retired, except on Bedrock)" -> name and note; "Claude Sonnet 5 through August 31, 2026" -> name and condition. */
function named(cell: string): { name: string; note: string; condition: string } {
  const [, name = '', rest = ''] = /^(.*?)(\s*\(.*|\s+(?:through|until|starting|from|for)\b.*)?$/is.exec(cell) ?? [];
  const isCondition = !/retired|deprecated/i.test(rest) && /through|until|starting|prompts?|tokens/i.test(rest);
  const text = rest.replace(/^\s*\((.*)\)\s*$/s, '$1').trim();
  return { name: name.trim(), note: isCondition ? '' : text, condition: isCondition ? text : '' };
}

/** Names are compared without case and blanks. */
export const keyOf = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ').trim();
