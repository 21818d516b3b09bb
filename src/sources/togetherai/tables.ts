import type { Page } from '../../model/page.js';
import { markdownTables } from '../parse/markdown.js';
import { notEmpty } from '../parse/notEmpty.js';
import { type Cell, cellOf, label, type Table, tablesWith } from '../parse/tables.js';
import { priceColumn, sectionOf, tierOf } from './columns.js';

const columns = {
  organization: /^organi[sz]ation/,
  name: /^model name|^model$/,
  context: /^context/,
  modality: /^modality/,
  quantization: /^quantization/,
  tools: /^function calling|^tool/,
  structured: /^structured/,
} as const;

/** "API model string", "Model string for API": the id. */
const modelString = /\bstring\b/;

/** What the tables say of one model: words by column, and its prices as shown. */
interface Found {
  readonly words: Record<string, string[]>;
  readonly prices: { tier: string; kind: string; unit: string | null; cell: string }[];
}

/** One row a model: the tables repeat models, chat models that see above all. */
export function documentRows(body: string, reasoners: readonly string[]): unknown[] {
  const tables = notEmpty(
    tablesWith(markdownTables(body), modelString, columns.name),
    'no table with the columns model name and model string',
  );
  const sight = tables.some((table) => sectionOf(table) === 'vision');
  const models = new Map<string, Found>();
  for (const table of tables) for (const line of table.rows) collect(models, table, line);
  return [...models].map(([model, { words, prices }]) => ({
    id: model,
    ...words,
    prices,
    sight,
    reasons: reasoners.includes(model) || null,
  }));
}

function collect(models: Map<string, Found>, table: Table, line: readonly Cell[]): void {
  const model = cellOf(table, line, modelString).text;
  const found = models.get(model) ?? { words: {}, prices: [] };
  models.set(model, found);
  for (const [name, title] of Object.entries(columns)) {
    const { text } = cellOf(table, line, title);
    if (!isEmpty(text)) (found.words[name] ??= []).push(text);
  }
  (found.words['section'] ??= []).push(sectionOf(table));
  found.prices.push(...pricesIn(table, line));
}

/** The cells with a price, each with what its column and the table's heading say of it. */
const pricesIn = (table: Table, line: readonly Cell[]): Found['prices'] =>
  table.header.flatMap((title, i) => {
    const column = priceColumn(title);
    const cell = line[i]?.text ?? '';
    if (!column || isEmpty(cell)) return [];
    const unit = column.unit ?? (cellOf(table, line, /^unit$/).text || null);
    return [{ tier: tierOf(table, column), kind: column.kind, unit, cell }];
  });

const isEmpty = (text: string): boolean => /^[-–—]?$/.test(text);

/** The ids of the tables without prices of the page about reasoning. */
export function reasoningModels({ body }: Page): string[] {
  const tables = notEmpty(
    tablesWith(markdownTables(body), modelString).filter(
      ({ header }) => !header.some((title) => /pric/.test(label(title))),
    ),
    'no table of models that reason',
  );
  return tables.flatMap((table) => table.rows.map((line) => cellOf(table, line, modelString).text));
}
