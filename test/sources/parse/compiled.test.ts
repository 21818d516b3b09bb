import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { model } from '../../../src/model/model.js';
import { priceRow } from '../../../src/model/price.js';
import { sources } from '../../../src/sources/index.js';
import { compiled } from '../../../src/sources/parse/compiled.js';
import { priceLists } from '../../../src/sources/prices/index.js';

describe('compiled', () => {
  const schema = z.looseObject({ id: z.string().min(1), price: z.transform((value) => Number(value)) });

  it.each([[{ id: 'a', price: '1', more: 2 }], [{ id: 'a' }], [{ id: '' }], [{ price: 1 }], [null], [[]]])(
    'gives the values and issues of the schema: %j',
    (row) => {
      expect(compiled(schema).safeParse(row)).toEqual(schema.safeParse(row));
    },
  );

  it('is made once', () => {
    expect(compiled(schema)).toBe(compiled(schema));
    expect(compiled(schema)).not.toBe(schema);
  });

  const rows = [...sources, ...priceLists].flatMap(({ id, endpoints }) =>
    endpoints.map(({ name, row }) => [`${id}/${name}`, row] as const),
  );
  it.each([...rows, ['model', model], ['row of prices', priceRow]] as const)(
    'makes a function of every schema of rows, none falls back: %s',
    (_, row) => {
      expect(() => z.compile(row, { strict: true })).not.toThrow();
    },
  );
});
