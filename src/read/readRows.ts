import { z } from 'zod';
import { boundedRow } from './boundedRow.js';
import type { DeadLetter } from '../model/deadLetter.js';
import type { Page } from '../model/page.js';
import type { Endpoint, Source } from '../sources/define.js';
import type { Place } from '../sources/kind.js';
import { compiled } from '../sources/parse/compiled.js';
import { pagesOf, unmarked } from '../sources/parse/ofPage.js';
import { unreadPrices } from '../sources/reading/unreadPrices.js';
import { excessOf } from './excessOf.js';
import { doubled, notOffered, plusSkips } from '../model/skips.js';
import type { Sliced } from './inSlices.js';
import { outlineOf } from './outlineOf.js';

/** Rows read: rows = items + letters + skipped. */
export interface RowsRead<Item> {
  readonly items: readonly Item[];
  readonly letters: readonly DeadLetter[];
  readonly skipped: number;
  /** Those by why, in words. */
  readonly skips: Readonly<Record<string, number>>;
  /** Price keys that are above zero and not read, with the number of rows. */
  readonly unread: Readonly<Record<string, number>>;
  /** Rows of prices that no model is known for. */
  readonly unplaced: number;
}

/** As many rows pay for compiling their schema. */
const manyRows = 50;

/**
 * Turns the rows of an endpoint into records. A row that is not on offer is skipped, and so is the second one of a record;
 * one that can't be read becomes a dead letter with the reason and costs its neighbours nothing.
 */
export function* readRows<Out, Item>(
  rows: readonly unknown[],
  endpoint: Endpoint<unknown, Out>,
  { source, pages }: { source: Source<Out, Item>; pages: NamedPages },
): Sliced<RowsRead<Item>> {
  const [items, letters]: [Item[], DeadLetter[]] = [[], []];
  const seen = new Set<string>();
  const unread = new Map<string, number>();
  const { schema, unreadIn } = readersOf(endpoint, rows.length);
  let [unplaced, doubles] = [0, 0];
  for (const [index, row] of rows.entries()) {
    yield;
    const reject = (stage: DeadLetter['stage'], why: Why, shown: unknown = boundedRow(unmarked(row))) =>
      letters.push({ source: source.id, kind: source.kind.name, stage, ...why, row: shown });
    const excess = excessOf(row);
    if (excess) {
      reject('validate', excess, outlineOf(row));
      continue;
    }
    let stage: DeadLetter['stage'] = 'validate';
    try {
      const read = schema.parse(row);
      stage = 'normalize';
      if (endpoint.isUnplaced?.(read)) unplaced++;
      const out = endpoint.normalize(read);
      if (out === undefined) continue;
      refuseUnreadable(out);
      const keys = unreadIn(row);
      for (const key of keys.keys()) unread.set(key, (unread.get(key) ?? 0) + 1);
      const item = source.kind.item(out, { source, endpoint, ...placeOf(row, pages), row, index, unread: keys });
      const key = source.kind.key(item);
      if (key === null || seen.size < seen.add(key).size) items.push(item);
      else doubles++;
    } catch (error) {
      reject(stage, whyOf(error));
    }
  }
  const skips = skippedAs(rows.length - items.length - letters.length, doubles);
  return { items, letters, ...skips, unread: Object.fromEntries(unread), unplaced };
}

const skippedAs = (skipped: number, doubles: number): Pick<RowsRead<never>, 'skipped' | 'skips'> => ({
  skipped,
  skips: plusSkips({ [notOffered]: skipped - doubles, [doubled]: doubles }),
});

/** What records and rows of prices are named by. */
const namedBy = ['id', 'provider', 'model'] as const;

/** A name with bytes that no UTF-8 has would be another model's, or one that nobody knows. */
function refuseUnreadable(out: unknown): void {
  for (const field of namedBy) {
    const value = (out as Readonly<Record<string, unknown>>)[field];
    if (typeof value === 'string' && value.includes('\uFFFD'))
      throw new Error(`${field}: holds bytes that are no UTF-8: ${value}`);
  }
}

/** A page of an endpoint, and the name that records have for it. */
export interface NamedPage {
  readonly page: Page;
  readonly name: string;
  /** Whether it is there to bring prices; null for one that only lists models, and may state their prices too. */
  readonly isForPrices: boolean | null;
}

type NamedPages = readonly NamedPage[];

/** The page that states a row's price: one that is there for prices, the row's own of the list, or the first. */
function placeOf(row: unknown, pages: NamedPages): Pick<Place<never, never>, 'page' | 'pageName'> {
  const [first] = pages;
  // Of one page every row is.
  const marked =
    pages.length < 2 ? [] : pagesOf(row).flatMap((page) => pages.find((named) => named.page === page) ?? []);
  const place =
    marked.find(({ isForPrices }) => isForPrices) ?? marked.find(({ isForPrices }) => isForPrices === null) ?? first;
  if (first === undefined || place === undefined) throw new Error('no page holds the row');
  return { page: first.page, pageName: place.name };
}

/** What so many rows are read by: the schema, and what tells the price keys that it does not read, those that are known aside. */
function readersOf({ row: schema, ignores = {} }: Pick<Endpoint, 'row' | 'ignores'>, rows: number) {
  const unread = unreadPrices(schema);
  const known = Object.keys(ignores);
  const unreadIn = (row: unknown): Map<string, number> => {
    const keys = unread(row);
    for (const key of keys.keys()) if (known.some((pattern) => fits(pattern, key))) keys.delete(key);
    return keys;
  };
  return { schema: rows < manyRows ? schema : compiled(schema), unreadIn };
}

/** A key, or the end of several: `*.diem`. */
const fits = (pattern: string, key: string): boolean =>
  pattern.startsWith('*') ? key.endsWith(pattern.slice(1)) : key === pattern;

type Why = Pick<DeadLetter, 'reason' | 'path'>;

/** All that is wrong with a row, and where the first of it is; an empty path is the row as a whole. */
function whyOf(error: unknown): Why {
  if (!(error instanceof z.ZodError))
    return { reason: short(error instanceof Error ? error.message : String(error)), path: '' };
  const says = ({ path, message }: z.core.$ZodIssue) => (path.length === 0 ? message : `${path.join('.')}: ${message}`);
  return {
    reason: short(error.issues.slice(0, 50).map(says).join('; ')),
    path: short(error.issues[0]?.path.join('.') ?? ''),
  };
}

/** Keys and values of the row are part of a reason. */
const short = (text: string): string => (text.length <= 1_000 ? text : `${text.slice(0, 1_000)}…`);
