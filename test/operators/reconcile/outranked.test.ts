import { describe, expect, it } from 'vitest';
import { isOutranked } from '../../../src/operators/reconcile/outranked.js';
import { aFault, anEndpoint, aSnapshot } from '../../builders.js';

const day = 24 * 3_600_000;
const source = { endpoints: ['api', 'docs', 'catalog'].map((name) => anEndpoint({ name })) };
const faults = [aFault('api')];
const docs = aSnapshot({ endpoint: 'docs', faults });
const api = aSnapshot();

describe('isOutranked', () => {
  it('is what comes of a lesser endpoint because the better one failed', () =>
    expect(isOutranked(docs, api, source, 0)).toBe(true));

  it('is so for less than 7 days', () => {
    expect(isOutranked(docs, api, source, 7 * day - 1)).toBe(true);
    expect(isOutranked(docs, api, source, 7 * day)).toBe(false);
  });

  it.each([
    ['the better endpoint did not fail', { ...docs, faults: [] }, api],
    ['only a companion of it failed', { ...docs, faults: [aFault('api', { request: 'prices' })] }, api],
    ['another one failed', { ...docs, faults: [aFault('catalog')] }, api],
    ['it is the better one', { ...api, faults: [aFault('docs')] }, aSnapshot({ endpoint: 'docs' })],
    ['it is the same one', { ...api, faults }, api],
    ['the source no longer has it', { ...docs, faults: [aFault('old')] }, aSnapshot({ endpoint: 'old' })],
  ])('is not so where %s', (_, read, previous) => expect(isOutranked(read, previous, source, 0)).toBe(false));
});
