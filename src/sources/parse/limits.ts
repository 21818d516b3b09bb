import { shapeError } from './shapeError.js';

// How much of a kind is read at most, so that what a provider sends bounds what it costs. Each is at least four times the
// most that was ever seen; what is above it is a named fault of the page, or a dead letter of the row.

/** Characters of a document by its form. A catalog of 6,000 models is 3 MB of JSON, a page of prices 2 MB of HTML. */
export const longest = { JSON: 2 ** 24, HTML: 2 ** 23, markdown: 2 ** 19, YAML: 2 ** 17 } as const;

/** Characters of all pages of an endpoint together: they are held at once. */
export const longestTogether = 2 ** 26;

/** Lines of a markdown document that are not blank: each may be a block of its own, and a parser takes a tenth of a millisecond for one. */
export const mostLines = 10_000;

/** Values of a JSON document: the catalog has 175,000. Each is an object in memory, however short its text. */
export const mostValues = 1_000_000;

/** Lists and objects within each other in JSON or YAML: 14 were seen. Whoever walks through them does so recursively. */
export const deepest = 64;

/** The same in a JSON document as a whole: one row that is too deep is a dead letter, and costs its neighbours nothing. */
export const deepestInJson = 10_000;

/** Elements of a page within each other; a browser stops there as well. */
export const deepestElement = 512;

/** Elements and texts of a page. */
export const mostNodes = 200_000;

/** Attributes of one tag: each is compared with all before it. */
export const mostAttributes = 2_000;

/** Steps of moving misplaced nodes of a page to their place, each past all of its siblings. */
export const mostMoves = 20_000_000;

/** Cells of a table, each merged one counted in every place it covers; the largest seen has some 2,000. */
export const mostCells = 50_000;

/** Characters of one cell. */
export const longestCell = 20_000;

/** Characters of one text of a row: descriptions have up to 5,000. */
export const longestText = 20_000;

/** Values of one row. */
export const mostValuesOfRow = 20_000;

/** Rows of an endpoint: the longest list has 22,000. */
export const mostRows = 50_000;

/** Characters of an id; it names a file, a link and a column. */
export const longestId = 500;

/** Characters of a price: a double has 17 digits, a decimal string of a price per token 30. */
export const mostDigitsQuoted = 100;

/** Throws a shape error for a document that is too long to be read. */
export function checkLength(text: string, form: keyof typeof longest): void {
  if (text.length > longest[form])
    throw shapeError(`the ${form} has more than ${inWords(longest[form])} characters: no list of models is as long`);
}

/** Throws a shape error for lists, objects or components nested too deep. */
export function checkDepth(depth: number, most: number = deepest): void {
  if (depth > most) throw shapeError(`the answer is nested more than ${inWords(most)} deep`);
}

/** Throws a shape error for a table of too many cells. */
export function checkCells(cells: number): void {
  if (cells > mostCells) throw shapeError(`the table has more than ${inWords(mostCells)} cells`);
}

/** A cell's text. Throws a shape error for one that is too long. */
export function checkCell(text: string): string {
  if (text.length > longestCell)
    throw shapeError(`a cell of the table has more than ${inWords(longestCell)} characters`);
  return text;
}

/** 50000 -> "50,000". */
export const inWords = (count: number): string => count.toLocaleString('en-US');
