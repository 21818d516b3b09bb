import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, placeOf } from '../../src/page/hash.js';

describe('a place in the address', () => {
  it.each([
    ['', { view: 'offers', of: '', chosen: {} }],
    ['#/', { view: 'offers', of: '', chosen: {} }],
    ['#/changes?since=2026-01-01', { view: 'changes', of: '', chosen: { since: '2026-01-01' } }],
    ['#/model/meta/llama-3.3-70b', { view: 'model', of: 'meta/llama-3.3-70b', chosen: {} }],
    ['#/offer/acme/a%3Fb%25', { view: 'offer', of: 'acme/a?b%', chosen: {} }],
    ['#/offers?q=a+b&q=c', { view: 'offers', of: '', chosen: { q: 'c' } }],
    ['#/offer/acme/50%', { view: 'offer', of: 'acme/50%', chosen: {} }],
  ])('%s', (hash, place) => expect(placeOf(hash)).toEqual(place));

  it('leaves out what is empty', () => {
    expect(hashOf({ view: 'offers', chosen: { q: '', sort: '-input' } })).toBe('#/offers?sort=-input');
  });

  it('is told and read the same, whatever stands in it', () => {
    const name = fc.string({ unit: 'binary' }).filter((text) => !/[\ud800-\udfff]/u.test(text));
    fc.assert(
      fc.property(
        name,
        fc.dictionary(
          name,
          name.filter((text) => text !== ''),
        ),
        (of, chosen) => {
          const place = { view: 'offer', of, chosen: { ...chosen } };
          expect(placeOf(hashOf(place))).toEqual(place);
        },
      ),
    );
  });
});
