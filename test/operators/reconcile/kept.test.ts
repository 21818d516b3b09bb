import { describe, expect, it } from 'vitest';
import type { Model } from '../../../src/model/model.js';
import type { Brought } from '../../../src/sources/ask.js';
import type { LostPart } from '../../../src/operators/reconcile/lost.js';
import { withKept } from '../../../src/operators/reconcile/kept.js';
import { aModel, anEndpoint, anOrigin, aSnapshot, aSource, day1, day2, priced } from '../../builders.js';

const source = aSource({ endpoints: [anEndpoint({ name: 'api' }), anEndpoint({ name: 'docs' })] });
const lost = (brings: Brought[], why = 'torn', retryAt: string | null = null): LostPart => ({
  ...{ endpoint: 'api', brings, why, retryAt },
});
const [a, b, c] = ['a', 'b', 'c'].map((id) => aModel(id)) as [Model, Model, Model];
const named = { ...b, name: 'B' };
const earlier = aSnapshot({ items: [priced(a), named, c], fetchedAt: day1 });
const now = aSnapshot({ items: [a, b], fetchedAt: day2 });

const keptFields = (model: Model, ...fields: string[]): Model => ({
  ...model,
  kept: Object.fromEntries(fields.map((field) => [field, '2026-01-01'])),
});

const asOfDay1 = { ...priced(a).pricing, evidence: { endpoint: 'api@2026-01-01', row: 0 } };

describe('withKept', () => {
  it('keeps what was lost, counts it and says so, with the day', () =>
    expect(withKept(now, earlier, [lost(['models', 'prices', 'facts'])], source)).toEqual({
      ...now,
      items: [{ ...keptFields(priced(a), 'cost'), pricing: asOfDay1 }, keptFields(named, 'name'), keptFields(c, '*')],
      sources: { ...now.sources, 'api@2026-01-01': anOrigin() },
      kept: { records: 1, prices: 1, facts: 1 },
      error: 'torn: 1 records, 1 prices, 1 records with other facts kept as of 2026-01-01',
    }));

  it('names only what there was of it', () => {
    const { kept, error } = withKept(now, earlier, [lost(['prices'])], source);
    expect([kept, error]).toEqual([{ records: 0, prices: 1, facts: 0 }, 'torn: 1 prices kept as of 2026-01-01']);
  });

  it('is the snapshot as it is where there is nothing to keep', () => {
    expect(
      withKept(now, aSnapshot({ items: [a, b] }), [lost(['models', 'prices', 'facts'], 'torn', day2)], source),
    ).toBe(now);
    expect(withKept(now, earlier, [lost(['ids'])], source)).toBe(now);
    expect(withKept(now, earlier, [], source)).toBe(now);
  });

  it('gives the first reason and the number of others, each counted once', () => {
    const parts = [
      lost(['prices'], 'torn'),
      lost(['facts'], 'torn'),
      lost(['facts'], 'gone'),
      lost(['models'], 'late'),
    ];
    expect(withKept(now, earlier, parts, source).error).toBe(
      'torn (and 2 more): 1 records, 1 prices, 1 records with other facts kept as of 2026-01-01',
    );
  });

  it('gives no reason, and no moment to ask again, of what nothing is kept for', () => {
    const parts = [lost([], 'torn', day2), lost(['facts', 'models'], 'gone', day2), lost(['prices'], 'late', day1)];
    const bare = aSnapshot({ items: [priced(a), b], fetchedAt: day1 });
    const { error, retryAt } = withKept(now, bare, parts, source);
    expect([error, retryAt]).toEqual(['late: 1 prices kept as of 2026-01-01', day1]);
  });

  it('says it after what is wrong already', () =>
    expect(withKept({ ...now, error: 'api answered 503' }, earlier, [lost(['prices'])], source).error).toBe(
      'api answered 503; torn: 1 prices kept as of 2026-01-01',
    ));

  it('says when to ask again, as the first one that was lost says it, unless that is known already', () => {
    const parts = [lost(['prices']), lost(['facts'], 'late', day2)];
    expect(withKept(now, earlier, parts, source).retryAt).toBe(day2);
    expect(withKept({ ...now, retryAt: day1 }, earlier, parts, source).retryAt).toBe(day1);
    expect(withKept(now, earlier, [lost(['prices'])], source).retryAt).toBeNull();
  });
});
