import fc from 'fast-check';
import { expect, it } from 'vitest';
import { freeIsFree } from '../../../src/settle/laws/freeIsFree.js';
import { anOffered, aPrice, aStatement, brokenBy, million } from '../given.js';

const called = (id: string) => ({ offer: anOffered({ id }) });

it('takes out any price of what is called free: deepseek-r1:free at 0.55 USD per 1M', () => {
  const cost = million({ input: 0.55, output: 2.19 });
  expect(brokenBy(freeIsFree, aStatement(cost, called('deepseek-r1:free')))).toEqual(['*']);
  expect(brokenBy(freeIsFree, aStatement({ input: 0, cacheRead: 1e-7 }, called('deepseek-r1:FREE')))).toEqual(['*']);
});

it('holds for the provider’s own word as well', () =>
  expect(brokenBy(freeIsFree, aStatement({ input: 0.001 }, { ...called('x:free'), isOwn: true }))).toEqual(['*']));

it('leaves 0 alone', () =>
  expect(brokenBy(freeIsFree, aStatement({ input: 0, output: 0 }, called('x:free')))).toEqual([]));

it.each(['deepseek-r1', 'x:freedom', 'free:x', 'gpt-free-2', 'x-free'])('does not take %s for a free offer', (id) =>
  expect(brokenBy(freeIsFree, aStatement({ input: 0.001 }, called(id)))).toEqual([]),
);

it('holds for every price of a free offer, and for none of another', () =>
  fc.assert(
    fc.property(aPrice, fc.stringMatching(/^[a-z0-9-]{1,12}$/), (input, id) => {
      expect(brokenBy(freeIsFree, aStatement({ input }, called(`${id}:free`)))).toEqual(['*']);
      expect(brokenBy(freeIsFree, aStatement({ input }, called(id)))).toEqual([]);
    }),
  ));
