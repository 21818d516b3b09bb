import { z } from 'zod';
import { shapeError } from '../../fetch/errors.js';
import type { Page } from '../../fetch/request.js';
import { id, text } from '../parse/fields.js';
import { htmlTables } from '../parse/html.js';
import { column, tablesWith } from '../parse/tables.js';
import { yamlList } from '../parse/yaml.js';
import { defineLink, type Draft } from '../source.js';
import { lifecycle, withId } from './names.js';

const row = z.looseObject({ id, name: text, provider: text, release_status: text });
type Row = z.infer<typeof row>;

/** The table of release statuses: names only. */
export const status = defineLink<Row>({
  name: 'status',
  fills: false,
  requests: [
    { url: 'https://raw.githubusercontent.com/github/docs/main/data/tables/copilot/model-release-status.yml' },
  ],
  rows: ([page]) => yamlList(page).map((entry) => withId(entry, 'name')),
  row,
  normalize,
});

/** The same as a page for people. */
export const page = defineLink<Row>({
  name: 'page',
  fills: false,
  requests: [{ url: 'https://docs.github.com/en/copilot/reference/ai-models/supported-models' }],
  rows: pageRows,
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

function pageRows([page]: readonly Page[]): unknown[] {
  const [table] = tablesWith(htmlTables(page?.body ?? ''), /^model( name)?$/, /^(release )?status$/);
  if (!table) throw shapeError('no table with the columns model name and release status');
  const at = (pattern: RegExp) => column(table, pattern);
  return table.rows.map((cells) =>
    withId(
      {
        name: cells[at(/^model( name)?$/)]?.text,
        provider: cells[at(/^provider$/)]?.text,
        release_status: cells[at(/^(release )?status$/)]?.text,
      },
      'name',
    ),
  );
}
