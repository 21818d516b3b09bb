import { text } from './fields.js';

/** The schema of what `tableRows` shows of a row, for a part of an adapter's own: a text for each column. */
export const columnTexts = <Column extends string>(columns: Readonly<Record<Column, RegExp>>) =>
  Object.fromEntries(Object.keys(columns).map((name) => [name, text])) as Record<Column, typeof text>;
