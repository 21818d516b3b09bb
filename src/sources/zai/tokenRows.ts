import { markdownTables } from '../parse/markdown.js';
import { dollars, perMillion } from '../parse/money.js';
import { serviceLevel } from '../parse/serviceLevel.js';
import { shapeError } from '../parse/shapeError.js';
import { isPerMillion } from '../parse/shownPrice.js';
import { cellOf, isUnder, type Table, tablesWith } from '../parse/tables.js';
import { goodsIn } from './goods.js';

/** Headings of what is not paid per token, whatever the columns. */
const otherGoods = /^(built in tools|image|video|audio|agents?)\b/;

const labels = {
  model: /^model$/,
  input: /^input$/,
  cached: /^cached input$/,
  storage: /^cached input storage$/,
  output: /^output$/,
};

/** A row of a table of prices per token, as it shows it. */
export interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly reads: 'images' | 'text' | null;
  /** The level of service of its table, '' for the standard one. */
  readonly level: string;
  readonly input: string;
  readonly cached: string;
  readonly storage: string;
  readonly output: string;
}

/** The models of the page: those of the token tables, a model may stand in two of them, and those of the others. */
export function rowsOf(body: string, longest: ReadonlyMap<string, number>): unknown[] {
  const all = markdownTables(body);
  const tables = tablesWith(all, labels.model, labels.input, labels.output).filter(
    (table) => !isUnder(table, otherGoods),
  );
  if (tables.length === 0) throw shapeError('no table with the columns model, input and output');
  const found = tables.flatMap((table) => table.rows.map((cells) => tokenRow(table, cells)));
  const ids = new Set(found.map(({ id }) => id));
  const models = [...ids].map((id) => {
    const own = found.filter((row) => row.id === id);
    const standard = own.filter(({ level }) => level === '');
    return {
      ...(standard[0] ?? { id, name: own[0]?.name }),
      // Under "Latest Models" it is not said what a model reads.
      reads: own.find(({ reads }) => reads !== null)?.reads ?? null,
      maxOutput: longest.get(id) ?? null,
      isContradicted: new Set(standard.map(pricesOf)).size > 1,
      others: own.filter(({ level }) => level !== ''),
    };
  });
  return [...models, ...goodsIn(all, body).filter(({ id }) => !ids.has(id))];
}

function tokenRow(table: Table, cells: Table['rows'][number]): TokenRow {
  const show = (title: RegExp) => cellOf(table, cells, title).text;
  const [line = ''] = show(labels.model).split('\n');
  const name = line.replace(/\s*\(.*\)$/, '').trim();
  return {
    id: name.toLowerCase(),
    name,
    reads: isUnder(table, /^vision/) ? 'images' : isUnder(table, /^text/) ? 'text' : null,
    level: serviceLevel(table.headings, /^glm$/),
    input: show(labels.input),
    cached: show(labels.cached),
    storage: show(labels.storage),
    output: show(labels.output),
  };
}

const pricesOf = ({ input, cached, output }: TokenRow): string => [input, cached, output].map(priceOf).join(' ');

/** "$1.4", "Free"; "-" and "\" are none, and of a list price and what is charged in its place the last one counts. */
export function priceOf(cell: string | null): number | null {
  if (/\bfree$/i.test(cell ?? '')) return 0;
  return isPerMillion(cell) ? perMillion(dollars(cell ?? '').at(-1)) : null;
}
