import type { Draft } from '../../model/draft.js';
import type { Issue } from '../../model/pricing.js';
import type { Page } from '../../model/page.js';
import { htmlTables } from '../parse/html.js';
import { scaled } from '../parse/money.js';
import { shapeError } from '../parse/shapeError.js';
import { saysFree, shownPrice } from '../parse/shownPrice.js';
import { column, tablesWith } from '../parse/tables.js';
import { strayCells } from '../parse/strayCells.js';
import { hydratedRows } from './hydratedRows.js';
import { isKnownSlug, slugIds } from './slugIds.js';
import { withoutEnd } from '../parse/withoutEnd.js';

/** A row of a pricing page, as it shows it; a cell holds one price a line. */
export interface PriceRow {
  readonly name: string;
  /** The ids that the row may mean: the page links to `/models/<slug>`, and names the id itself in another form. */
  readonly ids: readonly string[];
  /** Nothing tells how the API calls it: the first id is no more than the page's own name for it. */
  readonly isNameOnly: boolean;
  readonly input: string;
  readonly cached: string;
  readonly output: string;
  /** Prices under columns that nobody knows. */
  readonly stray?: readonly string[];
}

/** The rows of the pricing table or, of the page without one, of the data that it carries for React. */
export function priceRows(page: Page): PriceRow[] {
  const [table] = tablesWith(htmlTables(page.body), /^model/, /^input/, /^output/);
  const rows = table
    ? table.rows.map((cells): PriceRow => {
        const model = cells[column(table, /^model/)];
        const name = withoutEnd(model?.text ?? '', ' \n\u00a0↗');
        const slug = slugIn(model?.links[0]?.url ?? '') ?? slugOf(name);
        const show = (label: RegExp) => cells[column(table, label)]?.text ?? '';
        const prices = { input: show(/^input/), cached: show(/^cached/), output: show(/^output/) };
        const stray = strayCells(table, cells, [/^model/, /^input/, /^cached/, /^output/]);
        return { name, ids: slugIds(slug), isNameOnly: !isKnownSlug(slug), ...prices, stray };
      })
    : hydratedRows(page.body).map(({ id, ...row }) => ({ ...row, ids: [id], isNameOnly: false }));
  if (rows.length === 0) throw shapeError('no table with the columns model, input and output');
  return rows.filter(({ ids }) => ids.length > 0);
}

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

type Prices = NonNullable<Draft['cost']>;
export type Shown = Pick<PriceRow, 'input' | 'cached' | 'output'>;
type Field = 'input' | 'output' | 'cacheRead';

/** What a row costs; pages, time and characters have fields of their own, their cached price has none. */
export const priceOf = ({ input, cached, output }: Shown): Prices => {
  const { cacheRead } = priced(cached, 'cacheRead');
  return { ...priced(input, 'input'), ...priced(output, 'output'), ...(cacheRead !== undefined && { cacheRead }) };
};

const priced = (cell: string, field: Field): Prices =>
  cell.split('\n').reduce<Prices>((prices, line) => ({ ...prices, ...linePrice(line, field) }), {});

/** How many of the record's unit one of theirs is. */
const units: readonly (readonly [RegExp, 'perPage' | 'perSecond' | 'perCharacter', number])[] = [
  [/^(1,?000|1?k) pages?$/, 'perPage', 1000],
  [/^page$/, 'perPage', 1],
  [/^sec(ond)?$/, 'perSecond', 1],
  [/^min(ute)?s?$/, 'perSecond', 60],
  [/^h(ou)?rs?$/, 'perSecond', 3600],
  [/^(1,?000|1?k) char(acter)?s?$/, 'perCharacter', 1000],
  [/^(1 ?)?m(illion)? char(acter)?s?$/, 'perCharacter', 1_000_000],
];

/** "$1.5 /M Tokens", "$4 /1000 Pages", "$0.003 /Min", "$0.016 per 1k characters", "Free"; "—", "$0" and euros are none. */
function linePrice(line: string, field: Field): Prices {
  if (saysFree(line)) return { [field]: 0 };
  const [price, unit] = [shownPrice(line), unitOf(line)];
  if (scaled(price, 1) === 0) return {};
  if (/^(1 ?)?m(illion)? tok(en)?s?$/.test(unit)) return { [field]: scaled(price, 1, 1000) };
  const [, other, count = 1] = units.find(([words]) => words.test(unit)) ?? [];
  return other ? { [other]: scaled(price, 1, count) } : {};
}

/** "$0.1 per M tok (text)" -> "m tok"; tokens of another kind than text keep the word, so that they are none. */
/** The last part of an address below `/models/`. */
const slugIn = (address: string): string | undefined =>
  address.split(/[?#]/)[0]?.split('/models/').slice(1).join('/').split('/').findLast(Boolean);

const unitOf = (line: string): string =>
  (/(?:\/|\bper\b)(.+)$/is.exec(line)?.[1] ?? '')
    .toLowerCase()
    .replace(/\s{0,4}\((text|audio)\)$/, (words, kind) => (kind === 'audio' && /tok/i.test(line) ? words : ''))
    .trim();

/** All that the row has a word for is "Free". */
export const isFree = ({ input, cached, output }: Shown): boolean => {
  const words = [input, cached, output].filter((cell) => /[\p{L}\d]/u.test(cell));
  return words.length > 0 && words.every(saysFree);
};

/** Amounts of a unit that the record has no field for: told, for nothing that is stated is lost without a word. */
export const unreadIn = (shown: Shown): Issue[] =>
  Object.entries(shown).flatMap(([cell, text]) =>
    text
      .split('\n')
      .filter((line) => (Number(shownPrice(line)) > 0 ? !isRead(line, cell) : /€/.test(line)))
      .map((line) => ({ code: 'unread-price', detail: `${cell}: ${line.trim()}` })),
  );

/** The cached price of a page or a minute is known: a record has no field for it, and needs none. */
const isRead = (line: string, cell: string): boolean =>
  Object.keys(linePrice(line, cell === 'cached' ? 'cacheRead' : 'input')).length > 0;

/** The row names a price, but in euros alone. */
export const isInEuro = (shown: Shown): boolean => {
  const cells = Object.values(shown).join(' ');
  return cells.includes('€') && !cells.includes('$');
};
