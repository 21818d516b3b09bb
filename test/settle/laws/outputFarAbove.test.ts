import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mode, Modality } from '../../../src/model/model.js';
import { outputFarAbove } from '../../../src/settle/laws/outputFarAbove.js';
import { aFactor, anOffered, aPrice, aStatement, brokenBy, million, times } from '../given.js';

const broken = (input: number, output: number, mode: Mode | null = 'chat', writes: readonly Modality[] = ['text']) =>
  brokenBy(
    outputFarAbove,
    aStatement(million({ input, output }), {
      offer: anOffered({ mode, modalities: { input: ['text'], output: writes } }),
    }),
  );

describe('writing text', () => {
  it('costs at most 25 times what reading does: not 0.15 USD in and 60 USD out', () => {
    expect(broken(0.15, 60)).toEqual(['*']);
    expect(broken(0.2, 5)).toEqual([]);
    expect(broken(0.2, 5.01)).toEqual(['*']);
  });

  it('may cost as much as it ever did: 23.3 times, thinking', () => expect(broken(0.15, 3.5)).toEqual([]));

  it('is what a misplaced point hits: 1.63 in and 55.1 out', () => expect(broken(1.63, 55.1)).toEqual(['*']));

  it.each<Mode | null>(['chat', 'completion', null])('is what a %s model does', (mode) =>
    expect(broken(0.15, 60, mode)).toEqual(['*']),
  );

  it('is judged though nothing is known of what comes out', () => expect(broken(0.15, 60, 'chat', [])).toEqual(['*']));
});

it('says nothing of what writes images or sound as well', () => {
  expect(broken(0.3, 30, 'chat', ['text', 'image'])).toEqual([]);
  expect(broken(0.3, 30, 'image', ['image'])).toEqual([]);
  expect(broken(0.3, 30, 'image', [])).toEqual([]);
});

it('judges a tier for itself', () => {
  const tiers = [
    { when: { contextAbove: 200_000 }, cost: million({ input: 0.3, output: 1.2 }) },
    { when: { serviceTier: 'batch' }, cost: million({ input: 0.01, output: 0.3 }) },
    { when: { serviceTier: 'flex' }, cost: million({ output: 60 }) },
  ];
  expect(brokenBy(outputFarAbove, aStatement(million({ input: 0.15, output: 0.6 }), { tiers }))).toEqual(['1.*']);
});

it('asks for both prices', () => {
  expect(brokenBy(outputFarAbove, aStatement(million({ output: 60 })))).toEqual([]);
  expect(brokenBy(outputFarAbove, aStatement(million({ input: 0, output: 60 })))).toEqual([]);
});

it('gives the same verdict on all prices many times as dear', () =>
  fc.assert(
    fc.property(aPrice, fc.integer({ min: 1, max: 50 }), aFactor, (input, ratio, factor) => {
      fc.pre(ratio !== 25);
      const cost = { input, output: input * ratio };
      const verdict = ratio > 25 ? ['*'] : [];
      expect(brokenBy(outputFarAbove, aStatement(cost))).toEqual(verdict);
      expect(brokenBy(outputFarAbove, aStatement(times(cost, factor)))).toEqual(verdict);
    }),
  ));
