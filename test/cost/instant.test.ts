import { expect, it } from 'vitest';
import { instantOf } from '../../src/cost/records/instant.js';

it.each([
  '2026-10-27T02:30:00Z',
  '2026-10-27T02:30',
  '2026-10-27 02:30:00.000000',
  '2026-10-27T10:30:00+08:00',
  '2026-10-27 10:30:00+0800',
  1_793_068_200,
  1_793_068_200_000,
  1_793_068_200_000_000,
  '1793068200000000000',
])('reads %s', (value) => {
  expect(instantOf(value)?.toISOString()).toBe('2026-10-27T02:30:00.000Z');
});

it.each(['', 'noon', null, undefined, {}, '2026-13-45T00:00Z', Number.NaN])('takes %s for none', (value) => {
  expect(instantOf(value)).toBeNull();
});
