import { describe, expect, it } from 'vitest';
import { createdDay } from '../../../src/sources/reading/createdDay.js';

describe('createdDay', () => {
  it.each([
    [{ created: 1_761_530_400 }, '2025-10-27'],
    [{ created_at: '2025-10-27T02:00:00Z' }, '2025-10-27'],
    [{ CreatedTime: '1761530400000' }, '2025-10-27'],
  ])('reads %j as %s', (row, day) => expect(createdDay(row, '2026-01-01')).toBe(day));

  it.each([
    {},
    null,
    'x',
    { created: 0 },
    { created: 'now' },
    { created_at: '1970-01-01T00:00:00Z' },
    { creator: 1_761_530_400 },
  ])('reads %j as no day', (row) => expect(createdDay(row, '2026-01-01')).toBeNull());

  it('reads a day to come as none', () => {
    expect(createdDay({ created: 1_761_530_400 }, '2025-10-27')).toBe('2025-10-27');
    expect(createdDay({ created: 1_761_530_400 }, '2025-10-26')).toBeNull();
  });
});
