import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lifecycleIn, statusFor } from '../../../src/sources/reading/lifecycleIn.js';

const none = { deprecatedAt: null, retiresAt: null };

describe('lifecycleIn', () => {
  it.each([
    'shutdown_date',
    'shutdownDate',
    'shutdown_at',
    'retirement_date',
    'retires_at',
    'RetirementDate',
    'sunset-date',
    'end_of_life',
    'eolDate',
    'expiration_date',
    'expires_at',
    'discontinued_at',
  ])('reads the end of a model in %s', (field) =>
    expect(lifecycleIn({ id: 'm', [field]: '2026-10-23' })).toEqual({ ...none, retiresAt: '2026-10-23' }),
  );

  it.each(['deprecation_date', 'deprecationDate', 'deprecated_at', 'deprecated_on'])(
    'reads in %s since when it should not be used',
    (field) => expect(lifecycleIn({ [field]: '2026-10-23' })).toEqual({ ...none, deprecatedAt: '2026-10-23' }),
  );

  it.each([
    ['2026-10-23T12:00:00Z', '2026-10-23'],
    ['2026-10', '2026-10'],
    [1_792_713_600, '2026-10-23'],
    ['1792713600000', '2026-10-23'],
  ])('reads %j as %s', (value, day) => expect(lifecycleIn({ shutdown_date: value }).retiresAt).toBe(day));

  it.each([null, '', 0, -1, 'soon', true, '2098-12-31', '1970-01-01', '2014-12-31', '2026-13-01', ['2026-10-23'], {}])(
    'reads %j as no date',
    (value) => expect(lifecycleIn({ shutdown_date: value, deprecated_at: value })).toEqual(none),
  );

  it.each([
    'created',
    'created_at',
    'release_date',
    'updated_at',
    'deprecated',
    'shutdown_reason',
    'price_expires',
    'date',
  ])('takes no date from %s', (field) => expect(lifecycleIn({ [field]: '2026-10-23' })).toEqual(none));

  it('takes the first of several ends, in whatever order they are named', () => {
    const [first, second] = [{ shutdown_date: '2026-09-01' }, { expiration_date: '2026-10-01' }];
    expect(lifecycleIn({ ...first, ...second }).retiresAt).toBe('2026-09-01');
    expect(lifecycleIn({ ...second, ...first }).retiresAt).toBe('2026-09-01');
    expect(lifecycleIn({ shutdown_date: null, ...second }).retiresAt).toBe('2026-10-01');
  });

  it('reads any row without a throw', () => fc.assert(fc.property(fc.anything(), (row) => void lifecycleIn(row))));
});

describe('statusFor', () => {
  const today = '2026-08-22';
  const [before, after] = ['2026-08-21', '2026-08-23'];
  const at = (deprecatedAt: string | null, retiresAt: string | null) => ({ deprecatedAt, retiresAt });

  it.each([null, 'active', 'preview', 'deprecated', 'retired'] as const)(
    'is retired from the last day on, said %s',
    (said) => {
      expect(statusFor(said, at(null, before), today)).toBe('retired');
      expect(statusFor(said, at(null, today), today)).toBe('retired');
    },
  );

  it.each([
    [null, 'deprecated'],
    ['active', 'deprecated'],
    ['preview', 'preview'],
    ['deprecated', 'deprecated'],
    ['retired', 'retired'],
  ] as const)('is deprecated from its day on, but for what is said otherwise: %s is %s', (said, status) => {
    expect(statusFor(said, at(today, null), today)).toBe(status);
    expect(statusFor(said, at(today, after), today)).toBe(status);
  });

  it('is what is said before that, and deprecated where only an end is named', () => {
    expect(statusFor('active', at(after, null), today)).toBe('active');
    expect(statusFor('active', at(null, after), today)).toBe('active');
    expect(statusFor(null, at(null, after), today)).toBe('deprecated');
    expect(statusFor(null, at(after, null), today)).toBeNull();
    expect(statusFor(null, at(null, null), today)).toBeNull();
  });

  it('takes a month or a year for over once it is past', () => {
    expect(statusFor('active', at(null, '2026-08'), today)).toBe('active');
    expect(statusFor('active', at(null, '2026-07'), today)).toBe('retired');
    expect(statusFor('active', at('2026', null), today)).toBe('active');
    expect(statusFor('active', at('2025', null), today)).toBe('deprecated');
  });

  it('says the same of its own answer', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(null, 'active', 'preview', 'deprecated', 'retired'),
        fc.constantFrom(null, before, today, after, '2026-08'),
        fc.constantFrom(null, before, today, after, '2026-08'),
        (said, deprecatedAt, retiresAt) => {
          const status = statusFor(said, at(deprecatedAt, retiresAt), today);
          expect(statusFor(status, at(deprecatedAt, retiresAt), today)).toBe(status);
        },
      ),
    ));
});
