import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/settle/judge.js';
import type { Breach, Law } from '../../src/settle/law.js';
import { laws } from '../../src/settle/laws/index.js';
import { aStatement, million } from './given.js';

const aLaw = (weight: Law['weight'], breaches: readonly Breach[], name = 'a-law'): Law => ({
  ...{ name, reason: 'it holds', counterExample: 'one', weight },
  breaches: () => breaches,
});
const cost = { input: 0.001, output: 0.002, cacheRead: 0.0001 };
const tiers = [
  { when: { serviceTier: 'batch' }, cost: { input: 0.0005, output: 0.001 } },
  { when: { region: 'eu' }, cost: { input: 0.0011 } },
];
const statement = aStatement(cost, { tiers });

describe('a hard law', () => {
  it('takes out the field that breaks it, and says so', () =>
    expect(judge(statement, [aLaw('hard', [{ field: 'output', detail: 'too dear' }])])).toEqual({
      cost: { input: 0.001, cacheRead: 0.0001 },
      tiers,
      broken: [{ code: 'a-law', detail: 'too dear' }],
      odd: [],
    }));

  it('takes out a field of a tier, and a tier of which nothing is left', () => {
    const breaches = [
      { field: 'input', tier: 0, detail: 'x' },
      { field: 'input', tier: 1, detail: 'y' },
    ] as const;
    expect(judge(statement, [aLaw('hard', breaches)])).toMatchObject({
      cost,
      tiers: [{ when: { serviceTier: 'batch' }, cost: { output: 0.001 } }],
    });
  });

  it('takes out a tier as a whole', () =>
    expect(judge(statement, [aLaw('hard', [{ field: '*', tier: 0, detail: 'x' }])])).toMatchObject({
      cost,
      tiers: [{ when: { region: 'eu' }, cost: { input: 0.0011 } }],
    }));

  it('takes out the price as a whole, and its tiers with it', () =>
    expect(judge(statement, [aLaw('hard', [{ field: '*', detail: 'x' }])])).toMatchObject({ cost: {}, tiers: [] }));

  it('leaves nothing for the laws behind it to see', () => {
    const seen: unknown[] = [];
    const next: Law = { ...aLaw('soft', []), breaches: ({ cost: left }) => (seen.push(left), []) };
    judge(statement, [aLaw('hard', [{ field: 'input', detail: 'x' }]), next]);
    expect(seen).toEqual([{ output: 0.002, cacheRead: 0.0001 }]);
  });
});

it('a soft law names and takes nothing', () =>
  expect(judge(statement, [aLaw('soft', [{ field: '*', detail: 'odd' }])])).toEqual({
    ...{ cost, tiers, broken: [] },
    odd: [{ code: 'a-law', detail: 'odd' }],
  }));

it('says once for each field what dozens of tiers have alike', () => {
  const breaches: Breach[] = [0, 1].flatMap((tier) => [
    { field: 'input', tier, detail: `in ${tier}` },
    { field: 'output', tier, detail: `out ${tier}` },
  ]);
  expect(judge(statement, [aLaw('soft', [...breaches, { field: 'cacheRead', detail: 'read' }])]).odd).toEqual([
    { code: 'a-law', detail: 'in 0, and 1 more' },
    { code: 'a-law', detail: 'out 0, and 1 more' },
    { code: 'a-law', detail: 'read' },
  ]);
});

/** What all laws say of a price in USD per 1M: the codes, and the fields that are left. */
const judged = (prices: object, more = {}) => {
  const verdict = judge(aStatement(million(prices), more));
  return [verdict.broken.map(({ code }) => code).join(), Object.keys(verdict.cost).join()];
};

describe('all laws together', () => {
  it.each([
    ['negative-price', '', { input: -1_000_000, output: -1_000_000 }],
    ['zero-price', '', { input: 0, output: 0 }],
    ['zero-price', 'input', { input: 0.02, output: 0 }],
    ['implausible-price', '', { input: 1.63, output: 55.1 }],
    ['unknown-unit', '', { input: 2000, output: 6000 }],
    ['unknown-unit', '', { input: 400, output: 2000 }],
    ['unconfirmed-outlier', '', { input: 130, output: 130 }],
    ['cache-above-input', 'input,output', { input: 3, output: 15, cacheRead: 15 }],
    ['', 'input,output', { input: 75, output: 150 }],
    ['', 'input,output', { input: 0.05, output: 0.08 }],
    ['', 'input,output,cacheRead,cacheWrite', { input: 3, output: 15, cacheRead: 0.3, cacheWrite: 3.75 }],
  ])('%s: leaves %s of %o', (codes, left, prices) => expect(judged(prices)).toEqual([codes, left]));

  it('let the dearest price stand that a provider states itself', () =>
    expect(judged({ input: 150, output: 600 }, { isOwn: true })).toEqual(['', 'input,output']));

  it('say nothing more of what they left, and leave it as it is', () => {
    const price = fc.oneof(
      fc.constantFrom(0, -1, 0.0001, 0.001, 0.03, 2, 1e-9),
      fc.double({ min: -1, max: 3, noNaN: true }),
    );
    const some = fc.record(
      { input: price, output: price, cacheRead: price, cacheWrite: price, cacheWrite1h: price, perRequest: price },
      { requiredKeys: [] },
    );
    const when = fc.constantFrom({ serviceTier: 'batch' }, { serviceTier: 'fast' }, { contextAbove: 1000 });
    fc.assert(
      fc.property(
        some,
        fc.array(fc.record({ when, cost: some }), { maxLength: 3 }),
        fc.boolean(),
        (stated, own, isOwn) => {
          const first = judge(aStatement(stated, { tiers: own, isOwn }));
          const again = judge(aStatement(first.cost, { tiers: first.tiers, isOwn }));
          expect(again).toEqual({ ...first, broken: [] });
          for (const law of laws.filter(({ weight }) => weight === 'hard'))
            expect(law.breaches(aStatement(first.cost, { tiers: first.tiers, isOwn }))).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
