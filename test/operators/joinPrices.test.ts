import fc from 'fast-check';
import { lastValueFrom, map, of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Joined } from '../../src/match/enrich.js';
import { buildPriceIndex, type PriceIndex } from '../../src/match/priceIndex.js';
import type { Model } from '../../src/model/model.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import { joinPrices } from '../../src/operators/joinPrices.js';
import { aLetter, aModel, aPriceRow, aSnapshot } from '../builders.js';
import { marbles } from '../marbles.js';

const list = (id: string, inputs: Readonly<Record<string, number>>): PriceIndex =>
  buildPriceIndex(
    { id, sellers: {} },
    Object.entries(inputs).map(([model, input]) => aPriceRow(model, { cost: { input, output: 2 * input } })),
  );

const first = list('first', { dear: 0.002, cheap: 0.001 });
const second = list('second', { cheap: 0.009, other: 0.003 });

const match = (model: string): Model['pricing']['match'] => ({
  ...{ strategy: 'exact', confidence: 0.996, reason: 'same id', provider: 'ACME', model, operator: 'equals' },
});

/** The model with the price of a list. */
const pricedBy = (source: string, model: Model, input: number): Model => ({
  ...model,
  cost: { ...model.cost, input, output: 2 * input },
  pricing: { status: 'priced', source, match: match(model.id), issues: [] },
});

const [dear, cheap, other] = ['dear', 'cheap', 'other'].map((id) => aModel(id)) as [Model, Model, Model];
const unmatched = (model: Model): Model => ({
  ...model,
  pricing: { ...model.pricing, issues: [{ code: 'no-match', detail: `no row of acme prices ${model.id}` }] },
});

const plain = {
  a: aSnapshot({ items: [dear, other], letters: [aLetter()], skipped: 1 }),
  b: aSnapshot({ items: [cheap], endpoint: 'docs' }),
};
const joined: Record<'A' | 'B', Snapshot<Joined>> = {
  A: {
    ...plain.a,
    items: [
      { model: dear, enriched: pricedBy('first', dear, 0.002), refused: [] },
      { model: other, enriched: unmatched(other), refused: [] },
    ],
  },
  B: { ...plain.b, items: [{ model: cheap, enriched: pricedBy('first', cheap, 0.001), refused: [] }] },
};
const asTheyAre = {
  A: { ...plain.a, items: plain.a.items.map((model) => ({ model, enriched: model, refused: [] })) },
  B: { ...plain.b, items: plain.b.items.map((model) => ({ model, enriched: model, refused: [] })) },
};

describe('joinPrices', () => {
  it('lets snapshots wait until the lists are there, loses none and keeps their order', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const prices = cold<PriceIndex[]>('---p-x|', { p: [first], x: [second] });
      const snapshots = cold('           -a-----b--|', plain);
      const result = '                   ----A-----(B|)';
      expectObservable(snapshots.pipe(joinPrices(prices))).toBe(result, joined);
      expectSubscriptions(snapshots.subscriptions).toBe('^---------!');
      expectSubscriptions(prices.subscriptions).toBe(['   -^--!', '-------^--!']);
    }));

  it('joins at once where the lists are there', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const prices = cold<PriceIndex[]>('(p|)', { p: [first] });
      const snapshots = cold('           -a-b--|', plain);
      expectObservable(snapshots.pipe(joinPrices(prices))).toBe('-A-B--|', joined);
      expectSubscriptions(prices.subscriptions).toBe(['-(^!)', '---(^!)']);
    }));

  it('joins snapshots that come at once one after another', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const prices = cold<PriceIndex[]>('--p', { p: [first] });
      const snapshots = cold('           (abb|)', plain);
      expectObservable(snapshots.pipe(joinPrices(prices))).toBe('--A-B-(B|)', joined);
      expectSubscriptions(prices.subscriptions).toBe(['^-!', '--^-!', '----^-!']);
    }));

  it('asks for no lists before there is something to join', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const prices = cold<PriceIndex[]>('p|', { p: [first] });
      expectObservable(cold<Snapshot<Model>>('--|').pipe(joinPrices(prices))).toBe('--|');
      expectSubscriptions(prices.subscriptions).toBe([]);
    }));

  it('asks the lists in their order, each for what those before it have no price of', () =>
    marbles(({ cold, expectObservable }) => {
      const prices = cold<PriceIndex[]>('(p|)', { p: [first, second] });
      const found = cold('-s|', { s: aSnapshot({ items: [cheap, other] }) }).pipe(
        joinPrices(prices),
        map(({ items }) => items.map(({ enriched: { id, cost, pricing } }) => [id, cost.input, pricing.source])),
      );
      expectObservable(found).toBe('-t|', {
        t: [
          ['cheap', 0.001, 'first'],
          ['other', 0.003, 'second'],
        ],
      });
    }));

  it('tells with each model the prices that were found for it and are not believed', () =>
    marbles(({ cold, expectObservable }) => {
      const prices = cold<PriceIndex[]>('(p|)', { p: [list('absurd', { cheap: 2 }), second] });
      const detail =
        "2000 in, 4000 out (USD per 1M tokens): at or above 100, the list's upper fence, and no other provider confirms it";
      const refused = cold('-s|', { s: aSnapshot({ items: [cheap, other] }) }).pipe(
        joinPrices(prices),
        map(({ items }) => items.map((pair) => [pair.enriched.cost.input, pair.refused])),
      );
      expectObservable(refused).toBe('-t|', {
        t: [
          [0.009, [{ list: 'absurd', row: 'ACME/cheap', code: 'implausible-price', detail }]],
          [0.003, []],
        ],
      });
    }));

  it('passes models as they are where there is no list', () =>
    marbles(({ cold, expectObservable }) => {
      expectObservable(cold('a-b|', plain).pipe(joinPrices(cold('|')))).toBe('a-b|', {
        a: asTheyAre.A,
        b: asTheyAre.B,
      });
      expectObservable(cold('a-b|', plain).pipe(joinPrices(cold('(p|)', { p: [] })))).toBe('a-b|', {
        a: asTheyAre.A,
        b: asTheyAre.B,
      });
    }));

  it('passes a snapshot without models on', () =>
    marbles(({ cold, expectObservable }) => {
      const none = aSnapshot({ items: [] });
      const prices = cold<PriceIndex[]>('-p', { p: [first] });
      expectObservable(cold('s-|', { s: none }).pipe(joinPrices(prices))).toBe('-s|', { s: none });
    }));

  it('applies no match below the confidence asked for', () =>
    marbles(({ cold, expectObservable }) => {
      const prices = cold<PriceIndex[]>('(p|)', { p: [first] });
      const snapshot = aSnapshot({ items: [cheap] });
      const detail = 'ACME cheap (exact): 0.996 is below 1';
      const enriched = { ...cheap, pricing: { ...cheap.pricing, issues: [{ code: 'low-confidence', detail }] } };
      expectObservable(cold('-s|', { s: snapshot }).pipe(joinPrices(prices, { minConfidence: 1 }))).toBe('-t|', {
        t: { ...snapshot, items: [{ model: cheap, enriched, refused: [] }] },
      });
    }));

  it('passes an error of the snapshots on', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const prices = cold<PriceIndex[]>('---p|', { p: [first] });
      const snapshots = cold('           a-#', plain);
      expectObservable(snapshots.pipe(joinPrices(prices))).toBe('--#');
      expectSubscriptions(snapshots.subscriptions).toBe('^-!');
      expectSubscriptions(prices.subscriptions).toBe('^-!');
    }));

  it('passes an error of the lists on and stops', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const snapshots = cold('a-----b|', plain);
      expectObservable(snapshots.pipe(joinPrices(cold('--#')))).toBe('--#');
      expectSubscriptions(snapshots.subscriptions).toBe('^-!');
    }));

  it('passes unsubscription to the lists and upstream', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const prices = cold<PriceIndex[]>('------p', { p: [first] });
      const snapshots = cold('           -a------|', plain);
      expectObservable(snapshots.pipe(joinPrices(prices)), '^---!').toBe('-');
      expectSubscriptions(snapshots.subscriptions).toBe('^---!');
      expectSubscriptions(prices.subscriptions).toBe('-^--!');
    }));

  it('pairs each model with its own joined one, whatever the order and whatever a list knows of them', async () => {
    const id = fc.stringMatching(/^[a-z]{3,8}-[a-z]{3,8}$/);
    const some = fc.uniqueArray(fc.record({ id, listed: fc.boolean(), stated: fc.boolean() }), {
      selector: (one) => one.id,
      maxLength: 40,
    });
    const shuffled = some.chain((list) => fc.shuffledSubarray(list, { minLength: list.length }));
    await fc.assert(
      fc.asyncProperty(shuffled, async (made) => {
        const known = list(
          'prices',
          Object.fromEntries(made.filter((one) => one.listed).map((one) => [one.id, 0.005])),
        );
        const items = made.map((one) => {
          const model = aModel(one.id, { name: `name of ${one.id}` });
          return one.stated ? pricedBy('provider', model, 0.001) : model;
        });
        const { items: pairs } = await lastValueFrom(of(aSnapshot({ items })).pipe(joinPrices(of([known]))));
        expect(pairs.map(({ model }) => model)).toEqual(items);
        for (const [i, { model, enriched }] of pairs.entries()) {
          const { listed, stated } = made[i]!;
          expect({ ...enriched, cost: model.cost, pricing: model.pricing }).toEqual(model);
          expect(enriched.cost.input).toBe(stated ? 0.001 : listed ? 0.005 : null);
          expect(enriched.pricing.source).toBe(stated ? 'provider' : listed ? 'prices' : null);
        }
      }),
    );
  });
});
