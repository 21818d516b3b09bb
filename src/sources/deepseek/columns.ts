import type { Page } from '../../model/page.js';
import { htmlTables } from '../parse/html.js';
import { shapeError } from '../parse/shapeError.js';
import { type Cell, label, type Table } from '../parse/tables.js';
import { peakHoursIn, priceTitle } from './bands.js';

/** A row of the table: its labels, the outermost first, and a cell for each model. */
interface Line {
  readonly title: string;
  readonly cells: readonly string[];
}

/** A record for each model, put together from all tables that have it as a column. */
export function columns(page: Page): unknown[] {
  const tables = htmlTables(page.body).flatMap((table) => linesOf(table) ?? []);
  const isPriced = ({ title }: Line) => priceTitle(title) !== undefined;
  if (!tables.some((lines) => lines.some(isPriced))) throw shapeError('no table with models and prices');
  const names = tables.flatMap(([models]) => models?.cells.map(nameOf) ?? []);
  const peakHours = peakHoursIn(page.body);
  return [...new Set(names)].map((name) => {
    const own = tables.flatMap(([models, ...lines]) => {
      const at = models?.cells.map(nameOf).indexOf(name) ?? -1;
      return at < 0 ? [] : lines.map(({ title, cells }) => ({ title, text: cells[at] ?? '' }));
    });
    const prices = own.flatMap(({ title, text }) => {
      const kind = priceTitle(title);
      return kind ? [{ ...kind, text }] : [];
    });
    return { id: name, ...shown((title) => own.find((line) => title.test(line.title))?.text ?? ''), prices, peakHours };
  });
}

/** Without a footnote mark. */
const nameOf = (cell: string): string => cell.replaceAll(/\s{0,4}[（(]\d+[)）]|[*†‡¹²³]/g, '').trim();

const shown = (show: (title: RegExp) => string) => ({
  version: show(/^model version/),
  thinking: show(/thinking mode/),
  context: show(/^context length/),
  output: show(/^max output/),
  tools: show(/tool calls?/),
});

/** The row of the model names first; undefined for another table. The label columns are those where that row says "MODEL". */
function linesOf({ header, rows }: Table): Line[][] | undefined {
  const grid: (readonly Cell[])[] = [header.map((name) => ({ text: name, links: [] })), ...rows];
  const names = grid.find(([first]) => label(first?.text ?? '') === 'model');
  const start = names?.findIndex((cell) => label(cell.text) !== 'model') ?? -1;
  if (!names || start < 1) return undefined;
  const lines = [names, ...grid.filter((cells) => cells !== names)].map((cells) => ({
    title: [...new Set(cells.slice(0, start).map((cell) => label(cell.text)))].join(' ').replace(/^pricing /, ''),
    cells: cells.slice(start).map((cell) => cell.text),
  }));
  return [lines];
}
