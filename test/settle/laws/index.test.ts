import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { laws } from '../../../src/settle/laws/index.js';
import { aStatement } from '../given.js';

const folder = 'src/settle/laws';
const files = readdirSync(folder).filter((file) => file !== 'index.ts');

describe('the laws', () => {
  it('are at least twelve, each in a file of its own', () => {
    expect(laws.length).toBeGreaterThanOrEqual(12);
    expect(files).toHaveLength(laws.length);
  });

  it('have names of their own, which issues go by', () => {
    const names = laws.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)+$/);
  });

  it('take nothing out for being odd alone: what is above, below or beside its neighbours by choice is named', () => {
    expect(laws.filter(({ weight }) => weight === 'soft').map(({ name }) => name)).toEqual([
      'tier-order',
      'longer-costs-less',
      'smaller-costs-more',
    ]);
  });
});

describe.each(laws.map((law) => [law.name, law] as const))('%s', (_, { reason, counterExample, breaches }) => {
  it('has its reason and a counter-example in words', () => {
    expect(reason.split(' ').length).toBeGreaterThanOrEqual(8);
    expect(counterExample.split(' ').length).toBeGreaterThanOrEqual(4);
    expect(counterExample).toMatch(/\d/);
    expect(reason).not.toMatch(/[.!]$/);
  });

  it('finds nothing in a statement without a price', () => expect(breaches(aStatement({}))).toEqual([]));

  it('finds nothing in what models cost: gpt-4o', () => {
    const tiers = [{ when: { serviceTier: 'batch' }, cost: { input: 0.00125, output: 0.005 } }];
    expect(breaches(aStatement({ input: 0.0025, output: 0.01, cacheRead: 0.00125 }, { tiers }))).toEqual([]);
  });

  it('names what is there, with a word on it, whatever is stated', () => {
    const price = fc.option(fc.double(), { nil: null });
    const cost = fc.record(
      { input: price, output: price, cacheRead: price, cacheWrite: price, perImage: price, perRequest: price },
      { requiredKeys: [] },
    );
    const when = fc.constantFrom({ serviceTier: 'batch' }, { contextAbove: 1000 }, { variant: 'x' });
    fc.assert(
      fc.property(cost, fc.array(fc.record({ when, cost })), fc.boolean(), (stated, tiers, isOwn) => {
        for (const { field, tier, detail } of breaches(aStatement(stated, { tiers, isOwn }))) {
          const at = tier === undefined ? stated : tiers[tier]?.cost;
          expect(field === '*' || typeof at?.[field as 'input'] === 'number').toBe(true);
          expect(detail).not.toBe('');
        }
      }),
    );
  });
});

it.each(files)('%s has at most 40 lines, and a test', (file) => {
  expect(readFileSync(join(folder, file), 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(40);
  expect(existsSync(join('test/settle/laws', file.replace('.ts', '.test.ts')))).toBe(true);
});
