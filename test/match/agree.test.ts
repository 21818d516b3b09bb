import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreeOn } from '../../src/match/agree.js';
import { aPrice } from '../settle/given.js';

describe('two prices', () => {
  it('are the same within two hundredths: rounded, or converted', () => {
    expect(agreeOn(0.001, 0.001)).toBe(true);
    expect(agreeOn(0.000981, 0.001)).toBe(true);
    expect(agreeOn(0.000979, 0.001)).toBe(false);
    expect(agreeOn(0, 0)).toBe(true);
    expect(agreeOn(0, 0.001)).toBe(false);
  });

  it('are so whoever is asked first', () =>
    fc.assert(
      fc.property(aPrice, aPrice, (a, b) => {
        expect(agreeOn(a, b)).toBe(agreeOn(b, a));
      }),
    ));
});
