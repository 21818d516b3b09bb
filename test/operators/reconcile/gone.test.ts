import { describe, expect, it } from 'vitest';
import type { Model } from '../../../src/model/model.js';
import { goneSince } from '../../../src/operators/reconcile/gone.js';
import { offers } from '../../../src/sources/offers.js';
import { aModel, aSnapshot, priced } from '../../builders.js';

const filled = (model: Model): Model => ({
  ...priced(model),
  from: { '*': 'api', cost: 'catalog' },
  pricing: { ...priced(model).pricing, source: 'catalog:models.dev' },
});
const gone = (before: Model[], now: Model[], endpoint = 'api') =>
  goneSince(aSnapshot({ items: now, endpoint }), aSnapshot({ items: before }), offers);

describe('what is gone', () => {
  it('is a record that is not there any more', () =>
    expect(gone([aModel('a'), aModel('b')], [aModel('b')])).toEqual({ records: ['a'], prices: [] }));

  it('is a price without another, and one in whose place somebody else’s stands', () => {
    expect(gone([priced(aModel('a'))], [aModel('a')])).toEqual({ records: [], prices: ['a'] });
    expect(gone([priced(aModel('a'))], [filled(aModel('a'))])).toEqual({ records: [], prices: ['a'] });
  });

  it('is no price that the first endpoint states itself now, nor what is new', () => {
    expect(gone([filled(aModel('a'))], [priced(aModel('a'))])).toEqual({ records: [], prices: [] });
    expect(gone([aModel('a')], [priced(aModel('a')), aModel('b')])).toEqual({ records: [], prices: [] });
  });
});
