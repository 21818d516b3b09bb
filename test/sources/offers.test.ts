import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/model/draft.js';
import { model as modelSchema, type Model } from '../../src/model/model.js';
import type { Place } from '../../src/sources/kind.js';
import { offer, offers } from '../../src/sources/offers.js';
import { unknownCost } from '../../src/sources/unknownCost.js';
import { aModel, anEndpoint, aPricing, day1, priced } from '../builders.js';

const api = anEndpoint();
const catalog = anEndpoint({ name: 'catalog', origin: 'catalog:models.dev' });
const place: Place<Draft, Model> = {
  ...{ source: { id: 'acme' }, endpoint: api, page: { fetchedAt: day1 }, pageName: 'api', row: {}, index: 0 },
  unread: new Map(),
};
const offerOf = (draft: Draft, more: Partial<typeof place> = {}) => offer(draft, { ...place, ...more });
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
      limit: { context: 128_000, input: 96_000, output: 4_096 },
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
    expect(offerOf({ id: 'm', limit: { context, input: context } }).limit).toMatchObject({
      context: null,
      input: null,
    });
  });

  describe('prices', () => {
    it('stand in the order of the record, those per unit only where there are any', () => {
      const { cost } = offerOf({
        id: 'm',
        cost: { perSearch: 0.002, perImage: 0.04, output: 0.2, input: 0.1, perRequest: null },
      });
      const prices = { input: 0.1, output: 0.2, perImage: 0.04, perSearch: 0.002 };
      expect(JSON.stringify(cost)).toBe(JSON.stringify({ ...unknownCost, ...prices }));
    });

    it("are the provider's word, or the catalog's", () => {
      const draft = { id: 'm', cost: { input: 1 } };
      expect(offerOf(draft).pricing).toEqual(aPricing());
      expect(offerOf(draft, { endpoint: catalog }).pricing).toMatchObject({
        status: 'priced',
        source: 'catalog:models.dev',
      });
    });

    it('may be 0 beside others', () => {
      const { cost, pricing } = offerOf({ id: 'm', cost: { input: 1, output: 0 } });
      expect(cost).toMatchObject({ input: 1, output: 0 });
      expect(pricing.status).toBe('priced');
    });

    it('that are all 0 are no prices without a word that it is free', () => {
      const { cost, pricing } = offerOf({ id: 'm', cost: { input: 0, output: 0, perImage: 0 } });
      expect(cost).toEqual(unknownCost);
      expect(pricing).toEqual({ ...aModel().pricing, issues: [zeroIssue] });
    });

    it('that are all 0 are free where the provider says so', () => {
      const { cost, pricing } = offerOf({ id: 'm', cost: { input: 0, output: 0 }, priceStatus: 'free' });
      expect(cost).toMatchObject({ input: 0, output: 0 });
      expect(pricing).toEqual(aPricing({ status: 'free' }));
    });

    it.each(['variable', 'plan'] as const)(
      'that are all 0 are left out, and no issue, where they are %s',
      (priceStatus) => {
        const { cost, pricing } = offerOf({ id: 'm', cost: { input: 0 }, priceStatus });
        expect(cost).toEqual(unknownCost);
        expect(pricing).toEqual(aPricing({ status: priceStatus }));
      },
    );

    it('are unknown, and no issue, where there are none', () =>
      expect(offerOf({ id: 'm', cost: { input: null } }).pricing).toEqual(aModel().pricing));

    it('of tiers are kept', () => {
      const tiers = [{ when: { contextAbove: 200_000 }, cost: { input: 0.2 } }];
      expect(offerOf({ id: 'm', cost: { input: 0.1 }, tiers })).toMatchObject({ tiers, pricing: { status: 'priced' } });
    });

    it('that only tiers have are variable', () => {
      const tiers = [{ when: { serviceTier: 'batch' }, cost: { input: 0.2 } }];
      expect(offerOf({ id: 'm', tiers }).pricing).toEqual(aPricing({ status: 'variable' }));
    });

    it.each([
      { timeUtc: '9am-5pm' },
      { timeUtc: '25:00-26:00' },
      { days: 'weekdays' },
      { until: 'September' },
      { contextAbove: -1 },
      { season: 'summer' },
    ])('of a tier whose condition nobody can check are told, not taken: %j', (when) => {
      const good = { when: { days: 'mon-fri', timeUtc: '22:30-06:00', until: '2026-09-30' }, cost: { input: 0.2 } };
      const { tiers, pricing } = offerOf({
        ...{ id: 'm', cost: { input: 0.1 } },
        tiers: [{ when, cost: { input: 0.3 } }, good],
      });
      expect(tiers).toEqual([good]);
      expect(pricing.issues).toEqual([{ code: 'unread-condition', detail: JSON.stringify(when) }]);
    });

    it('are in the units of what the model is, by its own word or by its modalities', () => {
      const cost = { input: 0.005, output: 0.04 };
      const tiers = [{ when: { serviceTier: 'batch' }, cost: { output: 0.02 } }];
      const drawn = { cost: { ...unknownCost, input: 0.005, outputImage: 0.04 } };
      const draws = { ...drawn, tiers: [{ ...tiers[0], cost: { outputImage: 0.02 } }] };
      expect(offerOf({ id: 'm', mode: 'image', cost, tiers })).toMatchObject(draws);
      expect(offerOf({ id: 'm', modalities: { output: ['image'] }, cost, tiers })).toMatchObject(draws);
      expect(offerOf({ id: 'm', mode: 'chat', cost, tiers })).toMatchObject({ cost, tiers });
    });

    it('that no token ever cost are none, and an issue', () => {
      const { cost, pricing } = offerOf({ id: 'm', cost: { input: 6, output: 0.002 } });
      expect(cost).toEqual({ ...unknownCost, output: 0.002 });
      expect(pricing.issues).toEqual([
        { code: 'unknown-unit', detail: 'input: 6 USD per 1K is not a price per token' },
      ]);
    });
  });

  describe('prices that nobody reads', () => {
    const unread = new Map([['price.hour', 2]]);
    const issue = { code: 'unread-price', detail: 'price.hour: 2 is not read' };

    it('are issues beside those that are read', () =>
      expect(offerOf({ id: 'm', cost: { input: 0.1 } }, { unread }).pricing).toEqual(aPricing({ issues: [issue] })));

    it('make of a model that is said to be free one whose price is unknown', () => {
      const { cost, pricing } = offerOf({ id: 'm', cost: { input: 0 }, priceStatus: 'free' }, { unread });
      expect(cost).toEqual(unknownCost);
      expect(pricing).toEqual({ ...aModel().pricing, issues: [issue] });
    });

    it.each(['plan', 'variable'] as const)('leave a model what it is said to be: %s', (priceStatus) =>
      expect(offerOf({ id: 'm', priceStatus }, { unread }).pricing.status).toBe(priceStatus),
    );
  });

  it('says in the words of the provider why there is no price', () =>
    expect(offerOf({ id: 'm', noPrice: 'prices are in euro' }).pricing).toEqual({
      ...aModel().pricing,
      issues: [{ code: 'no-list-price', detail: 'prices are in euro' }],
    }));

  it('marks an id that is only a name for people', () =>
    expect(offerOf({ id: 'Big Model', isNameOnly: true }).pricing.issues).toEqual([
      { code: 'name-only', detail: 'the id is a name for people' },
    ]));

  it.each(['embedding', 'rerank'] as const)('knows no output of a model for %s', (mode) => {
    const draft = { id: 'm', mode, limit: { context: 8_192, output: 1_024 }, cost: { input: 0.1, output: 0.2 } };
    expect(offerOf(draft)).toMatchObject({
      limit: { context: 8_192, output: null },
      cost: { input: 0.1, output: null },
    });
  });

  describe('the end of a model', () => {
    it("is the draft's, else the row's", () => {
      const row = { shutdown_date: '2026-03-01', deprecation_date: '2026-02-01' };
      expect(offerOf({ id: 'm' }, { row })).toMatchObject({ deprecatedAt: '2026-02-01', retiresAt: '2026-03-01' });
      expect(offerOf({ id: 'm', retiresAt: '2026-04' }, { row }).retiresAt).toBe('2026-04');
    });

    it('decides the status on the day of the page', () => {
      const page = { ...place.page, fetchedAt: '2026-03-01T08:00:00.000Z' };
      const statusAt = (retiresAt: string) => offerOf({ id: 'm', status: 'active', retiresAt }, { page }).status;
      expect([statusAt('2026-03-01'), statusAt('2026-03-02')]).toEqual(['retired', 'active']);
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
  it('is the endpoint that listed it', () => {
    expect(offerOf({ id: 'm' }).from).toEqual({ '*': 'api' });
    expect(offerOf({ id: 'm' }, { endpoint: catalog, pageName: 'catalog' }).from).toEqual({ '*': 'catalog' });
  });

  it('is the source whose id it has', () =>
    expect(offerOf({ id: 'm' }, { source: { id: 'beta' } }).provider).toBe('beta'));

  it('is the page and the row that it stands on, for its price', () =>
    expect(offerOf({ id: 'm', cost: { input: 1 } }, { pageName: 'api/meters', index: 7 })).toMatchObject({
      from: { '*': 'api' },
      pricing: { evidence: { endpoint: 'api/meters', row: 7 } },
    }));

  it('is not told of a price that nobody states', () => expect(offerOf({ id: 'm' }).pricing.evidence).toBeNull());

  it('is not worked out further before anybody else was asked', () =>
    expect(offerOf({ id: 'm', cost: { input: 1 } })).toMatchObject({
      pricing: { confidence: null, agree: [], differ: [], match: null },
    }));
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
    const filled = { ...priced(model), from: { '*': 'api', cost: 'docs', name: 'catalog' } };
    expect(offers.pricedBy(filled, 'api')).toBe('docs');
  });

  it('are own ones of a later endpoint where it prices them, and the id is one', () => {
    const listed = (status: Model['pricing']['status'], ...issues: string[]) =>
      offers.isOwn(
        aModel('m', {
          pricing: { ...aModel().pricing, status, issues: issues.map((code) => ({ code, detail: '' })) },
        }),
      );
    expect((['priced', 'free', 'variable', 'plan'] as const).map((status) => listed(status))).toEqual([
      ...[true, true, true, true],
    ]);
    expect([listed('unknown'), listed('priced', 'name-only'), listed('priced', 'unread-price')]).toEqual([
      ...[false, false, true],
    ]);
  });

  const asked = {
    by: 'api',
    read: ['api', 'docs'].map((endpoint) => ({ endpoint, partial: null, fetchedAt: day1 })),
    failed: ['catalog'],
  };

  it('say why they have no price, once all was asked, where nothing said so before', () => {
    const issues = [
      { code: 'not-priced', detail: 'api lists it without a price, docs does not price it, catalog could not be read' },
    ];
    expect(offers.finish(aModel('m'), asked).pricing).toEqual({ ...aModel().pricing, issues });
    const zero = { ...aModel().pricing, issues: [zeroIssue] };
    expect(offers.finish(aModel('m', { pricing: zero }), asked).pricing).toEqual(zero);
    expect(offers.finish(priced(aModel('m')), asked).pricing).toEqual(priced(aModel('m')).pricing);
  });

  it('are concluded once they are filled: mode, units, status', () => {
    const filled = aModel('gpt-image-9', {
      ...{ retiresAt: '2025-12-31', status: 'active' },
      ...{ cost: { ...unknownCost, output: 0.04 }, pricing: { ...aModel().pricing, status: 'priced' } },
    });
    expect(offers.finish(filled, asked)).toEqual({
      ...filled,
      ...{ mode: 'image', status: 'retired', cost: { ...unknownCost, outputImage: 0.04 } },
    });
  });

  it('are filled under the name of the later endpoint, or under its origin', () => {
    const filledBy = (endpoint: typeof api) => offers.fill([aModel('m')], [model], endpoint)[0]!.from;
    expect(filledBy(anEndpoint({ name: 'docs' }))).toEqual({ '*': 'api', name: 'docs' });
    expect(filledBy(catalog)).toEqual({ '*': 'api', name: 'catalog:models.dev' });
  });

  it('keep what was lost', () => {
    const lost = [{ endpoint: 'api', brings: ['facts'] as const }];
    const how = {
      lost,
      endpoints: [api],
      now: 'api',
      before: 'api',
      day: '2026-01-01',
      today: '2026-01-02',
      isGone: () => false,
    };
    expect(offers.keep([aModel('m')], [model], how)).toEqual({
      items: [{ ...model, kept: { name: '2026-01-01' } }],
      kept: { records: 0, prices: 0, facts: 1 },
    });
  });

  it('name the pages of what is said of their prices', () => {
    const at = (endpoint: string) => ({ endpoint, row: 0 });
    const quote = { witness: 'provider', evidence: at('docs/meters'), cost: {}, tiers: [], match: null };
    const stated = { ...model, pricing: aPricing({ evidence: at('api') }) };
    expect(offers.pages({ ...stated, quotes: [quote] })).toEqual(expect.arrayContaining(['api', 'docs/meters']));
  });

  it('name the endpoint that listed them, a later one included', () => {
    const listed = offers.listedBy(model, 'docs');
    expect(listed).toEqual({ ...model, from: { '*': 'docs' } });
    expect(offers.pages(listed)).toEqual(['docs']);
  });

  it('keep what else they note when they are listed by a later endpoint', () =>
    expect(offers.listedBy({ ...model, from: { '*': 'api', name: 'catalog:models.dev' } }, 'docs').from).toEqual({
      '*': 'docs',
      name: 'catalog:models.dev',
    }));
});
