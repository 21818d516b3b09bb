import { describe, expect, it } from 'vitest';
import { beyond, boundsOf } from '../../src/changes/failOn.js';
import { changesBetween } from '../../src/changes/changesBetween.js';
import { aFile, anOffer } from './tables.js';

describe('bounds', () => {
  it.each([
    ['price>20%', [{ text: 'price>20%', what: 'price', limit: 20 }]],
    ['price<-7.5%', [{ text: 'price<-7.5%', what: 'price', limit: -7.5 }]],
    [
      'price > 20 %, gone>10,new>0',
      [
        { text: 'price>20%', what: 'price', limit: 20 },
        { text: 'gone>10', what: 'gone', limit: 10 },
        { text: 'new>0', what: 'new', limit: 0 },
      ],
    ],
  ])('%s are read', (text, expected) => expect(boundsOf(text)).toEqual(expected));

  it.each([
    '',
    'price',
    'price>20',
    'price>-20%',
    'price<20%',
    'gone>1%',
    'gone<1',
    'gone>1.5',
    'price>20%,',
    'limit>1',
    'price>1e3%',
  ])('"%s" is none', (text) => expect(boundsOf(text)).toBeUndefined());

  const moved = (before: number | null, after: number | null) =>
    changesBetween([aFile([anOffer('m', before)])], [aFile([anOffer('m', after)])]);
  it.each([
    ['price>20%', 1, 1.2, false],
    ['price>20%', 1, 1.2000001, true],
    ['price>20%', 1, 0.5, false],
    ['price<-20%', 1, 0.8, false],
    ['price<-20%', 1, 0.79, true],
    ['price<-20%', 1, 1.5, false],
    ['price>20%', 0, 0.001, true],
    ['price<-99%', 1, 0, true],
    ['price>0%', null, 1, false],
    ['price<-1%', 1, null, false],
  ])('%s from %s to %s: %s', (text, before, after, isBeyond) => {
    expect(beyond(boundsOf(text)![0]!, moved(before, after)).length > 0).toBe(isBeyond);
  });

  it.each([
    ['gone>1', 1, false],
    ['gone>1', 2, true],
    ['new>0', 2, false],
  ])('%s of %s offers that are gone: %s', (text, count, isBeyond) => {
    const models = Array.from({ length: count }, (_, i) => anOffer(`m${i}`));
    const changes = changesBetween([aFile([anOffer('a'), ...models])], [aFile([anOffer('a')])]);
    expect(beyond(boundsOf(text)![0]!, changes).length > 0).toBe(isBeyond);
  });

  it('counts the offers of a provider that is gone, or new', () => {
    const files = [aFile([anOffer('a'), anOffer('b'), anOffer('c')])];
    expect(beyond(boundsOf('gone>2')![0]!, changesBetween(files, []))).toHaveLength(1);
    expect(beyond(boundsOf('gone>3')![0]!, changesBetween(files, []))).toEqual([]);
    expect(beyond(boundsOf('new>2')![0]!, changesBetween([], files))).toHaveLength(1);
  });
});
