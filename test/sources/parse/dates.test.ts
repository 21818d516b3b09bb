import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englishDay, isoDay, unixDay } from '../../../src/sources/parse/dates.js';

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2089-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** A day or month that exists, as records have it. */
const isReal = (day: string | null): boolean => {
  if (day === null || /^\d{4}$/.test(day)) return true;
  const date = new Date(`${day}${day.length === 7 ? '-01' : ''}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};

describe('unixDay', () => {
  it.each([
    [1754438400, '2025-08-06'],
    ['1754438400', '2025-08-06'],
    [1754438400000, '2025-08-06'],
    [1754438400.5, '2025-08-06'],
    [735790403, '1993-04-26'],
    [0, null],
    [-1, null],
    [1, null],
    [1e18, null],
    [NaN, null],
    ['', null],
    ['2025-08-06', null],
    [null, null],
    [undefined, null],
    [{}, null],
  ])('%j -> %j', (value, day) => expect(unixDay(value)).toBe(day));

  it('reads back any day, in seconds and in milliseconds', () => {
    fc.assert(
      fc.property(days, (day) => {
        const ms = Date.parse(day);
        expect(unixDay(ms / 1000 + 1)).toBe(day);
        if (ms > 1e11) expect(unixDay(ms + 1)).toBe(day);
      }),
    );
  });

  it('gives a real day or null for anything', () => {
    fc.assert(fc.property(fc.oneof(fc.anything(), fc.double()), (value) => isReal(unixDay(value))));
  });
});

describe('isoDay', () => {
  it.each([
    ['2026-07', '2026-07'],
    ['2026-07-02', '2026-07-02'],
    [' 2026-07-02 ', '2026-07-02'],
    ['2026-07-02T00:00:00Z', '2026-07-02'],
    ['2026-07-02 12:00', '2026-07-02'],
    ['2024-02-29', '2024-02-29'],
    ['2026-13-01', null],
    ['2026-00', null],
    ['2026-07-32', null],
    ['2026-02-30', null],
    ['1970-01-01', null],
    ['2026', null],
    ['July 2026', null],
    ['2026-07-02x', null],
    ['', null],
    [1754438400, null],
    [null, null],
  ])('%j -> %j', (value, day) => expect(isoDay(value)).toBe(day));

  it('gives a real day or null for anything', () => {
    const digits = fc.stringMatching(/^\d{4}-\d{2}(-\d{2})?$/);
    fc.assert(fc.property(fc.oneof(fc.anything(), digits), (value) => isReal(isoDay(value))));
  });
});

describe('englishDay', () => {
  it.each([
    ['May 19, 2026', '2026-05-19'],
    ['Released May 19th, 2026.', '2026-05-19'],
    ['19 May 2026', '2026-05-19'],
    ['1st September 2026', '2026-09-01'],
    ['Aug 2025', '2025-08'],
    ['Mar, 2025', '2025-03'],
    ['Sept. 2025', '2025-09'],
    ['08/31/26', '2026-08-31'],
    ['8/5/2026', '2026-08-05'],
    ['2026-07-08', '2026-07-08'],
    ['from 2026-07 on', '2026-07'],
    ['2024', '2024'],
    ['Maybe 2026, June 2027', '2027-06'],
    ['Nova 2024', null],
    ['SEPT 5 2025', '2025-09-05'],
    ['31/12/2026', null],
    ['May 99, 2026', null],
    ['TBD', null],
    ['GPT 4', null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('%j -> %j', (text, day) => expect(englishDay(text)).toBe(day));

  it('reads any day as documents write it', () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = new Date(day);
        const written = (month: 'short' | 'long') =>
          date.toLocaleDateString('en-US', { year: 'numeric', month, day: 'numeric', timeZone: 'UTC' });
        expect(englishDay(written('short'))).toBe(day);
        expect(englishDay(`until ${written('long')}.`)).toBe(day);
        expect(englishDay(day)).toBe(day);
      }),
    );
  });

  it('gives a real day or null for any text', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^\d{1,2}\/\d{1,2}\/(\d{2}|\d{4})$/));
    fc.assert(fc.property(text, (value) => isReal(englishDay(value))));
  });
});
