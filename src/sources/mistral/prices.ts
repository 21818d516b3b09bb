import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Page } from '../../model/page.js';
import { embedded, flightText, reviveFlight } from '../parse/embedded.js';
import { parts, text } from '../parse/fields.js';
import { htmlTables } from '../parse/html.js';
import { scaled } from '../parse/money.js';
import { shapeError } from '../parse/shapeError.js';
import { saysFree, shownPrice } from '../parse/shownPrice.js';
import { column, tablesWith } from '../parse/tables.js';

/** A row of a pricing page, as it shows it. */
export interface PriceRow {
  readonly name: string;
  /** The ids that the row may mean: the page links to `/models/<slug>`, and names the id itself in an older form. */
  readonly ids: readonly string[];
  readonly input: string;
  readonly cached: string;
  readonly output: string;
}

/** The rows of the pricing table or, of the older page, of the data that it carries for React. */
export function priceRows(page: Page): PriceRow[] {
  const [table] = tablesWith(htmlTables(page.body), /^model/, /^input/, /^output/);
  const rows = table
    ? table.rows.map((cells): PriceRow => {
        const model = cells[column(table, /^model/)];
        const name = (model?.text ?? '').replace(/[\s↗]+$/u, '');
        const slug =
          /\/models\/(?:[^?#]*\/)?([^/?#]+)\/?(?:[?#]|$)/.exec(model?.links[0]?.url ?? '')?.[1] ?? slugOf(name);
        const show = (label: RegExp) => cells[column(table, label)]?.text ?? '';
        return { name, ids: idsOf(slug), input: show(/^input/), cached: show(/^cached/), output: show(/^output/) };
      })
    : hydrated(flightText(page.body));
  if (rows.length === 0) throw shapeError('no table with the columns model, input and output');
  return rows.filter(({ ids }) => ids.length > 0);
}

const hydratedRow = z.looseObject({
  name: text,
  api_endpoint: text,
  price: parts({ value: text, price_dollar: text }),
});

/** `{"name","api_endpoint","price":[{"value":"Input (/M tokens)","price_dollar":"<p>$0.4</p>"}]}`, wherever it stands. */
const hydrated = (flight: string): PriceRow[] =>
  [...flight.matchAll(/"api_endpoint"\s*:/g)].flatMap(({ index }) => {
    const [value] = embedded(`"row":${flight.slice(openedBefore(flight, index))}`, 'row', reviveFlight);
    const { success, data } = hydratedRow.safeParse(value);
    if (!success || data.api_endpoint === null || data.price.length === 0) return [];
    const show = (label: RegExp): string => {
      const price = data.price.find((entry) => label.test(entry.value ?? ''));
      const unit = /\/[^()]*/.exec(price?.value ?? '')?.[0] ?? '';
      return `${price?.price_dollar?.replaceAll(/<[^>]*>/g, '') ?? ''} ${unit}`.trim();
    };
    const prices = { input: show(/^input/i), cached: show(/^cached input/i), output: show(/^output/i) };
    return [{ name: data.name ?? '', ids: [data.api_endpoint], ...prices }];
  });

/** Where the object around a place in a text opens. */
function openedBefore(text: string, place: number): number {
  let at = place;
  for (let depth = 0; at > 0 && depth < 1;) {
    at--;
    if (text[at] === '{') depth++;
    else if (text[at] === '}') depth--;
  }
  return at;
}

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/**
 * The ids of a slug, the likeliest first. A slug ends with the month of its release behind the version, an id has
 * the month only: `mistral-medium-3-5-26-04` -> `mistral-medium-2604`, `ministral-3-14b-25-12` -> `ministral-14b-2512`.
 */
function idsOf(slug: string): string[] {
  const [, family = '', year = '', month = ''] = /^(.+)-(\d\d)-(\d\d)$/.exec(slug) ?? [];
  const isDated = year >= '22' && month >= '01' && month <= '12';
  const stem = isDated ? `${family.replaceAll(/-\d{1,2}(?=-|$)/g, '')}-${year}${month}` : slug;
  if (stem === '') return [];
  return stem.startsWith('ocr-') ? [`mistral-${stem}`] : [stem, `mistral-${stem}`, `labs-${stem}`];
}

type Prices = NonNullable<Draft['cost']>;
type Shown = Pick<PriceRow, 'input' | 'cached' | 'output'>;

/** What a row costs; pages, minutes and characters have fields of their own. */
export const priceOf = ({ input, cached, output }: Shown): Prices => {
  const { cacheRead } = priced(cached, 'cacheRead');
  return { ...priced(input, 'input'), ...priced(output, 'output'), ...(cacheRead !== undefined && { cacheRead }) };
};

/** "$1.5 /M Tokens", "$4 /1000 Pages", "$0.003 /Min", "$16 /M Chars", "Free"; "—", "$0" and prices in euros are none. */
function priced(cell: string, field: 'input' | 'output' | 'cacheRead'): Prices {
  if (saysFree(cell)) return { [field]: 0 };
  const [price, unit] = [
    shownPrice(cell),
    cell
      .slice(cell.indexOf('/') + 1)
      .toLowerCase()
      .trim(),
  ];
  if (scaled(price, 1) === 0) return {};
  if (/^m(illion)? tokens?\b/.test(unit)) return { [field]: scaled(price, 1, 1000) };
  if (/^(1,?000|1k|k) pages\b/.test(unit)) return { perPage: scaled(price, 1, 1000) };
  if (/^min(ute)?s?\b/.test(unit)) return { perSecond: scaled(price, 1, 60) };
  return /^m(illion)? char(acter)?s?\b/.test(unit) ? { perCharacter: scaled(price, 1, 1_000_000) } : {};
}

/** All that the row has a word for is "Free". */
export const isFree = ({ input, cached, output }: Shown): boolean => {
  const words = [input, cached, output].filter((cell) => /[\p{L}\d]/u.test(cell));
  return words.length > 0 && words.every(saysFree);
};
