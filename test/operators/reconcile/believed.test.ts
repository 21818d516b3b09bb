import { describe, expect, it } from 'vitest';
import { believed } from '../../../src/operators/reconcile/believed.js';
import type { LostPart } from '../../../src/operators/reconcile/lost.js';
import { aBaseline, aSnapshot } from '../../builders.js';

const kept = { records: 0, prices: 3, facts: 0 };
const stated = { api: { input: 6, output: 8 }, docs: { input: 1 } };
const snapshot = aSnapshot({ kept, stated });
const reading = { endpoint: 'api', rows: 10, records: 10, priced: 10 };
const baseline = aBaseline({
  readings: [{ ...reading, stated: { api: { input: 10, output: 10 }, docs: { input: 9 } } }],
});
const fell: LostPart = { endpoint: 'api', brings: ['prices'], why: '', retryAt: null, fell: 'some' };

describe('a price that fell and is kept', () => {
  it('counts as stated as often as in the most of the readings, the others as they are', () =>
    expect(believed(snapshot, [fell], baseline).stated).toEqual({ api: { input: 10, output: 8 }, docs: { input: 1 } }));

  it('nor does one that fell only to the same with days', () => {
    const now = { input: 1, 'input (until)': 9, output: 10 };
    expect(believed(aSnapshot({ kept, stated: { api: now } }), [fell], baseline).stated).toEqual({ api: now });
  });

  it('does not where nothing was kept, or a page was missing', () => {
    const nothing = aSnapshot({ stated });
    expect(believed(nothing, [fell], baseline)).toBe(nothing);
    const missing: LostPart = { endpoint: 'api', brings: ['prices'], why: '', retryAt: null };
    expect(believed(snapshot, [missing], baseline).stated).toEqual(stated);
  });
});
