import { htmlTables } from '../parse/html.js';
import { markdownTables } from '../parse/markdown.js';
import { cellOf, type Table, tablesWith } from '../parse/tables.js';

/** A row of the table of partner models. */
export interface Listed {
  readonly name: string;
  readonly card: string;
  readonly publisher: string;
  readonly preview: boolean;
  readonly modality: string;
}

const tablesOf = (body: string): readonly Table[] =>
  body.trimStart().startsWith('<') ? htmlTables(body) : markdownTables(body);

/** The models of the page's tables, each with its card; a row without one is not a model on offer. */
export function listedIn(body: string): Listed[] {
  return tablesWith(tablesOf(body), /^model( name)?$/, /^modality$/).flatMap((table) =>
    table.rows.flatMap((cells) => {
      const { text } = cellOf(table, cells, /^model( name)?$/);
      const urls = cells.flatMap(({ links }) => links.map(({ url }) => url));
      const card = urls.map((url) => /\/publishers\/([\w-]+)\/model-garden\/([\w.-]+)/.exec(url)).find(Boolean);
      if (!card) return [];
      return {
        name: text
          .replace(/\(\s*preview\s*\)/i, '')
          .replace(/ on (google cloud|vertex ai)/i, '')
          .replace(/^anthropic's /i, '')
          .trim(),
        publisher: card[1] ?? '',
        card: card[2] ?? '',
        preview: /\(\s*preview\s*\)/i.test(text),
        modality: cellOf(table, cells, /^modality$/).text,
      };
    }),
  );
}

export const kebab = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s.]+/g, '-');

/** The card's id; of two models with one card it is that of the one so named, and the other is called as it is named. */
export function idOf({ name, card }: Listed, table: readonly Listed[]): string {
  const isOthers = table.some((other) => other.card === card && other.name !== name && kebab(other.name) === card);
  return isOthers && kebab(name) !== card ? kebab(name) : card;
}
