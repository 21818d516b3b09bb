import { describe, expect, it } from 'vitest';
import { withPassedOver } from '../../../src/operators/reconcile/withPassedOver.js';
import { aFault, anEndpoint, anOrigin, aSnapshot, aSource, models } from '../../builders.js';

const source = aSource({ endpoints: ['api', 'docs', 'catalog'].map((name) => anEndpoint({ name })) });
const noKey = (endpoint: string) => aFault(endpoint, { kind: 'no-key', url: null, error: 'needs a key: set ACME_KEY' });
const read = aSnapshot({ endpoint: 'docs', items: models(1) });

describe('a reading past endpoints whose key is gone', () => {
  it('has the fault of one that an earlier run had, and its error where it is the better one', () => {
    expect(withPassedOver(read, aSnapshot({ endpoint: 'api' }), [noKey('api')], source)).toEqual({
      ...read,
      faults: [noKey('api')],
      error: noKey('api').error,
    });
  });

  it('has no error of a lesser one, nor one in place of its own', () => {
    const filling = aSnapshot({ endpoint: 'docs', sources: { docs: anOrigin(), 'catalog/list': anOrigin() } });
    expect(withPassedOver(read, filling, [noKey('catalog')], source)).toEqual({ ...read, faults: [noKey('catalog')] });
    const failed = { ...read, error: 'api answered 503', faults: [aFault('api')] };
    expect(withPassedOver(failed, aSnapshot({ endpoint: 'api' }), [noKey('api')], source)).toEqual({
      ...failed,
      faults: [noKey('api'), aFault('api')],
    });
  });

  it('is as it was where no earlier run had them, or only a recording did', () => {
    for (const previous of [
      aSnapshot({ endpoint: 'docs' }),
      aSnapshot({ endpoint: 'api', via: 'recording', sources: { api: anOrigin({ via: 'recording' }) } }),
    ])
      expect(withPassedOver(read, previous, [noKey('api')], source)).toBe(read);
  });
});
