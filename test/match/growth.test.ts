import { describe, expect, it } from 'vitest';
import { grown } from '../../bench/inside/grown.js';
import { fits, look } from '../../src/match/look.js';
import { buildPriceIndex, type Key, type PriceIndex } from '../../src/match/priceIndex.js';
import { ranked } from '../../src/match/rank.js';
import type { Priced } from '../../src/match/strategy.js';
import type { Step } from '../../src/match/climb.js';
import { helicone } from '../../src/sources/prices/helicone.js';
import { labels } from './evaluation.js';
import { recordedPrices } from './prices.js';

const rows = recordedPrices();
const indexOf = (times: number, growth?: 'models' | 'sellers') => buildPriceIndex(helicone, grown(rows, times, growth));
/** Names as the catalog has them, and the same misspelled, cut otherwise, dated and undated. */
const keys: Key[] = labels()
  .flatMap(({ provider, id, name }) => [
    { provider, id, name },
    ...[id.replace(/[-_]/g, ''), id.replace(/([a-z])([a-z])/, '$2$1'), `${id}-2024-08-06`].map((other) => ({
      ...{ provider, id: other },
      name: null,
    })),
    { provider, id: id.replace(/-?20\d\d-?\d\d-?\d\d|-preview/, ''), name },
  ])
  .filter((_, at) => at % 3 === 0);

/** The slow way: every row of the seller is looked at, and each by all guards. */
const slowly = (all: readonly Priced[], { strategy, name }: Step) => {
  const block = all.filter((price) => strategy.block(price.name) === strategy.block(name));
  const open = block.filter((price) => look(strategy, name, price).refusedBy.length === 0);
  return { block, open };
};

/** The steps that were asked, each with what the slow way finds. */
const asked = (index: PriceIndex, key: Key) => {
  const own = index.rowsOf(key.provider);
  const finding = index.find(key);
  return finding.trace
    .filter(({ unasked }) => unasked === null)
    .map((step) => ({ step, finding, slow: slowly(own, step) }));
};

describe.each([1, 6])('a list of %i times the rows', (times) => {
  const index = indexOf(times);
  const steps = keys.flatMap((key) => asked(index, key));

  it('is narrowed to rows among which are all that fit, in their order', () => {
    const narrow = steps.filter(({ slow }) => slow.block.length > 1);
    expect(narrow.length).toBeGreaterThan(100);
    for (const { step, slow } of narrow) {
      const near = step.strategy.narrowed(slow.block)(step.name);
      expect(near.filter((price) => fits(step.strategy, step.name, price))).toEqual(slow.open);
      expect(slow.block).toEqual(expect.arrayContaining([...near]));
    }
  });

  it('is answered with the best of all rows that fit, and only where some do', () => {
    for (const { step, finding, slow } of steps) {
      expect(step.candidates.map(({ price }) => price)).toEqual(slow.block);
      const isLast = finding.trace.at(-1) === step;
      const best = ranked(step.name, slow.open)[0]?.row;
      if (isLast && 'row' in finding) expect(finding.row).toBe(best);
      else if (!isLast) expect(best).toBeUndefined();
    }
  });
});

describe('rows that are compared for a lookup', () => {
  const compared = (index: PriceIndex): number => {
    const steps = keys.flatMap((key) => index.find(key).trace);
    const near = steps.flatMap((step) => step.strategy.narrowed(step.candidates.map(({ price }) => price))(step.name));
    return near.length;
  };
  const few = compared(indexOf(1));

  it.each(['models', 'sellers'] as const)('are not many more where a list has ten times the %s', (growth) => {
    expect(compared(indexOf(10, growth)) / few).toBeLessThan(1.5);
  });
});
