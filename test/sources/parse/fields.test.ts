import { expect, it } from 'vitest';
import { z } from 'zod';
import { amount, partsByKey } from '../../../src/sources/parse/fields.js';

const row = z.looseObject({ tiers: partsByKey({ price: amount }) });

it('reads objects by key and leaves out what is none', () => {
  expect(row.parse({ tiers: { flex: { price: '1' }, note: 'x', list: [], none: null, odd: { price: {} } } })).toEqual({
    tiers: { flex: { price: '1' }, odd: { price: null } },
  });
});

it.each([undefined, null, 'x', 3, [{ price: 1 }]])('reads %j as no objects', (tiers) => {
  expect(row.parse({ tiers })).toEqual({ tiers: {} });
});
