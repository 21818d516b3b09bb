import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shrunk } from '../../../src/operators/reconcile/shrunk.js';
import { aBaseline, aSnapshot, models } from '../../builders.js';

const of = (count: number, more: Parameters<typeof aSnapshot>[0] = {}) => aSnapshot({ items: models(count), ...more });
const reading = (rows: number, records = rows, endpoint = 'api') => ({ endpoint, rows, records, priced: 0 });
const fell = (was: number, is: number, what: string) =>
  `the list fell from ${was} to ${is} ${what}; if that is right, run again with --accept-shrink`;

describe('shrunk', () => {
  it('believes a list that lost exactly 30 % of its records, and not one that lost one more', () => {
    expect(shrunk(of(7), of(10), undefined)).toBeNull();
    expect(shrunk(of(6), of(10), undefined)).toBe(fell(10, 6, 'records'));
    expect(shrunk(of(70), of(100), undefined)).toBeNull();
    expect(shrunk(of(69), of(100), undefined)).toBe(fell(100, 69, 'records'));
  });

  it('draws that line for every length that 30 % can be taken of', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (tens) => {
        const baseline = aBaseline({ readings: [reading(10 * tens, 0)] });
        const read = (rows: number) => ({ ...of(1), rows });
        expect(shrunk(read(7 * tens), of(1), baseline)).toBeNull();
        expect(shrunk(read(7 * tens - 1), of(1), baseline)).toBe(fell(10 * tens, 7 * tens - 1, 'rows'));
      }),
    ));

  it('believes one that grew, or stayed as long', () => {
    expect(shrunk(of(10), of(10), aBaseline({ readings: [reading(10)] }))).toBeNull();
    expect(shrunk(of(11), of(10), aBaseline({ readings: [reading(10)] }))).toBeNull();
  });

  it('refuses a list that loses 25 % a day as soon as it is below 70 % of the most of the last readings', () => {
    const days = [100, 75].map((rows) => reading(rows));
    expect(shrunk(of(75), of(100), aBaseline({ readings: days.slice(0, 1) }))).toBeNull();
    expect(shrunk(of(56), of(75), aBaseline({ readings: days }))).toBe(fell(100, 56, 'rows'));
    expect(shrunk(of(56), of(75), undefined)).toBeNull();
  });

  it('holds it against the most of the readings, wherever it stands among them', () => {
    for (const readings of [
      [100, 80, 80],
      [80, 100, 80],
      [80, 80, 100],
    ])
      expect(shrunk(of(69), of(80), aBaseline({ readings: readings.map((rows) => reading(rows)) }))).toBe(
        fell(100, 69, 'rows'),
      );
  });

  it('counts rows that became nothing as rows, and records apart from them', () => {
    const baseline = aBaseline({ readings: [reading(100, 10)] });
    expect(shrunk(of(10, { skipped: 59 }), of(10), baseline)).toBe(fell(100, 69, 'rows'));
    expect(shrunk(of(10, { skipped: 60 }), of(10), baseline)).toBeNull();
    expect(shrunk(of(6, { skipped: 94 }), of(6), baseline)).toBe(fell(10, 6, 'records'));
    expect(shrunk(of(7, { skipped: 93 }), of(6), baseline)).toBeNull();
  });

  it('counts the records of the previous snapshot where they are the most', () => {
    expect(shrunk(of(6), of(10), aBaseline({ readings: [reading(6)] }))).toBe(fell(10, 6, 'records'));
  });

  it('holds it against no reading of another endpoint', () => {
    const baseline = aBaseline({ endpoint: 'docs', readings: [reading(100, 100, 'docs'), reading(5)] });
    expect(shrunk(of(5), of(5), baseline)).toBeNull();
    expect(shrunk(of(5, { endpoint: 'docs' }), of(100), baseline)).toBeNull();
  });
});

describe('a list of which a page is missing', () => {
  const lost = (endpoint: string, ...brings: ('models' | 'prices')[]) => [{ endpoint, brings }];

  it('is not refused for the rows that went with the page', () => {
    const baseline = aBaseline({ readings: [reading(100, 10)] });
    expect(shrunk(of(10, { skipped: 0 }), of(10), baseline, lost('api', 'prices'))).toBeNull();
    expect(shrunk(of(10, { skipped: 0 }), of(10), baseline, lost('docs', 'prices'))).toBe(fell(100, 10, 'rows'));
  });

  it('is not refused for the records either, where the page brings models: they are kept', () => {
    expect(shrunk(of(6), of(10), undefined, lost('api', 'models'))).toBeNull();
    expect(shrunk(of(6), of(10), undefined, lost('api', 'prices'))).toBe(fell(10, 6, 'records'));
  });
});
