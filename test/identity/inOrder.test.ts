import { describe, expect, it } from 'vitest';
import { facetOrder, inOrder } from '../../src/identity/inOrder.js';
import { facets } from '../../src/model/identity.js';

describe('facets', () => {
  it('are all of the schema, in its order', () => expect(facetOrder).toEqual(Object.keys(facets.shape)));

  it('come in that order, and none that is not said', () =>
    expect(Object.entries(inOrder({ offering: 'cheaper', lora: undefined, alias: 'latest' }))).toEqual([
      ['alias', 'latest'],
      ['offering', 'cheaper'],
    ]));
});
