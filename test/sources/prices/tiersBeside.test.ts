import { describe, expect, it } from 'vitest';
import { tiersBeside } from '../../../src/sources/prices/tiersBeside.js';

const base = { input: 2, output: 4 };

describe('tiers beside a base', () => {
  it('are none where nothing is stated, or nothing else', () => {
    expect(tiersBeside(base, [])).toEqual({ cost: base });
    expect(tiersBeside(base, [{ when: { region: 'eu' }, cost: base }])).toEqual({ cost: base });
  });

  it('give what differs under one condition, and all of it under two', () => {
    const when = { region: 'eu', serviceTier: 'batch' };
    expect(
      tiersBeside(base, [
        { when: { region: 'eu' }, cost: { input: 2, output: 5 } },
        { when, cost: { input: 2, output: 4 } },
      ]).tiers,
    ).toEqual([
      { when: { region: 'eu' }, cost: { output: 5 } },
      { when, cost: { input: 2, output: 4 } },
    ]);
  });

  it('of one condition stand together, the first one stated first, in whatever order it is told', () => {
    expect(
      tiersBeside({}, [
        { when: { region: 'eu', serviceTier: 'batch' }, cost: { input: 1 } },
        { when: { serviceTier: 'batch', region: 'eu' }, cost: { input: 3, output: 2 } },
      ]).tiers,
    ).toMatchObject([{ cost: { input: 1, output: 2 } }]);
  });

  it('without a condition fill the base and change nothing of it', () =>
    expect(tiersBeside({ input: 2 }, [{ when: {}, cost: { input: 3, output: 4 } }])).toEqual({ cost: base }));

  it('of long prompts are left out where they are the same as those of short ones', () => {
    const batch = { when: { serviceTier: 'batch' }, cost: { input: 1 } };
    const long = (input: number) => ({ when: { contextAbove: 9, serviceTier: 'batch' }, cost: { input } });
    expect(tiersBeside(base, [batch, long(1)]).tiers).toEqual([batch]);
    expect(tiersBeside(base, [batch, long(2)]).tiers).toEqual([batch, long(2)]);
  });
});
