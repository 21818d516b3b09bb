import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Page } from '../../model/page.js';
import { defineEndpoint } from '../define.js';
import { id, text } from '../parse/fields.js';
import { htmlTables } from '../parse/html.js';
import { shapeError } from '../parse/shapeError.js';
import { column, tablesWith } from '../parse/tables.js';
import { yamlList } from '../parse/yaml.js';
import { lifecycle, withId } from './names.js';

const row = z.looseObject({ id, name: text, provider: text, release_status: text });
type Row = z.infer<typeof row>;

/** The table of release statuses: names only. */
export const status = defineEndpoint({
  name: 'status',
  fills: false,
  requests: {
    list: { url: 'https://raw.githubusercontent.com/github/docs/main/data/tables/copilot/model-release-status.yml' },
  },
  rows: ({ list }) => yamlList(list).map((entry) => withId(entry, 'name')),
  row,
  normalize,
});

/** The same as a page for people. */
export const page = defineEndpoint({
  name: 'page',
  fills: false,
  requests: { list: { url: 'https://docs.github.com/en/copilot/reference/ai-models/supported-models' } },
  rows: ({ list }) => rowsOf(list),
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

function rowsOf({ body }: Page): unknown[] {
  const [table] = tablesWith(htmlTables(body), /^model( name)?$/, /^(release )?status$/);
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
