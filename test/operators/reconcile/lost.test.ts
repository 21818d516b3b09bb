import { describe, expect, it } from 'vitest';
import type { Tier } from '../../../src/model/cost.js';
import type { Model } from '../../../src/model/model.js';
import { lostIn, lostPrices } from '../../../src/operators/reconcile/lost.js';
import type { Request } from '../../../src/model/request.js';
import { companion, type Brought } from '../../../src/sources/ask.js';
import { offers } from '../../../src/sources/offers.js';
import { priceRows } from '../../../src/sources/prices/priceRows.js';
import { aBaseline, aFault, aModel, anEndpoint, aPriceRow, aPriceSnapshot, aSnapshot, day2 } from '../../builders.js';
import { models, priced } from '../../builders.js';

const request: Request = { url: 'https://acme.example/more' };
const bringing = (...brings: Brought[]) => companion(request, { brings, read: () => undefined });
const list: Request = { url: 'https://acme.example/api' };

const source = {
  kind: offers,
  endpoints: [
    anEndpoint({ name: 'api', requests: { list, prices: bringing('prices'), names: bringing('ids', 'models') } }),
    anEndpoint({ name: 'docs', requests: { list, limits: bringing('facts') } }),
    anEndpoint({ name: 'catalog', origin: 'catalog:models.dev' }),
  ],
};
const why = { why: 'torn', retryAt: null };
const torn = (endpoint: string, request: string | null, retryAt: string | null = null) =>
  aFault(endpoint, { request, error: 'torn', retryAt });

describe('lostIn', () => {
  const of = (faults: Parameters<typeof aSnapshot>[0], endpoint = 'api') =>
    lostIn(aSnapshot({ endpoint, ...faults }), source);

  it('is nothing where nothing failed', () => expect(of({})).toEqual([]));

  it('is what a companion that failed would have brought, with its reason and when it may be asked again', () => {
    expect(of({ faults: [torn('api', 'prices', day2), torn('api', 'names')] })).toEqual([
      { endpoint: 'api', brings: ['prices'], why: 'torn', retryAt: day2 },
      { endpoint: 'api', brings: ['ids', 'models'], ...why },
    ]);
  });

  it('is what a companion of an endpoint that fills would have brought', () =>
    expect(of({ faults: [torn('docs', 'limits')] })).toEqual([{ endpoint: 'docs', brings: ['facts'], ...why }]));

  it('is all that its rows say where those of an endpoint that fills lack models or ids', () =>
    expect(of({ faults: [torn('api', 'names')] }, 'first')).toEqual([
      { endpoint: 'api', brings: ['ids', 'models', 'prices', 'facts'], ...why },
    ]));

  it('is the models, prices and facts of an endpoint that should have filled', () =>
    expect(of({ faults: [torn('docs', null), torn('catalog', null, day2)] })).toEqual([
      { endpoint: 'docs', brings: ['models', 'prices', 'facts'], ...why },
      { endpoint: 'catalog', brings: ['models', 'prices', 'facts'], why: 'torn', retryAt: day2 },
    ]));

  it('is no model of one whose rows came', () =>
    expect(of({ faults: [torn('docs', null)], stated: { api: {}, docs: {} } })).toEqual([
      { endpoint: 'docs', brings: ['prices', 'facts'], ...why },
    ]));

  it('is nothing of a better endpoint in whose place another one answered', () => {
    expect(of({ faults: [torn('api', null)] }, 'docs')).toEqual([]);
    expect(of({ faults: [torn('api', null), torn('catalog', null)] }, 'docs')).toEqual([
      { endpoint: 'catalog', brings: ['models', 'prices', 'facts'], ...why },
    ]);
  });

  it('is nothing of an endpoint or a companion that the source does not have', () => {
    expect(of({ faults: [torn('old', null)] })).toEqual([]);
    expect(of({ faults: [torn('old', 'prices'), torn('api', 'old'), torn('api', 'list')] })).toEqual([
      { endpoint: 'old', brings: [], ...why },
      { endpoint: 'api', brings: [], ...why },
      { endpoint: 'api', brings: [], ...why },
    ]);
  });
});

describe('lostPrices', () => {
  const fell = (name: string, was: number, is: number) => ({
    endpoint: name,
    brings: ['prices'],
    why: `the prices of ${name} fell from ${was} to ${is}; if that is right, run again with --accept-shrink`,
    retryAt: null,
    fell: 'some',
  });
  const byCatalog = (model: Model): Model => {
    return { ...priced(model), from: { ...model.from, cost: 'catalog:models.dev' } };
  };
  /** So many models, of which the first ones have a price. */
  const some = (count: number, withPrice: number, price = priced): Model[] =>
    models(count).map((model, i) => (i < withPrice ? price(model) : model));
  const ten = aSnapshot({ items: some(10, 10) });
  const reading = (count: number, endpoint = 'api') => ({ endpoint, rows: 10, records: 10, priced: count });

  it('believes exactly 30 % fewer prices of the same records, and not one less', () => {
    expect(lostPrices(aSnapshot({ items: some(10, 7) }), ten, source, undefined)).toEqual([]);
    expect(lostPrices(aSnapshot({ items: some(10, 6) }), ten, source, undefined)).toEqual([fell('api', 10, 6)]);
    expect(lostPrices(aSnapshot({ items: some(10, 0) }), ten, source, undefined)).toEqual([fell('api', 10, 0)]);
  });

  it('counts only records that are still there', () => {
    expect(lostPrices(aSnapshot({ items: some(7, 7) }), ten, source, undefined)).toEqual([]);
    expect(lostPrices(aSnapshot({ items: some(7, 4) }), ten, source, undefined)).toEqual([fell('api', 7, 4)]);
  });

  it('takes no price of a new record for one of the old ones', () => {
    const fresh = Array.from({ length: 10 }, (_, i) => priced(aModel(`new${i}`)));
    expect(lostPrices(aSnapshot({ items: [...some(10, 6), ...fresh] }), ten, source, undefined)).toEqual([
      fell('api', 10, 6),
    ]);
  });

  it('holds them against the best of the last seven readings of the endpoint, so that none slips away slowly', () => {
    const before = aSnapshot({ items: some(10, 8) });
    const now = aSnapshot({ items: some(10, 6) });
    expect(lostPrices(now, before, source, undefined)).toEqual([]);
    expect(lostPrices(now, before, source, aBaseline({ readings: [reading(10), reading(8)] }))).toEqual([
      fell('api', 10, 6),
    ]);
    expect(lostPrices(now, before, source, aBaseline({ readings: [reading(100, 'docs')] }))).toEqual([]);
  });

  it('takes a price that is not unknown for a price, be it free, variable or part of a plan', () => {
    const plan = (model: Model): Model => ({ ...model, pricing: { ...model.pricing, status: 'plan' } });
    const before = aSnapshot({ items: some(10, 10, plan) });
    expect(lostPrices(aSnapshot({ items: some(10, 10, plan) }), before, source, undefined)).toEqual([]);
    expect(lostPrices(aSnapshot({ items: some(10, 6, plan) }), before, source, undefined)).toEqual([
      fell('api', 10, 6),
    ]);
  });

  it('but none for the numbers that were there before it', () => {
    const plan = (model: Model): Model => ({ ...model, pricing: { ...model.pricing, status: 'plan' } });
    const [part] = lostPrices(aSnapshot({ items: some(10, 10, plan) }), ten, source, undefined);
    expect(part?.why).toMatch(/^the input prices of api fell from 10 to 0;/);
  });

  it('counts each price of the records that are still priced, by its name', () => {
    const two = (model: Model): Model => ({ ...priced(model), cost: { ...priced(model).cost, perImage: 0.04 } });
    const before = aSnapshot({ items: some(10, 10, two) });
    const now = (count: number) =>
      aSnapshot({ items: some(10, 10).map((model, i) => (i < count ? two(model) : model)) });
    expect(lostPrices(now(7), before, source, undefined)).toEqual([]);
    expect(lostPrices(now(6), before, source, undefined)).toEqual([
      { ...fell('api', 10, 6), why: fell('api', 10, 6).why.replace('the prices', 'the perImage prices') },
    ]);
  });

  it('counts the prices of tiers by the kind of their condition, thresholds aside', () => {
    const tiered =
      (when: Tier['when']) =>
      (model: Model): Model => ({
        ...priced(model),
        tiers: [{ when, cost: { input: 0.0005 } }],
      });
    const why = (was: Tier['when'], is: Tier['when'] | null) =>
      lostPrices(
        aSnapshot({ items: some(10, 10, is ? tiered(is) : priced) }),
        aSnapshot({ items: some(10, 10, tiered(was)) }),
        source,
        undefined,
      ).map((part) => part.why.split(';')[0]);
    expect(why({ serviceTier: 'batch' }, null)).toEqual([
      'the input (serviceTier batch) prices of api fell from 10 to 0',
    ]);
    expect(why({ serviceTier: 'batch' }, { serviceTier: 'flex' })).toHaveLength(1);
    expect(why({ contextAbove: 128_000 }, { contextAbove: 200_000 })).toEqual([]);
  });

  it('misses no price that holds for some days only, and takes one that has days now for the same without', () => {
    const under =
      (...tiers: Tier['when'][]) =>
      (model: Model): Model => ({ ...priced(model), tiers: tiers.map((when) => ({ when, cost: { input: 0.0005 } })) });
    const [batch, until] = [{ serviceTier: 'batch' }, { until: '2026-08-31' }];
    const why = (was: (model: Model) => Model, is: (model: Model) => Model) =>
      lostPrices(
        aSnapshot({ items: some(10, 10, is) }),
        aSnapshot({ items: some(10, 10, was) }),
        source,
        undefined,
      ).map((part) => part.why.split(';')[0]);
    expect(why(under(until), priced)).toEqual([]);
    expect(why(under({ from: '2026-09-01' }), priced)).toEqual([]);
    expect(why(under({ ...batch, ...until }), priced)).toEqual([]);
    expect(why(under(batch), under({ ...batch, ...until }))).toEqual([]);
    expect(why(under(batch, { ...batch, ...until }), priced)).toEqual([
      'the input (serviceTier batch) prices of api fell from 10 to 0',
    ]);
  });

  it('misses none of the last seven readings that held for some days only, be it that an earlier version counted it', () => {
    const stated = { 'input (until)': 1, 'input (contextAbove)': 1, 'prices[until].cost (amount)': 4 };
    const known = aBaseline({ readings: [{ ...reading(10), stated: { docs: stated } }] });
    const why = (now: Record<string, number>) =>
      lostPrices({ ...ten, stated: { docs: now } }, ten, source, known).map((part) => part.why.split(';')[0]);
    expect(why({ 'input (contextAbove)': 1 })).toEqual([]);
    expect(why({ 'input (contextAbove, until)': 1 })).toEqual([]);
    expect(why({})).toEqual(['the input (contextAbove) prices of docs fell from 1 to 0']);
  });

  it('holds each price, and the unit, against the most of the last seven readings, of every endpoint that was read', () => {
    const stated = (input: number, unit = 1) => ({ docs: { input, 'per 1M tokens': unit } });
    const known = aBaseline({
      readings: [
        { ...reading(10), stated: stated(10) },
        { ...reading(10), stated: stated(8) },
      ],
    });
    const why = (now: Record<string, Record<string, number>>) =>
      lostPrices({ ...ten, stated: now }, ten, source, known).map((part) => [part.why.split(';')[0], part.fell]);
    expect(why(stated(7))).toEqual([]);
    expect(why(stated(6))).toEqual([['the input prices of docs fell from 10 to 6', 'some']]);
    expect(why(stated(10, 0))).toEqual([['the pages with "per 1M tokens" of docs fell from 1 to 0', 'all']]);
    expect(why({})).toEqual([]);
  });

  it('tells the endpoints apart, those that fill by the origin of their prices', () => {
    const before = aSnapshot({ items: [...some(5, 5), ...some(10, 10, byCatalog).slice(5)] });
    const now = aSnapshot({ items: some(10, 5) });
    expect(lostPrices(now, before, source, undefined)).toEqual([fell('catalog', 5, 0)]);
  });

  it('takes a price that another endpoint fills in for a lost one of the first', () =>
    expect(lostPrices(aSnapshot({ items: some(10, 10, byCatalog), priced: 0 }), ten, source, undefined)).toEqual([
      fell('api', 10, 0),
    ]));

  it('knows a catalog that gave the records then and fills them now', () => {
    const listed = some(10, 10).map((model): Model => ({ ...model, from: { '*': 'catalog' } }));
    const before = aSnapshot({ endpoint: 'catalog', items: listed });
    expect(lostPrices(aSnapshot({ items: some(10, 10, byCatalog) }), before, source, undefined)).toEqual([]);
    expect(lostPrices(aSnapshot({ items: some(10, 6, byCatalog) }), before, source, undefined)).toEqual([
      fell('catalog', 10, 6),
    ]);
  });

  it('is nothing where there were no prices, or no record is still there', () => {
    const none = aSnapshot({ items: models(10) });
    expect(lostPrices(none, none, source, undefined)).toEqual([]);
    expect(lostPrices(aSnapshot({ items: [aModel('new')] }), ten, source, undefined)).toEqual([]);
  });

  it('is nothing of a price list, whose rows are prices', () => {
    const endpoints = [{ ...anEndpoint(), normalize: () => undefined }];
    const before = aPriceSnapshot({ items: Array.from({ length: 10 }, (_, i) => aPriceRow(`m${i}`)) });
    const now = aPriceSnapshot({ items: [aPriceRow()] });
    expect(lostPrices(now, before, { kind: priceRows, endpoints }, undefined)).toEqual([]);
  });
});
