import { describe, expect, it } from 'vitest';
import { namedOrigins, pagesOf } from '../../src/model/namedOrigins.js';
import { aModel, anOrigin, aPricing } from '../builders.js';

const at = (endpoint: string) => ({ endpoint, row: 0 });
const origins = Object.fromEntries(
  ['prices/helicone/api', 'docs', 'api/meters', 'api', 'docs@2026-01-01'].map((sha256) => [
    sha256,
    anOrigin({ sha256 }),
  ]),
);
const quote = (endpoint: string) => ({
  ...{ witness: 'provider', evidence: at(endpoint), cost: {}, tiers: [], match: null },
});

describe('the pages of a record', () => {
  it('are that of the endpoint that listed it and those on which its price and its quotes stand', () =>
    expect(
      pagesOf(aModel('m', { pricing: aPricing({ evidence: at('docs') }), quotes: [quote('api/meters'), quote('x')] })),
    ).toEqual(['api', 'docs', 'api/meters', 'x']));

  it('are not told by the endpoints of its other fields', () =>
    expect(pagesOf(aModel('m', { from: { '*': 'api', name: 'docs', cost: 'catalog:models.dev' } }))).toEqual(['api']));

  it('are none of what has no page', () => expect(pagesOf({ pricing: { evidence: null } })).toEqual([]));
});

describe('the pages of some records', () => {
  const priced = (endpoint: string) => aModel('m', { pricing: aPricing({ evidence: at(endpoint) }) });

  it('are those that they name, each once, in the order of their names', () => {
    const models = [priced('docs@2026-01-01'), priced('api/meters'), priced('api/meters')];
    expect(Object.entries(namedOrigins(origins, models, 'api'))).toEqual(
      ['api', 'api/meters', 'docs@2026-01-01'].map((name) => [name, origins[name]]),
    );
  });

  it('are the first one of the endpoint where there are no records', () =>
    expect(namedOrigins(origins, [], 'docs')).toEqual({ docs: origins['docs'] }));

  it('lack those that nobody knows', () =>
    expect(namedOrigins(origins, [priced('gone')], '')).toEqual({ api: origins['api'] }));
});
