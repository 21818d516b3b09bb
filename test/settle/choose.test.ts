import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose } from '../../src/settle/choose.js';
import type { Heard } from '../../src/settle/collect.js';
import type { Trusts } from '../../src/settle/trust.js';
import { aHeard, million, witnessesOf } from './given.js';

const trusts: Trusts = {
  ...{ day: '', situations: {}, own: {} },
  witnesses: {
    good: { right: 98, given: 99 },
    fair: { right: 90, given: 100 },
    also: { right: 90, given: 100 },
    bad: { right: 40, given: 100 },
  },
};
const says = (witness: string, input: number, more: Partial<Heard> = {}): Heard =>
  aHeard(witness, million({ input, output: input * 4 }), more);
const chosen = (...heard: Heard[]) => {
  const choice = choose(witnessesOf(...heard), trusts);
  return choice && [choice.chosen.witness, choice.agreeing, choice.differing];
};

describe('whose price is taken', () => {
  it('is that of who speaks alone', () => expect(chosen(says('bad', 1))).toEqual(['bad', 1, 0]));
  it('is nobody’s where nobody speaks', () => expect(chosen()).toBeNull());

  it('is that of the most trusted of those who agree', () => {
    expect(chosen(says('bad', 1), says('good', 1), says('fair', 1))).toEqual(['good', 3, 0]);
    expect(chosen(says('fair', 1), says('good', 1.01))).toEqual(['good', 2, 0]);
  });

  it('is that of the majority, whoever is against it', () => {
    expect(chosen(says('good', 1), says('fair', 2), says('bad', 2))).toEqual(['fair', 2, 1]);
    expect(chosen(says('good', 1), says('fair', 2), says('also', 3), says('bad', 2))).toEqual(['fair', 2, 2]);
  });

  it('is nobody’s where two differ', () => expect(chosen(says('fair', 1), says('also', 2))).toBeNull());

  it('is that of who is by far the surer of two', () => {
    expect(chosen(says('good', 1), says('fair', 2))).toEqual(['good', 1, 1]);
    expect(chosen(says('fair', 1), says('bad', 2))).toEqual(['fair', 1, 1]);
  });

  it('is that of two, or a third decides', () => {
    expect(chosen(says('fair', 1), says('also', 2), says('bad', 2))).toEqual(['also', 2, 1]);
    expect(chosen(says('fair', 1), says('also', 2), says('bad', 3))).toBeNull();
  });
});

it('counts once who takes prices from whom', () => {
  expect(chosen(says('catalog:fair', 1), says('fair', 1), says('also', 2))).toBeNull();
  expect(chosen(says('catalog:fair', 1), says('fair', 1))).toEqual(['catalog:fair', 1, 0]);
});

it('does not ask who can’t be believed', () => {
  const doubt = { code: 'moving-alias', detail: 'moves' };
  expect(chosen(says('good', 1, { doubt }), says('fair', 2))).toEqual(['fair', 1, 0]);
  expect(chosen(says('good', -1), says('fair', 2))).toEqual(['fair', 1, 0]);
  expect(chosen(aHeard('good', { cacheRead: 0.001 }), says('fair', 2))).toEqual(['fair', 1, 0]);
});

it('is the same in whatever order they are asked', () => {
  const all = [says('good', 1), says('fair', 2), says('also', 2), says('bad', 3)];
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: 4 }), (some) => {
      expect(chosen(...some)).toEqual(['also', 2, 2]);
    }),
  );
});
