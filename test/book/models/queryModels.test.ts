import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FoundModel, ModelsQuery } from '../../../src/book/models/query.js';
import { queryModels } from '../../../src/book/models/queryModels.js';
import type { Offers } from '../../../src/book/offers.js';
import type { Model } from '../../../src/model/model.js';
import type { ProviderKind } from '../../../src/model/providerKind.js';
import { enrichedRun } from '../../contract/enrichedRun.js';
import { anOffer, anOwn } from '../../settle/given.js';

const capabilities = (more: Partial<Model['capabilities']>): Model['capabilities'] => ({
  ...anOffer('m').capabilities,
  ...more,
});
const identity = (key: string, facets: NonNullable<Model['model']>['facets'] = {}) => ({ key, line: key, facets });
const free = { ...anOffer('m').pricing, status: 'free', source: 'provider' } as const;

const bird = identity('acme/bird-2');
const cat = identity('cosmos/cat-1');
const table = (...offers: Model[]): Offers => ({
  offers,
  kindOf: (provider) =>
    (
      ({ acme: 'lab', rented: 'host', clouds: 'cloud', router: 'gateway', club: 'plan' }) as Record<
        string,
        ProviderKind
      >
    )[provider] ?? null,
});
/** USD per 1M tokens, as records have it. */
const perThousand = (price: number): number => new Decimal(price).div(1000).toNumber();
const priced = (provider: string, id: string, input: number, output: number, more: Partial<Model> = {}): Model =>
  anOwn(id, { input: perThousand(input), output: perThousand(output) }, { provider, model: bird, ...more });

const keysOf = (models: readonly FoundModel[]) => models.map(({ key }) => key);
const found = (offers: Offers, query: ModelsQuery = {}) => keysOf(queryModels(offers, query).models);

describe('a model that is found', () => {
  const all = table(
    priced('router', 'x/bird-2', 0.5, 1),
    priced('rented', 'bird-2', 1, 3),
    priced('clouds', 'bird-2', 1, 2),
    priced('acme', 'bird-2', 1, 2),
    priced('club', 'bird-2', 0.1, 0.1),
    anOffer('bird-2:free', { provider: 'router', model: bird, pricing: free }),
    anOffer('bird-2-beta', { provider: 'rented', model: bird }),
  );
  const [model] = queryModels(all, {}).models;

  it('names the cheapest of those who run it, the lab before others that ask as much, no gateway and no subscription', () =>
    expect(model).toMatchObject({
      cheapest: { offer: { provider: 'acme' }, kind: 'lab', sold: 'direct' },
    }));

  it('counts what is free apart: it makes nothing the cheapest', () => {
    expect(model?.offers.map(({ id }) => id)).not.toContain('bird-2:free');
    expect(model?.free.map(({ id }) => id)).toEqual(['bird-2:free']);
    const [alone] = queryModels(table(anOffer('bird-2:free', { model: bird, pricing: free })), {}).models;
    expect([alone?.cheapest, alone?.offers, alone?.free.length]).toEqual([null, [], 1]);
  });

  it('names a gateway where nobody sells it directly', () =>
    expect(queryModels(table(priced('router', 'x/bird-2', 0.5, 1)), {}).models).toMatchObject([
      { cheapest: { offer: { provider: 'router' }, kind: 'gateway', sold: 'resold' } },
    ]));

  it('is not the cheapest from a queue, or at a price that is likely wrong, where there is another', () => {
    const queued = priced('rented', 'bird-2-batch', 0.1, 0.1, { model: identity('acme/bird-2', { service: 'batch' }) });
    const doubtful = priced('rented', 'bird-2', 0.2, 0.2);
    const offers = table(
      queued,
      { ...doubtful, pricing: { ...doubtful.pricing, confidence: 0.1 } },
      priced('clouds', 'bird-2', 1, 2),
    );
    expect(queryModels(offers, {}).models[0]?.cheapest?.offer.provider).toBe('clouds');
  });

  it('says what most offers say of it', () => {
    const offers = [128_000, 128_000, 1_000_000].map((context, i) =>
      priced('rented', `bird-${i}`, 1, 1, {
        limit: { context, input: null, output: null },
        capabilities: capabilities({ reasoning: context > 200_000, toolCall: null }),
      }),
    );
    expect(queryModels(table(...offers), {}).models).toMatchObject([
      { contextTokens: 128_000, reasoning: false, tools: null },
    ]);
  });

  it('stands for itself where nobody can tell which model it is, and says why', () =>
    expect(
      queryModels(table(anOffer('auto', { model: { key: null, line: null, facets: {}, why: 'a router' } })), {}).models,
    ).toMatchObject([{ key: 'acme/auto', line: null, why: 'a router' }]));
});

describe('a query', () => {
  const offers = table(
    priced('rented', 'bird-2', 1, 3, { capabilities: capabilities({ toolCall: true }) }),
    priced('clouds', 'bird-2', 2, 6, { capabilities: capabilities({ toolCall: false }) }),
    priced('rented', 'cat-1', 0.3, 0.9, { model: cat }),
    priced('rented', 'cat-embed', 0.1, 0, { model: identity('cosmos/cat-embed'), mode: 'embedding' }),
    priced('rented', 'owl-1', 5, 5, { model: identity('acme/owl-1'), status: 'retired' }),
    anOffer('elk-1', { provider: 'rented', model: identity('acme/elk-1') }),
    anOffer('fox-1', { provider: 'rented', model: identity('acme/fox-1'), pricing: free }),
  );

  it('finds what is not deprecated or retired: priced first, the cheapest first, then what is free, then the rest', () => {
    expect(found(offers)).toEqual(['cosmos/cat-embed', 'cosmos/cat-1', 'acme/bird-2', 'acme/fox-1', 'acme/elk-1']);
    expect(found(offers, { lifecycles: ['retired'] })).toEqual(['acme/owl-1']);
  });

  it('is asked of each offer, and the model is told by those that fit', () => {
    const { models, leftOut } = queryModels(offers, { tools: true, maxInputUsdPerMillion: 1 });
    expect(models).toMatchObject([{ key: 'acme/bird-2', cheapest: { offer: { provider: 'rented' } } }]);
    expect(models[0]?.offers.length).toBe(1);
    expect(leftOut).toEqual([
      { by: 'tools', count: 3, says: "3 offers don't say whether they call tools" },
      { by: 'maxInputUsdPerMillion', count: 1, says: '1 offer has no known input price' },
    ]);
  });

  it('finds no model by price that is only free, says how many, and finds them where they are asked for', () => {
    const { models, leftOut } = queryModels(offers, { maxOutputUsdPerMillion: 1 });
    expect(keysOf(models)).toEqual(['cosmos/cat-embed', 'cosmos/cat-1']);
    expect(leftOut.at(-1)).toEqual({ by: 'statuses', count: 1, says: '1 model is only offered for free' });
    expect(found(offers, { maxOutputUsdPerMillion: 1, statuses: ['free'] })).toEqual(['acme/fox-1']);
  });

  it('takes prices per 1M, to the digit', () => {
    const one = table(priced('rented', 'bird-2', 1.1, 4.4));
    expect(found(one, { maxInputUsdPerMillion: 1.1, maxOutputUsdPerMillion: 4.4 })).toEqual(['acme/bird-2']);
    expect(found(one, { maxInputUsdPerMillion: 1.0999 })).toEqual([]);
  });

  it.each<[string, ModelsQuery, string[]]>([
    ['words in any spelling', { words: 'BIRD2' }, ['acme/bird-2']],
    ['words in any order', { words: '1 cat' }, ['cosmos/cat-1']],
    ['a lab in any spelling', { labs: ['Cosmos'] }, ['cosmos/cat-embed', 'cosmos/cat-1']],
    ['a mode', { modes: ['embedding'] }, ['cosmos/cat-embed']],
    ['a provider', { providers: ['clouds'] }, ['acme/bird-2']],
    ['a limit', { limit: 1 }, ['cosmos/cat-embed']],
    ['a sort by key', { sort: 'model', limit: 2 }, ['acme/bird-2', 'acme/elk-1']],
    ['a sort by offers', { sort: 'offers', limit: 1 }, ['acme/bird-2']],
  ])('knows %s', (_, query, keys) => expect(found(offers, query)).toEqual(keys));

  it('does not ask of what writes no text whether it calls tools: it does not', () => {
    const image = anOffer('paint-1', { model: identity('acme/paint-1'), mode: 'image' });
    expect(queryModels(table(image), { tools: true }).leftOut).toEqual([]);
  });

  it('says of one that it is one', () =>
    expect(queryModels(table(anOffer('a', { model: bird })), { tools: true }).leftOut).toEqual([
      { by: 'tools', count: 1, says: "1 offer doesn't say whether it calls tools" },
    ]));
});

describe('over the recordings', () => {
  let offers: readonly Model[];
  beforeAll(async () => {
    offers = (await enrichedRun()).map(({ enriched }) => enriched);
  }, 120_000);

  it('the order of the offers changes nothing', () => {
    const query: ModelsQuery = { tools: true, maxOutputUsdPerMillion: 1 };
    const of = (some: readonly Model[]) =>
      queryModels({ offers: some, kindOf: () => 'host' }, query).models.map(
        ({ offers: fitting, free: none, ...facts }) => ({
          ...facts,
          offers: new Set([...fitting, ...none].map(({ provider, id }) => `${provider}/${id}`)),
        }),
      );
    const expected = of(offers);
    expect(expected.length).toBeGreaterThan(200);
    const shuffled = fc.sample(fc.shuffledSubarray([...offers], { minLength: offers.length }), 3);
    for (const some of shuffled) expect(of(some)).toEqual(expected);
  });

  it('every offer is found under one model', () => {
    const all = queryModels(
      { offers, kindOf: () => 'host' },
      { lifecycles: ['active', 'preview', 'deprecated', 'retired'] },
    );
    const counted = all.models.reduce((sum, model) => sum + model.offers.length + model.free.length, 0);
    expect(counted).toBe(offers.length);
    expect(all.models.filter(({ cheapest }) => cheapest?.offer.pricing.status === 'free')).toEqual([]);
  });
});
