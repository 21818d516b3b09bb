import type { Page } from '../../model/page.js';

const page = Symbol('page');

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The rows of a page, each marked with it; a copy by spreading keeps the mark. What is no object bears none. */
export function ofPage<Row>(rows: readonly Row[], from: Page): Row[] {
  return rows.map((row) =>
    isObject(row) && !Array.isArray(row) && Object.isExtensible(row) ? Object.assign(row, { [page]: from }) : row,
  );
}

/** The pages that a row was put together from: its own, and those of the rows that it holds. */
export function pagesOf(row: unknown): Page[] {
  if (!isObject(row)) return [];
  const found: Page[] = [];
  const add = (part: unknown) => {
    const own = isObject(part) ? (part as { [page]?: Page })[page] : undefined;
    if (own) found.push(own);
  };
  add(row);
  for (const key of Object.keys(row)) {
    const value = row[key];
    if (Array.isArray(value)) value.forEach(add);
    else add(value);
  }
  return found;
}

/** The row as it came, without its mark. */
export const unmarked = (row: unknown): unknown =>
  isObject(row) && page in row ? Object.fromEntries(Object.entries(row)) : row;
