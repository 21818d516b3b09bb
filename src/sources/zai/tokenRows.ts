import { chargedPrice } from '../parse/chargedPrice.js';
import { markdownTables } from '../parse/markdown.js';
import { serviceLevel } from '../parse/serviceLevel.js';
import { tableRows, type TableRow } from '../parse/tableRows.js';
import { isUnder } from '../parse/tables.js';
import { goodsRows } from './goods.js';
import { beforeMark } from '../parse/beforeMark.js';

/** Headings of what is not paid per token, whatever the columns. */
const otherGoods = /^(built in tools|image|video|audio|agents?)\b/;

const columns = {
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
  /** Prices under columns that nobody knows. */
  readonly stray: readonly string[];
}

/** The models of the page: those of the token tables, a model may stand in two of them, and those of the others. */
export function rowsOf(body: string, longest: ReadonlyMap<string, number>): unknown[] {
  const all = markdownTables(body);
  const found = tableRows(
    all.filter((table) => !isUnder(table, otherGoods)),
    columns,
    'model',
    'input',
    'output',
  ).map(tokenRow);
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
  return [...models, ...goodsRows(all, body).filter(({ id }) => !ids.has(id))];
}

function tokenRow({ table, shown: { model, ...prices }, stray }: TableRow<keyof typeof columns>): TokenRow {
  const [line = ''] = model.split('\n');
  const name = line.endsWith(')') ? beforeMark(line, '(') : line.trim();
  return {
    ...prices,
    id: name.toLowerCase(),
    name,
    reads: isUnder(table, /^vision/) ? 'images' : isUnder(table, /^text/) ? 'text' : null,
    level: serviceLevel(table.headings, /^glm$/),
    stray,
  };
}

const pricesOf = ({ input, cached, output }: TokenRow): string => [input, cached, output].map(priceOf).join(' ');

/** "$1.4", "Free"; "-" and "\" are none, and of a list price and what is charged in its place the last one counts. */
export function priceOf(cell: string | null): number | null {
  return /\bfree$/i.test(cell ?? '') ? 0 : chargedPrice(cell);
}
