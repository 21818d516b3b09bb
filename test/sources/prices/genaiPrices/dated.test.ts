import { describe, expect, it } from 'vitest';
import { dated } from '../../../../src/sources/prices/genaiPrices/dated.js';

const day = '2026-08-21';
/** When each of the prices holds that have these constraints, the one of the day marked. */
const times = (...constraints: unknown[]) =>
  dated(
    constraints.map((constraint, i) => ({ constraint, i })),
    day,
  ).map(({ price, when, isBase }) => [price.i, when, ...(isBase ? ['base'] : [])]);
const from = (start_date: string) => ({ start_date });

describe('the time that a price holds', () => {
  it('is any, for one without a constraint', () => expect(times(undefined)).toEqual([[0, {}, 'base']]));

  it('ends on the eve of the day from which another one holds', () =>
    expect(times(undefined, from('2026-03-01'))).toEqual([
      [0, { until: '2026-02-28' }],
      [1, {}, 'base'],
    ]));

  it('is still to come, for a day after that of the list', () =>
    expect(times(undefined, from('2026-09-01'))).toEqual([
      [0, { until: '2026-08-31' }, 'base'],
      [1, { from: '2026-09-01' }],
    ]));

  it('begins on the very day', () =>
    expect(times(undefined, from(day))).toEqual([
      [0, { until: '2026-08-20' }],
      [1, {}, 'base'],
    ]));

  it('lies between two days, for one of several', () =>
    expect(times(undefined, from('2025-01-01'), from('2026-01-01'), from('2027-01-01'))).toEqual([
      [0, { until: '2024-12-31' }],
      [1, { from: '2025-01-01', until: '2025-12-31' }],
      [2, { until: '2026-12-31' }, 'base'],
      [3, { from: '2027-01-01' }],
    ]));

  it('is none where a later price takes its place on its first day', () =>
    expect(times(undefined, from('2026-05-01'), from('2026-05-01'))).toEqual([
      [0, { until: '2026-04-30' }],
      [2, {}, 'base'],
    ]));

  it('is not that of the list, where all are still to come', () =>
    expect(times(from('2027-01-01'))).toEqual([[0, { from: '2027-01-01' }]]));

  it('is some hours of each day in UTC, beside a price for the others', () =>
    expect(times(undefined, { start_time: '00:30:00Z', end_time: '16:30:00Z' })).toEqual([
      [0, {}, 'base'],
      [1, { timeUtc: '00:30-16:30' }],
    ]));

  it('is such hours up to a day, where a price for all hours follows', () =>
    expect(times(undefined, { start_time: '22:00:00Z', end_time: '04:00:00+00:00' }, from('2026-09-01'))).toEqual([
      [0, { until: '2026-08-31' }, 'base'],
      [1, { timeUtc: '22:00-04:00', until: '2026-08-31' }],
      [2, { from: '2026-09-01' }],
    ]));

  it.each([
    { start_date: '2026-09' },
    { start_date: null },
    { start_time: '00:30:00Z' },
    { start_time: '00:30:00+08:00', end_time: '16:30:00+08:00' },
    { start_time: '25:00:00Z', end_time: '26:00:00Z' },
    { start_date: '2026-09-01', weekday: 'mon' },
    { region: 'eu' },
  ])('is told in the words of the list where nobody knows its form: %j', (constraint) =>
    expect(times(undefined, constraint)).toEqual([
      [0, {}, 'base'],
      [1, { variant: JSON.stringify(constraint) }],
    ]),
  );
});
