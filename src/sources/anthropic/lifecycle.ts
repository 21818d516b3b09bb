import type { Page } from '../../model/page.js';
import { markdownTables } from '../parse/markdown.js';
import { shapeError } from '../parse/shapeError.js';
import { cellOf, tablesWith } from '../parse/tables.js';

/** What the page of deprecations says of a model, as it shows it. */
export interface Stage {
  readonly id: string;
  readonly state: string;
  readonly deprecated: string;
  readonly retirement: string;
}

const labels = {
  id: /^(api )?model( name| id)?$/,
  state: /^(current )?(state|status)$/,
  deprecated: /^deprecated/,
  retirement: /retirement date/,
};

export function stagesIn(page: Page): Stage[] {
  const tables = tablesWith(markdownTables(page.body), labels.id, labels.state);
  if (tables.length === 0) throw shapeError('no table of models and their state');
  return tables.flatMap((table) =>
    table.rows
      .map((row) => ({
        id: cellOf(table, row, labels.id).text,
        state: cellOf(table, row, labels.state).text,
        deprecated: cellOf(table, row, labels.deprecated).text,
        retirement: cellOf(table, row, labels.retirement).text,
      }))
      .filter(({ id }) => /^[a-z][\w.-]*$/.test(id)),
  );
}
