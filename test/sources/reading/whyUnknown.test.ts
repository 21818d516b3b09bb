import { describe, expect, it } from 'vitest';
import { type Asked, withReason } from '../../../src/sources/reading/whyUnknown.js';
import { aModel, day1, priced } from '../../builders.js';

const came = (...names: string[]) => names.map((endpoint) => ({ endpoint, partial: null, fetchedAt: day1 }));
const asked = (more: Partial<Asked> = {}): Asked => ({ by: 'api', read: came('api'), failed: [], ...more });
const reason = (more: Partial<Asked> = {}, model = aModel()) => withReason(model, asked(more)).pricing.issues;

describe('why a model has no price', () => {
  it('is that who lists it states none', () =>
    expect(reason()).toEqual([{ code: 'not-priced', detail: 'api lists it without a price' }]));

  it.each([
    [{ read: came('api', 'docs') }, 'api lists it without a price, docs does not price it'],
    [{ read: came('api', 'docs', 'catalog') }, 'api lists it without a price, docs and catalog do not price it'],
    [{ failed: ['docs'] }, 'api lists it without a price, docs could not be read'],
    [
      { read: came('api', 'catalog'), failed: ['docs'] },
      'api lists it without a price, catalog does not price it, docs could not be read',
    ],
  ])('names who else was asked: %j', (more, detail) => expect(reason(more)).toEqual([{ code: 'not-priced', detail }]));

  it('says of which of them only a part is recorded', () =>
    expect(
      reason({ read: [...came('api', 'docs'), { endpoint: 'meter', partial: 'one page of nine', fetchedAt: day1 }] }),
    ).toEqual([
      {
        code: 'not-priced',
        detail: 'api lists it without a price, docs and meter (recorded in part) do not price it',
      },
    ]));

  it('says so of the one that lists it too, whose other pages have the prices', () =>
    expect(reason({ read: [{ endpoint: 'api', partial: '158 meters of several thousand', fetchedAt: day1 }] })).toEqual(
      [{ code: 'not-priced', detail: 'api (recorded in part) lists it without a price' }],
    ));

  it('names the later endpoint that listed it', () => {
    const model = aModel('m', { from: { '*': 'docs' } });
    expect(reason({ read: came('api', 'docs') }, model)).toEqual([
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
