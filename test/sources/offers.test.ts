import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/model/draft.js';
import { model as modelSchema, type Model } from '../../src/model/model.js';
import type { Place } from '../../src/sources/kind.js';
import { offer, offers, unknownCost } from '../../src/sources/offers.js';
import { aModel, anEndpoint, day2, priced } from '../builders.js';

const api = anEndpoint();
const catalog = anEndpoint({ name: 'catalog', origin: 'catalog:models.dev' });
const place: Place<Draft, Model> = { source: { id: 'acme' }, endpoint: api, page: aModel().source as never };
const offerOf = (draft: Draft, endpoint = api) => offer(draft, { ...place, endpoint });
const zeroIssue = { code: 'zero-price', detail: 'all prices are 0 and nothing says that it is free' };

describe('offer', () => {
  it('makes of an id alone a record of which all else is unknown', () => {
    const model = offerOf({ id: 'm' });
    expect(model).toEqual(aModel('m'));
    expect(() => modelSchema.parse(model)).not.toThrow();
  });

  it('takes over what the draft says', () => {
    const said = {
      ...{ name: 'Em', ownedBy: 'Lab', mode: 'chat', openWeights: true, quantization: 'fp8', knowledge: '2024-10' },
      ...{ releaseDate: '2025', lastUpdated: '2025-02-03', status: 'preview' },
      ...{ deprecatedAt: '2026-01-01', retiresAt: '2026-02-01' },
      modalities: { input: ['text', 'image'], output: ['text'] },
      limit: { context: 128_000, output: 4_096 },
    } satisfies Partial<Draft>;
    expect(offerOf({ id: 'm', ...said })).toEqual(aModel('m', said));
  });

  it('leaves capabilities that are not spoken of open', () => {
    const { capabilities } = offerOf({ id: 'm', capabilities: { toolCall: true, streaming: false } });
    expect(capabilities).toEqual({ ...aModel().capabilities, toolCall: true, streaming: false });
  });

  it('names a modality once', () => {
    const { modalities } = offerOf({ id: 'm', modalities: { input: ['text', 'text', 'pdf'] } });
    expect(modalities).toEqual({ input: ['text', 'pdf'], output: [] });
  });

  it.each([0, -1, 1.5, NaN, Infinity, null, undefined])('takes %s for no limit', (context) => {
    expect(offerOf({ id: 'm', limit: { context } }).limit.context).toBeNull();
  });

  describe('prices', () => {
    it('stand in the order of the record, those per unit only where there are any', () => {
      const { cost } = offerOf({ id: 'm', cost: { perImage: 0.04, output: 2, input: 1, perRequest: null } });
      expect(JSON.stringify(cost)).toBe(JSON.stringify({ ...unknownCost, input: 1, output: 2, perImage: 0.04 }));
    });

    it("are the provider's word, or the catalog's", () => {
      const draft = { id: 'm', cost: { input: 1 } };
      expect(offerOf(draft).pricing).toEqual({ status: 'priced', source: 'provider', match: null, issues: [] });
      expect(offerOf(draft, catalog).pricing).toMatchObject({ status: 'priced', source: 'catalog:models.dev' });
    });

    it('may be 0 beside others', () => {
      const { cost, pricing } = offerOf({ id: 'm', cost: { input: 1, output: 0 } });
      expect(cost).toMatchObject({ input: 1, output: 0 });
      expect(pricing.status).toBe('priced');
    });

    it('that are all 0 are no prices without a word that it is free', () => {
      const { cost, pricing } = offerOf({ id: 'm', cost: { input: 0, output: 0, perImage: 0 } });
      expect(cost).toEqual(unknownCost);
      expect(pricing).toEqual({ status: 'unknown', source: null, match: null, issues: [zeroIssue] });
    });

    it('that are all 0 are free where the provider says so', () => {
      const { cost, pricing } = offerOf({ id: 'm', cost: { input: 0, output: 0 }, priceStatus: 'free' });
      expect(cost).toMatchObject({ input: 0, output: 0 });
      expect(pricing).toEqual({ status: 'free', source: 'provider', match: null, issues: [] });
    });

    it.each(['variable', 'plan'] as const)(
      'that are all 0 are left out, and no issue, where they are %s',
      (priceStatus) => {
        const { cost, pricing } = offerOf({ id: 'm', cost: { input: 0 }, priceStatus });
        expect(cost).toEqual(unknownCost);
        expect(pricing).toEqual({ status: priceStatus, source: 'provider', match: null, issues: [] });
      },
    );

    it('are unknown, and no issue, where there are none', () =>
      expect(offerOf({ id: 'm', cost: { input: null } }).pricing).toEqual(aModel().pricing));

    it('of tiers are kept', () => {
      const tiers = [{ when: { contextAbove: 200_000 }, cost: { input: 2 } }];
      expect(offerOf({ id: 'm', cost: { input: 1 }, tiers }).tiers).toEqual(tiers);
    });
  });

  it('shares nothing that could be changed with the next offer', () => {
    const [one, two] = [offerOf({ id: 'a', cost: { input: 0 } }), offerOf({ id: 'b', cost: { input: 0 } })];
    one.cost.input = 1;
    one.capabilities.toolCall = true;
    expect([two.cost.input, two.capabilities.toolCall, unknownCost.input]).toEqual([null, null, null]);
  });
});

describe('where an offer is from', () => {
  const url = 'https://acme.example/after/redirect';
  const page = { url, fetchedAt: day2, sha256: 'def', via: 'mirror' } as const;
  const sourceOf = (more: Partial<Place<Draft, Model>>) => offer({ id: 'm' }, { ...place, page, ...more }).source;

  it('is its page', () => expect(sourceOf({})).toEqual({ url, fetchedAt: day2, sha256: 'def', via: 'mirror' }));

  it('is the source whose id it has', () =>
    expect(offer({ id: 'm' }, { ...place, source: { id: 'beta' } }).provider).toBe('beta'));

  it.each(['live', 'mirror', 'recording'] as const)('is said to have come %s', (via) =>
    expect(sourceOf({ page: { ...page, via } }).via).toBe(via),
  );

  it.each(['live', 'mirror', 'recording', 'file'] as const)(
    "is said to be another's catalog where that is what the endpoint reads, had it come %s",
    (via) =>
      expect(sourceOf({ endpoint: catalog, page: { ...page, via } })).toEqual({
        ...{ url, fetchedAt: day2, sha256: 'def', via: 'catalog' },
      }),
  );

  it('is said to be a catalog where it came from a file', () =>
    expect(sourceOf({ page: { ...page, via: 'file' } }).via).toBe('catalog'));
});

describe('offers', () => {
  const model = aModel('m', { name: 'Em' });

  it('are of providers', () => expect(offers.name).toBe('provider'));

  it('are the records of drafts', () => expect(offers.item({ id: 'm', name: 'Em' }, place)).toEqual(model));

  it.each([
    ['no id', { id: '' }, 'id'],
    ['a price below 0', { id: 'm', cost: { input: -1 } }, 'cost.input'],
    ['a day that is none', { id: 'm', releaseDate: 'soon' }, 'releaseDate'],
  ])('are never of a draft with %s', (_, draft, path) => {
    const thrown = (() => {
      try {
        return offers.item(draft, place);
      } catch (error) {
        return error;
      }
    })();
    expect(thrown).toMatchObject({ name: 'ZodError', issues: [{ path: path.split('.') }] });
  });

  it('are told apart by id, case kept', () => {
    expect(offers.key(model)).toBe('m');
    expect(offers.key(aModel('M'))).toBe('M');
  });

  it('are priced by the endpoint that gave them, or by the one that filled the price in', () => {
    expect(offers.pricedBy(model, 'api')).toBeNull();
    expect(offers.pricedBy(priced(model), 'api')).toBe('api');
    const filled = { ...priced(model), source: { ...model.source, filled: { cost: 'docs', name: 'catalog' } } };
    expect(offers.pricedBy(filled, 'api')).toBe('docs');
  });

  it('are filled under the name of the later endpoint, or under its origin', () => {
    const filledBy = (endpoint: typeof api) => offers.fill([aModel('m')], [model], endpoint)[0]!.source.filled;
    expect(filledBy(anEndpoint({ name: 'docs' }))).toEqual({ name: 'docs' });
    expect(filledBy(catalog)).toEqual({ name: 'catalog:models.dev' });
  });

  it('keep what was lost', () => {
    const lost = [{ endpoint: 'api', brings: ['facts'] as const }];
    const how = { lost, endpoints: [api], now: 'api', before: 'api', day: '2026-01-01' };
    expect(offers.keep([aModel('m')], [model], how)).toEqual({
      items: [{ ...model, source: { ...model.source, kept: { name: '2026-01-01' } } }],
      kept: { records: 0, prices: 0, facts: 1 },
    });
  });

  it('say the same whenever they were fetched, and however the page was written', () => {
    const later = { ...model, source: { ...model.source, fetchedAt: day2, sha256: 'def' } };
    expect(offers.facts(later)).toEqual(offers.facts(model));
    expect(offers.facts(aModel('m', { name: 'M' }))).not.toEqual(offers.facts(model));
    expect(offers.facts({ ...model, source: { ...model.source, via: 'mirror' } })).not.toEqual(offers.facts(model));
  });
});
