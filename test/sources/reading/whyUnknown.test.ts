import { describe, expect, it } from 'vitest';
import { type Asked, withReason } from '../../../src/sources/reading/whyUnknown.js';
import { aModel, priced } from '../../builders.js';

const asked = (more: Partial<Asked> = {}): Asked => ({ by: 'api', read: ['api'], failed: [], ...more });
const reason = (more: Partial<Asked> = {}, model = aModel()) => withReason(model, asked(more)).pricing.issues;

describe('why a model has no price', () => {
  it('is that who lists it states none', () =>
    expect(reason()).toEqual([{ code: 'not-priced', detail: 'api lists it without a price' }]));

  it.each([
    [{ read: ['api', 'docs'] }, 'api lists it without a price, docs does not price it'],
    [{ read: ['api', 'docs', 'catalog'] }, 'api lists it without a price, docs and catalog do not price it'],
    [{ failed: ['docs'] }, 'api lists it without a price, docs could not be read'],
    [
      { read: ['api', 'catalog'], failed: ['docs'] },
      'api lists it without a price, catalog does not price it, docs could not be read',
    ],
  ])('names who else was asked: %j', (more, detail) => expect(reason(more)).toEqual([{ code: 'not-priced', detail }]));

  it('names the later endpoint that listed it', () => {
    const model = aModel('m', { source: { ...aModel().source, listedBy: 'docs' } });
    expect(reason({ read: ['api', 'docs'] }, model)).toEqual([
      { code: 'not-priced', detail: 'docs lists it without a price, api does not price it' },
    ]);
  });

  it('is nobody’s business where there is a price, or a reason already', () => {
    const known = priced(aModel());
    expect(withReason(known, asked())).toBe(known);
    const told = aModel('m', {
      pricing: { ...aModel().pricing, issues: [{ code: 'no-list-price', detail: 'in euro' }] },
    });
    expect(withReason(told, asked())).toBe(told);
  });
});
