import type { Page } from '../../model/page.js';
import { markdownTables } from '../parse/markdown.js';
import { tableRows } from '../parse/tableRows.js';

/** What the page of deprecations says of a model, as it shows it. */
export interface Stage {
  readonly id: string;
  readonly state: string;
  readonly deprecated: string;
  readonly retirement: string;
}

const columns = {
  id: /^(api )?model( name| id)?$/,
  state: /^(current )?(state|status)$/,
  deprecated: /^deprecated/,
  retirement: /retirement date/,
};

export const stagesIn = ({ body }: Page): Stage[] =>
  tableRows(markdownTables(body), columns, 'id', 'state')
    .map(({ shown }) => shown)
    .filter(({ id }) => /^[a-z][\w.-]*$/.test(id));
