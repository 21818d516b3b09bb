import { describe, expect, it } from 'vitest';
import { mostStated } from '../../../src/operators/reconcile/mostStated.js';
import { aBaseline } from '../../builders.js';

const reading = (stated: Record<string, Record<string, number>>) => ({
  ...{ endpoint: 'api', rows: 1, records: 1, priced: 1 },
  stated,
});

describe('mostStated', () => {
  it('is the largest count of each price in the readings, price by price', () => {
    const readings = [reading({ api: { input: 9, output: 2 } }), reading({ api: { input: 7, output: 8 } })];
    expect(mostStated(aBaseline({ readings }), 'api')).toEqual({ input: 9, output: 8 });
  });

  it('counts none that holds for some days only', () => {
    const readings = [reading({ api: { input: 9, 'input (until)': 9, 'prices[until].cost (amount)': 9 } })];
    expect(mostStated(aBaseline({ readings }), 'api')).toEqual({ input: 9 });
  });

  it('counts no other endpoint', () => {
    const readings = [reading({ api: { input: 9 }, docs: { input: 20 } })];
    expect(mostStated(aBaseline({ readings }), 'api')).toEqual({ input: 9 });
    expect(mostStated(aBaseline({ readings }), 'page')).toEqual({});
  });

  it('is nothing where nothing is known', () => expect(mostStated(undefined, 'api')).toEqual({}));
});
