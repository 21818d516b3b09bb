import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Page } from '../../model/page.js';
import { listEndpoint } from '../listEndpoint.js';
import { id, text } from '../parse/fields.js';
import { htmlTables } from '../parse/html.js';
import { tableRows } from '../parse/tableRows.js';
import { tablesWith } from '../parse/tables.js';
import { yamlList } from '../parse/yaml.js';
import { lifecycle, withId } from './names.js';

const row = z.looseObject({ id, name: text, provider: text, release_status: text });
type Row = z.infer<typeof row>;

/** The table of release statuses: names only. */
export const status = listEndpoint('status', {
  fills: false,
  list: { url: 'https://raw.githubusercontent.com/github/docs/main/data/tables/copilot/model-release-status.yml' },
  rows: (page) => yamlList(page).map((entry) => withId(entry, 'name')),
  row,
  normalize,
});

/** The same as a page for people. */
export const page = listEndpoint('page', {
  fills: false,
  list: { url: 'https://docs.github.com/en/copilot/reference/ai-models/supported-models' },
  rows: rowsOf,
  row,
  normalize,
});

function normalize(model: Row): Draft {
  return {
    id: model.id,
    name: model.name,
    ownedBy: model.provider,
    status: lifecycle(model.release_status, model.name),
  };
}

const columns = { name: /^model( name)?$/, provider: /^provider$/, release_status: /^(release )?status$/ };

function rowsOf({ body }: Page): unknown[] {
  const tables = tablesWith(htmlTables(body), columns.name, columns.release_status).slice(0, 1);
  return tableRows(tables, columns, 'name', 'release_status').map(({ shown }) => withId(shown, 'name'));
}
