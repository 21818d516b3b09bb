import { describe, expect, it } from 'vitest';
import type { Model } from '../../../src/model/model.js';
import { withPages } from '../../../src/operators/reconcile/withPages.js';
import { offers } from '../../../src/sources/offers.js';
import { aModel, anOrigin, aPricing, aSnapshot, day1, day2 } from '../../builders.js';

const on = (...pages: string[]): Model[] =>
  pages.map((endpoint) => aModel(endpoint, { pricing: aPricing({ evidence: { endpoint, row: 0 } }) }));
const page = (sha256: string, fetchedAt = day1) => anOrigin({ sha256, fetchedAt });
const now = aSnapshot({ fetchedAt: day2, sources: { api: page('new', day2) } });
const earlier = aSnapshot({
  sources: { api: page('old'), 'api/meters': page('meters'), 'docs@2025-12-01': page('older') },
});

describe('withPages', () => {
  it('are those of now, and of the earlier ones those that are named, by the day of their reading', () =>
    expect(withPages(now, earlier, on('api', 'api/meters@2026-01-01'), offers)).toEqual({
      api: page('new', day2),
      'api/meters@2026-01-01': page('meters'),
    }));

  it('leave an earlier page of the same name apart from the one of now', () =>
    expect(withPages(now, earlier, on('api', 'api@2026-01-01'), offers)).toEqual({
      api: page('new', day2),
      'api@2026-01-01': page('old'),
    }));

  it('know a page that was kept before by the day that it has', () =>
    expect(withPages(now, earlier, on('docs@2025-12-01'), offers)).toEqual({
      api: page('new', day2),
      'docs@2025-12-01': page('older'),
    }));

  it('are those of now alone where nothing of before is named', () =>
    expect(withPages(now, earlier, on('api'), offers)).toEqual(now.sources));

  it('are told of quotes as well', () => {
    const evidence = { endpoint: 'api/meters@2026-01-01', row: 0 };
    const quoted = aModel('m', { quotes: [{ witness: 'provider', evidence, cost: {}, tiers: [], match: null }] });
    expect(Object.keys(withPages(now, earlier, [quoted], offers)).sort()).toEqual(['api', 'api/meters@2026-01-01']);
  });
});
