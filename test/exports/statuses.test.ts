import { describe, expect, it } from 'vitest';
import { exports } from '../../src/exports/index.js';
import { aPricing } from '../builders.js';
import { readers } from './readers/index.js';
import { anOffer, aTable } from './table.js';

const left = { input: 0.001, output: 0.002 };
const table = aTable(
  anOffer('free', { input: 0, output: 0 }, { pricing: aPricing({ status: 'free' }) }),
  anOffer('free-in-words', {}, { pricing: aPricing({ status: 'free' }) }),
  anOffer('half-known', { input: 0.001 }),
  anOffer('known', { input: 0.00015, output: 0.0006, cacheRead: 0.000075 }),
  anOffer('plan', left, { pricing: aPricing({ status: 'plan' }) }),
  anOffer('quarantined', left, { pricing: aPricing({ status: 'quarantined' }) }),
  anOffer('unknown', left, { pricing: aPricing({ status: 'unknown' }) }),
);

describe.each(exports)('$format', ({ format, write }) => {
  const read = async (id: string) => (await readers[format]!((await write(table)).content))('acme', id);

  it.each(['unknown', 'quarantined', 'plan'])('gives no price of an offer that is %s', async (id) => {
    expect(await read(id)).toEqual([]);
  });

  it.each(['free', 'free-in-words'])('says 0 of an offer that is %s', async (id) => {
    expect((await read(id)).map(({ field, price }) => `${field} ${price}`)).toEqual(['input 0', 'output 0']);
  });

  it('never says 0 of what is not known', async () => {
    expect((await read('half-known')).filter(({ price }) => price === 0)).toEqual([]);
  });

  it('shifts decimals exactly', async () => {
    expect(Object.fromEntries((await read('known')).map(({ field, price }) => [field, price]))).toEqual({
      ...{ input: 0.00015, output: 0.0006, cacheRead: 0.000075 },
    });
  });
});
