import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { amount, id, part, parts, partsByKey, text } from '../../../src/sources/parse/fields.js';
import { unreadPrices } from '../../../src/sources/reading/unreadPrices.js';

const bare = z.looseObject({ id });
const unread = (row: unknown, schema: z.ZodType = bare) => Object.fromEntries(unreadPrices(schema)(row));

describe('unreadPrices', () => {
  it.each([
    'price',
    'pricing',
    'inputPrice',
    'input_price_per_m',
    'inputprice',
    'unit_price',
    'price_per_unit',
    'price_per_1m_tokens',
    'discounted_price',
    'image_generation_price',
    'realtime_cost',
    'cost_per_second',
    'minute_price',
    'costPerImage',
    'fee',
    'request_fee',
    'rates',
    'rate_per_minute',
    'hourly_rate',
    'charge',
    'max_price',
    'conversion_fee',
    'priceUSD',
    'border_cost',
  ])('finds a number in %s', (key) => {
    expect(unread({ id: 'm', [key]: 0.5 })).toEqual({ [key]: 0.5 });
    expect(unread({ id: 'm', [key]: '0.5' })).toEqual({ [key]: 0.5 });
    expect(unread({ id: 'm', deep: { [key]: { usd: 0.5 } } })).toEqual({ [`deep.${key}.usd`]: 0.5 });
  });

  it.each([
    'price_unit',
    'currency',
    'pricing_version',
    'price_updated_at',
    'priceDate',
    'cost_multiplier',
    'price_ratio',
    'discount',
    'rate_limit',
    'rateLimits',
    'requests_per_minute_limit',
    'sample_rate',
    'win_rate',
    'frame_rate',
    'error_rate',
    'iterate',
    'generate',
    'coffee',
    'accurate',
    'context_length',
    'id',
  ])('finds none in %s', (key) => {
    expect(unread({ [key]: 3 })).toEqual({});
    expect(unread({ deep: { [key]: '3' } })).toEqual({});
  });

  it.each(['min', 'max', 'from', 'to', 'until', 'above', 'lte', 'order', 'step', 'unit', 'size', 'currency', 'window'])(
    'takes %s below a price for a bound or a count, not for a price',
    (key) => expect(unread({ pricing: { [key]: 128_000, hour: 2 } })).toEqual({ 'pricing.hour': 2 }),
  );

  it.each([
    'hour',
    'minute',
    'second',
    'image',
    'audio',
    'web_search',
    'per_unit',
    'above_200k',
    '1K',
    'usd',
    'from_cache',
  ])('takes %s below a price for a price', (key) =>
    expect(unread({ pricing: { [key]: 2 } })).toEqual({ [`pricing.${key}`]: 2 }),
  );

  it('tells so many tokens from a price of tokens', () => {
    expect(unread({ pricing: { input_tokens: 200_000 } })).toEqual({});
    expect(unread({ pricing: { input_tokens: 2.5, output_tokens: 10 } })).toEqual({
      ...{ 'pricing.input_tokens': 2.5, 'pricing.output_tokens': 10 },
    });
  });

  it.each([
    0,
    '0',
    '0.0',
    -1,
    '-1',
    '',
    ' ',
    null,
    true,
    'free',
    'per 1M tokens',
    '2026-01-01',
    NaN,
    Infinity,
    1_767_225_600,
  ])('takes %j for no price above zero', (value) => expect(unread({ price: value })).toEqual({}));

  it.each([
    ['$0.05', 0.05],
    ['$1,250.50 per image', 1250.5],
    ['€ 2', 2],
    [' 1e-7 ', 1e-7],
  ])('reads %j as %s', (value, price) => expect(unread({ price: value })).toEqual({ price }));

  it('names what is in lists by [], once, with the first price', () =>
    expect(unread({ pricing: [{ usd: 0 }, { usd: 1 }, { usd: 2, hour: 3 }], prices: [[4]] })).toEqual({
      ...{ 'pricing[].usd': 1, 'pricing[].hour': 3, 'prices[][]': 4 },
    }));

  it('looks for none below limits, ranges and discounts', () =>
    expect(unread({ pricing: { limits: { cost: 100 }, range: { a: 1 }, discounts: { rate: 5 } } })).toEqual({}));

  describe('finds nothing in what the schema reads', () => {
    it.each<[string, z.ZodType, unknown]>([
      ['a field', z.looseObject({ price: amount }), { price: 1 }],
      ['a part', z.looseObject({ pricing: part({ usd: amount }) }), { pricing: { usd: 1 } }],
      ['parts', z.looseObject({ pricing: parts({ usd: amount }) }), { pricing: [{ usd: 1 }] }],
      ['parts by key', z.looseObject({ pricing: partsByKey({ usd: amount }) }), { pricing: { x: { usd: 1 } } }],
      ['a record', z.object({ price: z.record(z.string(), z.number()) }), { price: { hour: 1 } }],
      [
        'a field with a default',
        z.object({ price: z.object({ usd: z.number() }).default({ usd: 0 }) }),
        { price: { usd: 1 } },
      ],
      [
        'an optional nullable field',
        z.object({ price: z.object({ usd: z.number() }).nullish() }),
        { price: { usd: 1 } },
      ],
      [
        'one of several forms',
        z.object({ price: z.union([z.string(), z.object({ usd: z.number() })]) }),
        { price: { usd: 1 } },
      ],
      [
        'both of two forms',
        z.intersection(z.looseObject({ a: z.unknown() }), z.looseObject({ price: amount })),
        { price: 1 },
      ],
      [
        'a row that is changed once it is read',
        z.looseObject({ price: amount }).transform(({ price }) => price),
        { price: 1 },
      ],
      ['a field that is read as a whole', z.looseObject({ price: z.unknown() }), { price: { deep: [{ usd: 1 }] } }],
      ['the rest of a row', z.object({ id }).catchall(z.number()), { id: 'm', price: 1 }],
    ])('%s', (_, schema, row) => expect(unread(row, schema)).toEqual({}));
  });

  describe('finds what the schema lacks', () => {
    it.each<[string, z.ZodType, unknown, object]>([
      [
        'beside a part',
        z.looseObject({ pricing: part({ usd: amount }) }),
        { pricing: { usd: 1, tao: 2 } },
        { 'pricing.tao': 2 },
      ],
      [
        'in parts',
        z.looseObject({ prices: parts({ usd: amount }) }),
        { prices: [{ usd: 1, x: 3 }] },
        { 'prices[].x': 3 },
      ],
      [
        'below parts by key',
        z.looseObject({ prices: partsByKey({ a: amount }) }),
        { prices: { k: { b: 1 } } },
        { 'prices.k.b': 1 },
      ],
      [
        'in every form',
        z.object({ price: z.union([z.string(), z.object({ usd: z.number() })]) }),
        { price: { tao: 1 } },
        { 'price.tao': 1 },
      ],
      [
        'beside a row that is changed',
        z.looseObject({ price: amount }).transform((row) => row),
        { fee: 1 },
        { fee: 1 },
      ],
      ['where a number became an object', z.looseObject({ price: amount }), { price: { usd: 1 } }, { 'price.usd': 1 }],
      ['where a text became a list', z.looseObject({ price: text }), { price: [1] }, { 'price[]': 1 }],
      [
        'where an object became a list',
        z.looseObject({ price: part({ usd: amount }) }),
        { price: [{ usd: 1 }] },
        { 'price[].usd': 1 },
      ],
    ])('%s', (_, schema, row, found) => expect(unread(row, schema)).toEqual(found));
  });

  describe('whatever the row', () => {
    const key = fc
      .stringMatching(/^[a-z][a-z\d_]{0,9}$/)
      .filter((name) => unreadPrices(bare)({ [name]: 1 }).size === 0);
    const priceKey = fc.constantFrom('price', 'input_price', 'pricePerHour', 'cost', 'unit_cost', 'fee', 'rates');
    const leaf = fc.constantFrom('usd', 'hour', 'minute', 'image', 'second', 'audio', 'per_call', 'input');
    const price = fc.double({ min: 1e-9, max: 999, noNaN: true });
    const plain = fc.dictionary(key, fc.oneof(fc.string(), fc.boolean(), fc.constant(null)), { maxKeys: 4 });

    it('never throws', () =>
      fc.assert(
        fc.property(fc.anything(), (row) => {
          unreadPrices(bare)(row);
          unreadPrices(z.looseObject({ pricing: part({ usd: amount }) }))({ pricing: row });
        }),
      ));

    it('finds a price that was planted under any price key, at any depth, where the schema lacks it', () =>
      fc.assert(
        fc.property(
          plain,
          fc.array(key, { maxLength: 3 }),
          priceKey,
          fc.array(leaf, { maxLength: 2 }),
          price,
          (...made) => {
            const [row, above, name, below, value] = made;
            const path = [...above, name, ...below];
            const planted = path.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value) as object;
            expect(unread({ ...row, ...planted })).toEqual({ [path.join('.')]: value });
          },
        ),
      ));

    it('finds none that the schema reads', () =>
      fc.assert(
        fc.property(plain, priceKey, leaf, price, (row, name, inner, value) => {
          const schema = z.looseObject({ [name]: part({ [inner]: amount }) });
          expect(unread({ ...row, [name]: { [inner]: value } }, schema)).toEqual({});
        }),
      ));
  });
});
