import { describe, expect, it } from 'vitest';
import { standIn, whyOf } from '../../../src/operators/reconcile/standIn.js';
import { aFault, aSnapshot, day2, models } from '../../builders.js';

const why = { message: 'acme answered 503', faults: [aFault('api', { retryAt: day2 }), aFault('docs')] };
const told = { error: 'acme answered 503', retryAt: day2, faults: why.faults };

describe('a stand-in', () => {
  it('is the previous snapshot, stale, with the reason and all that failed', () => {
    const previous = aSnapshot({ items: models(2), faults: [aFault('old')] });
    expect(standIn(previous, why)).toEqual({ ...previous, status: 'stale', ...told });
  });

  it('says until when it is not to be asked again where somebody named that', () => {
    expect(whyOf(why)).toEqual(told);
    expect(whyOf({ message: 'torn', faults: [aFault()] }).retryAt).toBeNull();
  });
});
