import { expect, it } from 'vitest';
import { z } from 'zod';
import { listEndpoint } from '../../src/sources/listEndpoint.js';
import { flag, id } from '../../src/sources/parse/fields.js';
import { withDrafts } from '../../src/sources/withDrafts.js';

it('withDrafts changes each draft, knowing its row; a row that is not on offer stays none', () => {
  const endpoint = listEndpoint('api', {
    list: { url: 'https://a.example/models' },
    row: z.looseObject({ id, off: flag }),
    normalize: (model) => (model.off ? undefined : { id: model.id, name: 'A' }),
  });
  const changed = withDrafts(endpoint, (draft, row) => ({
    ...draft,
    id: `${draft.id}-${Object.keys(row as object).length}`,
  }));
  expect(changed.normalize({ id: 'a', off: null })).toEqual({ id: 'a-2', name: 'A' });
  expect(changed.normalize({ id: 'b', off: true })).toBeUndefined();
  expect(changed).toMatchObject({ name: 'api', requests: endpoint.requests });
});
