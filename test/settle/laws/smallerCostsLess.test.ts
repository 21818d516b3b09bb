import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Mode } from '../../../src/model/model.js';
import { smallerCostsLess } from '../../../src/settle/laws/smallerCostsLess.js';
import { anOffered, aPrice, aStatement, brokenBy, million } from '../given.js';

/** Of an offer beside the provider's others, by id and USD per 1M in. */
const broken = (id: string, input: number, others: Readonly<Record<string, number>>, mode: Mode | null = 'chat') =>
  brokenBy(
    smallerCostsLess,
    aStatement(million({ input }), {
      offer: anOffered({ id, mode }),
      sibling: (name) => (name in others ? million({ input: others[name] }) : undefined),
    }),
  );

it('names a smaller model that costs more than its base: gpt-4o-mini at 3 USD', () => {
  expect(broken('gpt-4o-mini', 3, { 'gpt-4o': 2.5 })).toEqual(['input']);
  expect(broken('gpt-4o-mini', 0.15, { 'gpt-4o': 2.5 })).toEqual([]);
});

it('lets it cost the same, but for rounding', () => {
  expect(broken('gpt-4o-mini', 2.5, { 'gpt-4o': 2.5 })).toEqual([]);
  expect(broken('gpt-4o-mini', 2.51, { 'gpt-4o': 2.5 })).toEqual(['input']);
});

it.each([
  ['gpt-5-nano', 'gpt-5'],
  ['gemini-2.5-flash-lite', 'gemini-2.5-flash'],
  ['gemini-2.5-flash-lite-preview', 'gemini-2.5-flash-preview'],
  ['gpt-4o-mini-2024-07-18', 'gpt-4o-2024-07-18'],
  ['bird-small-latest', 'bird-latest'],
])('takes %s for a smaller %s', (id, base) => expect(broken(id, 9, { [base]: 1 })).toEqual(['input']));

it.each([
  ['bird-minimal', 'birdmal'],
  ['mini-bird', 'bird'],
  ['bird-mini-turbo', 'bird-turbo'],
  ['gemini-2', 'ge-2'],
])('does not take %s for a smaller %s', (id, base) => expect(broken(id, 9, { [base]: 1 })).toEqual([]));

it('says nothing where the base has no price, and of other than chat models', () => {
  expect(broken('gpt-4o-mini', 9, {})).toEqual([]);
  expect(broken('gpt-4o-mini', 9, { 'gpt-4o': 0 })).toEqual([]);
  expect(broken('gpt-4o-mini', 9, { 'gpt-4o': 1 }, 'transcription')).toEqual([]);
});

it('never touches what costs less than its base', () =>
  fc.assert(
    fc.property(aPrice, fc.double({ min: 0.01, max: 1, noNaN: true }), (input, share) => {
      const sibling = () => ({ input });
      const offer = anOffered({ id: 'bird-mini' });
      expect(brokenBy(smallerCostsLess, aStatement({ input: input * share }, { offer, sibling }))).toEqual([]);
    }),
  ));
