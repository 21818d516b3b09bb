/** One cell of a document's table. */
export interface Cell {
  /** Its words, white space folded; line breaks are kept as "\n". */
  readonly text: string;
  readonly links: readonly { readonly text: string; readonly url: string }[];
}

/** A table of a markdown or HTML document, merged cells spread out: each row has a cell for each column. */
export interface Table {
  /** The headings above it, outermost first, and its caption last. */
  readonly headings: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A heading or label for comparing: lower case, footnote marks and punctuation out, white space folded. */
export const label = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\[\^?\w+\]/g, ' ')
    .replace(/[^\p{L}\p{N}%$/]+/gu, ' ')
    .trim();

/** The index of the first column whose label matches, or -1. */
export const column = (table: Table, pattern: RegExp): number =>
  table.header.findIndex((title) => pattern.test(label(title)));

/** The tables that have a column for each of the patterns. */
export const tablesWith = (tables: readonly Table[], ...patterns: readonly RegExp[]): Table[] =>
  tables.filter((table) => patterns.every((pattern) => column(table, pattern) >= 0));

/** The table is under a heading (or has a caption) that matches. */
export const isUnder = (table: Table, pattern: RegExp): boolean =>
  table.headings.some((heading) => pattern.test(label(heading)));

/** The cell of a row in the first column whose label matches; an empty one where the table has none. */
export const cellOf = (table: Table, row: readonly Cell[], pattern: RegExp): Cell =>
  row[column(table, pattern)] ?? { text: '', links: [] };
