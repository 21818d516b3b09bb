import { describe, expect, it } from 'vitest';
import { ofPage, pagesOf, unmarked } from '../../../src/sources/parse/ofPage.js';
import { aPage } from '../../builders.js';

const [one, other] = [aPage('one'), aPage('other')];

describe('a row of a page', () => {
  it('is marked with it, and a copy of it too', () => {
    const [row] = ofPage([{ id: 'a' }], one);
    expect([pagesOf(row), pagesOf({ ...row, id: 'b' })]).toEqual([[one], [one]]);
  });

  it('is of no page before', () => expect(pagesOf({ id: 'a' })).toEqual([]));

  it('that is put together from others is of their pages as well, its own first', () => {
    const [row, meter, more] = [
      ofPage([{ id: 'a' }], one)[0],
      ofPage([{ price: 1 }], other)[0],
      ofPage([{ price: 2 }], other)[0],
    ];
    expect(pagesOf({ ...row, meter })).toEqual([one, other]);
    expect(pagesOf({ id: 'a', meters: [meter, more] })).toEqual([other, other]);
  });

  it.each([[null], ['text'], [7], [[1, 2]], [Object.freeze({ id: 'a' })]])(
    'that can bear no mark has none: %j',
    (row) => {
      expect(ofPage([row], one)).toEqual([row]);
      expect(pagesOf(ofPage([row], one)[0])).toEqual([]);
    },
  );

  it('has no key more for whoever reads it, and is told without its mark', () => {
    const [row] = ofPage([{ id: 'a' }], one);
    expect([Object.keys(row!), JSON.stringify(row)]).toEqual([['id'], '{"id":"a"}']);
    expect(unmarked(row)).toEqual({ id: 'a' });
    expect(unmarked('text')).toBe('text');
  });
});
