import { describe, expect, it } from 'vitest';
import { model as modelSchema } from '../../src/model/model.js';
import { offer, priceOrigin, provenance, unknownCost } from '../../src/sources/offer.js';
import type { Draft } from '../../src/sources/source.js';
import { aLink, aModel, aPage, aSource, day2 } from '../builders.js';

const from = aModel().source;
const api = aLink();
const catalog = aLink({ name: 'catalog', origin: 'catalog:models.dev' });
const offerOf = (draft: Draft, link = api) => offer(draft, aSource(), link, from);
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

describe('provenance', () => {
  const page = aPage('body', { url: 'https://acme.example/after/redirect', fetchedAt: day2, via: 'mirror' });
  const { url, fetchedAt, sha256 } = page;

  it('is that of the page', () => expect(provenance(api, page)).toEqual({ url, fetchedAt, sha256, via: 'mirror' }));

  it("says so where it is another's catalog", () =>
    expect(provenance(catalog, page)).toEqual({ url, fetchedAt, sha256, via: 'catalog' }));
});

describe('priceOrigin', () => {
  it('is the provider unless the link is a catalog', () =>
    expect([priceOrigin(api), priceOrigin(catalog)]).toEqual(['provider', 'catalog:models.dev']));
});
