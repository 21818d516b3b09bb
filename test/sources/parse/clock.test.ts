import { describe, expect, it } from 'vitest';
import { clock, daysOf, hoursOf } from '../../../src/sources/parse/clock.js';

describe('clock', () => {
  it.each([
    ['01:00', '01:00'],
    ['1:30', '01:30'],
    ['0100', '01:00'],
    ['16:30:00', '16:30'],
    [100, '01:00'],
    [2330, '23:30'],
    [0, '00:00'],
    [2400, '24:00'],
    [16, null],
    [1075, null],
    ['25:00', null],
    ['noon', null],
    [undefined, null],
  ])('reads %j as %j', (value, time) => expect(clock(value)).toBe(time));

  it('makes a span of two times, over midnight too', () => {
    expect(hoursOf(1000, 100)).toBe('10:00-01:00');
    expect(hoursOf(2400, 400)).toBe('00:00-04:00');
    expect(hoursOf(100, 100)).toBeNull();
    expect(hoursOf(100, null)).toBeNull();
  });

  it('reads days, a run of three and more as one', () => {
    expect(daysOf(['Monday', 'tue', 'wed', 'thu', 'fri'])).toBe('mon-fri');
    expect(daysOf('sun, sat')).toBe('sat,sun');
    expect(daysOf(['mon', 'wed', 'fri'])).toBe('mon,wed,fri');
    expect(daysOf(['mon', 'payday'])).toBeNull();
    expect(daysOf([])).toBeNull();
  });
});
