import { expect, it } from 'vitest';
import { noPlace, stepOf } from '../../src/exports/conditions.js';
import type { PriceLine } from '../../src/cost/priceLines.js';

const line = (when: PriceLine['when'], field: PriceLine['field'] = 'input'): PriceLine => ({
  ...{ offer: 'acme/m', field, price: 1, when },
});

it('drops the end of a step where the next one goes on from there', () => {
  const step = line({ contextAbove: 32_000, contextUpTo: 128_000 });
  expect(stepOf(step, [line({}), step, line({ contextAbove: 128_000 })])).toEqual({ contextAbove: 32_000 });
});

it('keeps the end of a step where the base price comes back after it, or the next step has no price of that kind', () => {
  const step = line({ contextAbove: 32_000, contextUpTo: 128_000 });
  expect(stepOf(step, [line({}), step])).toEqual(step.when);
  expect(stepOf(step, [step, line({ contextAbove: 128_000 }, 'output')])).toEqual(step.when);
});

it('says what there is no place for', () => {
  expect(noPlace(line({ region: 'eu', serviceTier: 'batch' }), true)).toBe(
    'no place for a price by region and serviceTier',
  );
  expect(noPlace(line({ region: 'eu' }, 'perPage'), false)).toBe('no place for perPage');
});
