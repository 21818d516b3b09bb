import type { Page } from '../../model/page.js';
import { markdownTables } from '../parse/markdown.js';
import { shapeError } from '../parse/shapeError.js';
import { type Cell, cellOf, label, type Table, tablesWith } from '../parse/tables.js';

const columns = {
  organization: /^organi[sz]ation/,
  name: /^model name|^model$/,
  context: /^context/,
  input: /^input pric/,
  cached: /^cached input pric/,
  output: /^output pric/,
  price: /^pric(e|ing)/,
  modality: /^modality/,
  quantization: /^quantization/,
  tools: /^function calling|^tool/,
  structured: /^structured/,
} as const;

/** "API model string", "Model string for API": the id. */
const modelString = /\bstring\b/;

/** One row a model: the tables repeat models, chat models that see above all. */
export function documentRows(body: string, reasoners: readonly string[]): unknown[] {
  const tables = tablesWith(markdownTables(body), modelString, columns.name);
  if (tables.length === 0) throw shapeError('no table with the columns model name and model string');
  const sight = tables.some((table) => sectionOf(table) === 'vision');
  const models = new Map<string, Record<string, string[]>>();
  for (const table of tables) for (const line of table.rows) collect(models, table, line);
  return [...models].map(([model, found]) => ({
    id: model,
    ...found,
    sight,
    reasons: reasoners.includes(model) || null,
  }));
}

function collect(models: Map<string, Record<string, string[]>>, table: Table, line: readonly Cell[]): void {
  const model = cellOf(table, line, modelString).text;
  const found = models.get(model) ?? {};
  models.set(model, found);
  for (const [name, title] of Object.entries(columns)) {
    const { text } = cellOf(table, line, title);
    if (!/^[-–—]?$/.test(text)) (found[name] ??= []).push(text);
  }
  (found['section'] ??= []).push(sectionOf(table));
}

/** The first word of the innermost heading: chat, image, vision … */
const sectionOf = (table: Table): string => label(table.headings.at(-1) ?? '').split(' ')[0] ?? '';

/** The ids of the tables without prices of the page about reasoning. */
export function reasoningModels({ body }: Page): string[] {
  const tables = tablesWith(markdownTables(body), modelString).filter(
    ({ header }) => !header.some((title) => /pric/.test(label(title))),
  );
  if (tables.length === 0) throw shapeError('no table of models that reason');
  return tables.flatMap((table) => table.rows.map((line) => cellOf(table, line, modelString).text));
}
