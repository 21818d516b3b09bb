import { expect, it } from 'vitest';
import { z } from 'zod';
import { id } from '../../src/sources/parse/fields.js';
import { sameList } from '../../src/sources/sameList.js';

it('sameList asks in each of the ways in order; only the first one fills', () => {
  const url = 'https://a.example/models';
  const endpoints = sameList({
    ways: { keyed: { url, key: { env: ['A_KEY'] } }, anonymous: { url }, older: { url: 'https://old.example/models' } },
    ignores: { '*.tao': 'another currency' },
    row: z.looseObject({ id }),
    normalize: (model) => ({ id: model.id }),
  });
  expect(endpoints.map(({ name, fills }) => [name, fills])).toEqual([
    ['keyed', undefined],
    ['anonymous', false],
    ['older', false],
  ]);
  expect(endpoints.map(({ requests }) => requests['list']?.requests)).toEqual([
    [{ url, key: { env: ['A_KEY'] } }],
    [{ url }],
    [{ url: 'https://old.example/models' }],
  ]);
  expect(endpoints.every(({ ignores }) => ignores?.['*.tao'] === 'another currency')).toBe(true);
});
