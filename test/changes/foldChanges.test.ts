import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../src/changes/changesBetween.js';
import { foldChanges } from '../../src/changes/foldChanges.js';
import type { Change } from '../../src/model/change.js';
import type { Model } from '../../src/model/model.js';
import { aFile, anOffer, anyTable } from './tables.js';

const days = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'];

/** What is folded of some days, on each of which acme has these offers. */
const folded = (...tables: readonly (readonly Model[])[]): Change[] => {
  const files = tables.map((models, i) => aFile(models, days[i]));
  return foldChanges(files.slice(1).flatMap((file, i) => changesBetween([files[i]!], [file])));
};

describe('foldChanges', () => {
  it('tells what was before the first change against what is after the last one', () => {
    expect(folded([anOffer('m', 1)], [anOffer('m', 2)], [anOffer('m', 4)])).toMatchObject([
      {
        ...{ kind: 'price', id: 'm', before: 1, after: 4, percent: 300 },
        evidence: { before: { fetchedAt: '2026-01-01' }, after: { fetchedAt: '2026-01-03' } },
      },
    ]);
  });

  it.each<[string, (readonly Model[])[]]>([
    ['a price that came back', [[anOffer('m', 1)], [anOffer('m', 2)], [anOffer('m', 1)]]],
    ['an offer that came and went', [[], [anOffer('m', 1)], [anOffer('m', 2)], []]],
    ['an offer that went and came back as it was', [[anOffer('m', 1)], [], [anOffer('m', 1)]]],
  ])('%s is no change', (_, tables) => expect(folded(...tables)).toEqual([]));

  it('a new offer has its newest price, one that is gone the one that it had', () => {
    expect(folded([], [anOffer('m', 1)], [anOffer('m', 2)])).toMatchObject([
      { kind: 'offer-new', after: { cost: { input: 2 } } },
    ]);
    expect(folded([anOffer('m', 1)], [anOffer('m', 2)], [])).toMatchObject([
      { kind: 'offer-gone', before: { cost: { input: 1 } }, missingSince: '2026-01-03' },
    ]);
  });

  it('an offer that went and came back with another price has changed its price', () => {
    expect(folded([anOffer('m', 1)], [], [anOffer('m', 2)], [anOffer('m', 3)])).toMatchObject([
      { kind: 'price', before: 1, after: 3 },
    ]);
  });

  it('of a provider that is new only that is told, with the offers that it has now', () => {
    const came = changesBetween([], [aFile([anOffer('a')])]);
    const grew = changesBetween([aFile([anOffer('a')])], [aFile([anOffer('b'), anOffer('c')])]);
    expect(foldChanges([...came, ...grew])).toMatchObject([{ kind: 'provider-new', after: 2 }]);
    expect(foldChanges(came)).toEqual(came);
  });

  it('says of any days what the first and the last of them say', () => {
    const bare = (changes: readonly Change[]) => changes.map((one) => ({ ...one, evidence: null }));
    const inOrder = (changes: readonly Change[]) =>
      JSON.parse(JSON.stringify(bare(changes)).replaceAll('"missingSince"', '"since"')) as unknown;
    fc.assert(
      fc.property(fc.array(anyTable, { minLength: 2, maxLength: 4 }), (tables) => {
        const steps = tables.slice(1).flatMap((table, i) => changesBetween(tables[i]!, table));
        const direct = changesBetween(tables[0]!, tables.at(-1)!);
        expect(inOrder(foldChanges(steps))).toEqual(inOrder(direct));
      }),
      { numRuns: 100 },
    );
  });
});
