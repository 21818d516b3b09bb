import { shownPrice } from './shownPrice.js';
import { type Cell, label, type Table } from './tables.js';

/**
 * The cells of a row that show an amount of money above zero in a column that none of `known` names, each with the
 * column's title: a price under a word that nobody knows is told, and is no neighbour's.
 */
export const strayCells = (table: Table, row: readonly Cell[], known: readonly RegExp[]): string[] =>
  table.header.flatMap((title, i) => {
    const shown = row[i]?.text ?? '';
    if (known.some((name) => name.test(label(title))) || !(Number(shownPrice(shown)) > 0)) return [];
    return [`${title}: ${shown.replaceAll('\n', ' ')}`];
  });
