import { describe, expect, it } from 'vitest';
import { bCubedOf, sharesOf } from './bCubed.js';
import { wrongFacets } from './facetScores.js';
import type { Label, Scored } from './label.js';
import { pairsOf } from './pairs.js';
import { joinedLookAlikes, judgeOf } from './records.js';

const label: Label = { provider: 'p', id: 'i', name: null, model: null, facets: {}, kind: 'k' };
const scored = (gold: string | null, given: string | null, more: Partial<Label> = {}): Scored => ({
  label: { ...label, model: gold, ...more },
  gold,
  given,
  facets: {},
});

describe('the scorer', () => {
  it('tells wrong pairs apart', () => {
    const line = 'a';
    const some = [
      scored('a-1', 'x', { line }),
      scored('a-2', 'x', { line }),
      scored('b', 'x'),
      scored(null, 'x'),
      scored('b', null),
    ];
    expect(pairsOf(some)).toMatchObject({ due: 1, said: 6, right: 0, snapshots: 1, models: 2, none: 3 });
  });

  it('counts B-cubed per offer', () => {
    const cubed = bCubedOf(sharesOf([scored('a', 'x'), scored('a', 'x'), scored('a', 'y'), scored('b', 'x')]));
    expect(cubed.precision).toBeCloseTo((2 / 3 + 2 / 3 + 1 + 1 / 3) / 4);
    expect(cubed.recall).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4);
  });

  it('gives each model one key', () => {
    const some = [scored('a', 'x'), scored('a', 'x'), scored('b', 'x'), scored(null, null)];
    expect(some.map(judgeOf(some))).toEqual([true, true, false, true]);
  });

  it('finds look-alikes that were joined', () => {
    const some = [scored('a', 'x'), scored('b', 'x', { near: 'a' }), scored('c', 'y', { near: 'a' })];
    expect(joinedLookAlikes(some)).toEqual({ n: 2, joined: [some[1]] });
  });

  it('compares dates by their digits and drops no facet', () => {
    const facets = { snapshot: '08-2024', speed: 'fast' };
    const one = { ...scored('a', 'x', { facets }), facets: { snapshot: '2024-08', tier: 'free' } };
    expect(wrongFacets(one)).toEqual(['speed', 'tier']);
  });
});
