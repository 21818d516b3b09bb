import fc from 'fast-check';
import { delay, lastValueFrom, map, of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { buildPriceIndex, type PriceIndex } from '../../src/match/priceIndex.js';
import type { Model } from '../../src/model/model.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import { joinPrices } from '../../src/operators/joinPrices.js';
import { type OpenCourt, openCourt } from '../../src/settle/court.js';
import { ownTurn } from '../../src/read/ownTurn.js';
import type { Joined } from '../../src/settle/settleModel.js';
import { aLetter, aModel, anOrigin, aPriceRow, aPricing, aSnapshot } from '../builders.js';
import { marbles } from '../marbles.js';

/** A list whose one page prices these models, a row each; without a word on how surely, all are taken. */
const list = (id: string, inputs: Readonly<Record<string, number>>): PriceIndex =>
  buildPriceIndex(
    { id, sellers: {} },
    Object.entries(inputs).map(([model, input], row) =>
      aPriceRow(model, { cost: { input, output: 2 * input }, evidence: { endpoint: 'api', row } }),
    ),
    { api: anOrigin({ url: `https://${id}.example` }) },
  );
const courtOf = (...lists: PriceIndex[]): OpenCourt => openCourt(lists);
const whatever = { minConfidence: 0 };

const first = list('first', { dear: 0.002, cheap: 0.001 });
const second = list('second', { cheap: 0.009, other: 0.003 });

const match = (model: string): Model['pricing']['match'] => ({
  ...{ strategy: 'exact', confidence: 0.996, reason: 'same id', provider: 'ACME', model, operator: 'equals' },
});

/** The model with the price of that row of a list. */
const pricedBy = (source: string, model: Model, input: number, row: number): Model => ({
  ...model,
  cost: { ...model.cost, input, output: 2 * input },
  pricing: aPricing({
    ...{ source, match: match(model.id), evidence: { endpoint: `prices/${source}/api`, row } },
    confidence: expect.any(Number) as number,
    issues: [{ code: 'alone', detail: `nobody but ${source} prices it` }],
  }),
  from: { ...model.from, cost: source },
});

/** The pages of a snapshot that is joined with prices of that list. */
const withPageOf = ({ sources }: Snapshot<Model>, { list: id, sources: pages }: PriceIndex) => ({
  ...sources,
  [`prices/${id}/api`]: pages[`prices/${id}/api`]!,
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
    sources: withPageOf(plain.a, first),
    items: [
      { model: dear, enriched: pricedBy('first', dear, 0.002, 0), refused: [] },
      { model: other, enriched: unmatched(other), refused: [] },
    ],
  },
  B: {
    ...plain.b,
    sources: withPageOf(plain.b, first),
    items: [{ model: cheap, enriched: pricedBy('first', cheap, 0.001, 1), refused: [] }],
  },
};
const asTheyAre = {
  A: { ...plain.a, items: plain.a.items.map((model) => ({ model, enriched: model, refused: [] })) },
  B: { ...plain.b, items: plain.b.items.map((model) => ({ model, enriched: model, refused: [] })) },
};

describe('joinPrices', () => {
  it('loses none of many models, whose slices wait for a late list and for their turns', async () => {
    const items = Array.from({ length: 5_000 }, (_, i) => aModel(`m${i}`));
    const late = of(courtOf(first)).pipe(delay(1));
    for (const inTurn of [undefined, ownTurn]) {
      const { items: found } = await lastValueFrom(of(aSnapshot({ items })).pipe(joinPrices(late, { inTurn })));
      expect(found.map(({ model }) => model)).toEqual(items);
    }
  });

  it('settles many models in slices, each but the first in a turn of its own, and gives the same as all at once', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const many = aSnapshot({ items: Array.from({ length: 100 }, (_, i) => aModel(i % 2 ? `dear` : `other-${i}`)) });
      const [all, sliced] = [cold('-a|', { a: many }), cold('-a-|', { a: many })];
      const told: unknown[] = [];
      const atOnce = all.pipe(
        joinPrices(of(courtOf(first)), whatever),
        map((snapshot) => told.push(snapshot)),
      );
      const inTurns = sliced.pipe(
        joinPrices(of(courtOf(first)), { ...whatever, inTurn: () => delay(2) }),
        map((snapshot) => {
          expect(told).toEqual([snapshot]);
          return snapshot.items.length;
        }),
      );
      expectObservable(atOnce).toBe('-1|', [0, 1]);
      expectObservable(inTurns).toBe('-----(a|)', { a: 100 });
      expectSubscriptions(sliced.subscriptions).toBe('^--!');
    }));

  it('lets snapshots wait until the lists are there, loses none and keeps their order', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const prices = cold<OpenCourt>('---p-x|', { p: courtOf(first), x: courtOf(second) });
      const snapshots = cold('           -a-----b--|', plain);
      const result = '                   ----A-----(B|)';
      expectObservable(snapshots.pipe(joinPrices(prices, whatever))).toBe(result, joined);
      expectSubscriptions(snapshots.subscriptions).toBe('^---------!');
      expectSubscriptions(prices.subscriptions).toBe(['   -^--!', '-------^--!']);
    }));

  it('joins at once where the lists are there', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const prices = cold<OpenCourt>('(p|)', { p: courtOf(first) });
      const snapshots = cold('           -a-b--|', plain);
      expectObservable(snapshots.pipe(joinPrices(prices, whatever))).toBe('-A-B--|', joined);
      expectSubscriptions(prices.subscriptions).toBe(['-(^!)', '---(^!)']);
    }));

  it('joins snapshots that come at once one after another', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const prices = cold<OpenCourt>('--p', { p: courtOf(first) });
      const snapshots = cold('           (abb|)', plain);
      expectObservable(snapshots.pipe(joinPrices(prices, whatever))).toBe('--A-B-(B|)', joined);
      expectSubscriptions(prices.subscriptions).toBe(['^-!', '--^-!', '----^-!']);
    }));

  it('asks for no lists before there is something to join', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const prices = cold<OpenCourt>('p|', { p: courtOf(first) });
      expectObservable(cold<Snapshot<Model>>('--|').pipe(joinPrices(prices, whatever))).toBe('--|');
      expectSubscriptions(prices.subscriptions).toBe([]);
    }));

  it('asks all lists: who agrees stands beside the price, and two that differ are none', () =>
    marbles(({ cold, expectObservable }) => {
      const third = list('third', { dear: 0.002 });
      const prices = cold<OpenCourt>('(p|)', { p: courtOf(first, second, third) });
      const found = cold('-s|', { s: aSnapshot({ items: [dear, cheap, other] }) }).pipe(
        joinPrices(prices, whatever),
        map(({ items, sources }) => [
          items.map(({ enriched: { id, cost, pricing } }) => [id, cost.input, pricing.source, pricing.agree]),
          Object.keys(sources).sort(),
        ]),
      );
      expectObservable(found).toBe('-t|', {
        t: [
          [
            ['dear', 0.002, 'first', ['third']],
            ['cheap', null, null, []],
            ['other', 0.003, 'second', []],
          ],
          ['api', 'prices/first/api', 'prices/second/api'],
        ],
      });
    }));

  it('tells with each model the prices that were found for it and are not believed', () =>
    marbles(({ cold, expectObservable }) => {
      const prices = cold<OpenCourt>('(p|)', { p: courtOf(list('absurd', { cheap: 20 }), second) });
      const refused = cold('-s|', { s: aSnapshot({ items: [cheap, other] }) }).pipe(
        joinPrices(prices, whatever),
        map(({ items }) =>
          items.map(({ enriched, refused: some }) => [
            enriched.cost.input,
            some.map(({ witness, row, code }) => [witness, row, code]),
          ]),
        ),
      );
      expectObservable(refused).toBe('-t|', {
        t: [
          [0.009, [['absurd', 'ACME/cheap', 'unknown-unit']]],
          [0.003, []],
        ],
      });
    }));

  it('names the page of a price of the lists and of no other, beside those of the provider', () =>
    marbles(({ cold, expectObservable }) => {
      const prices = cold<OpenCourt>('(p|)', { p: courtOf(first, second) });
      const snapshot = aSnapshot({ items: [other], sources: { api: anOrigin(), 'docs@2026-01-01': anOrigin() } });
      const found = cold('-s|', { s: snapshot }).pipe(
        joinPrices(prices, whatever),
        map(({ sources }) => sources),
      );
      expectObservable(found).toBe('-t|', { t: withPageOf(snapshot, second) });
    }));

  it('holds an offer against its siblings of the same snapshot', () =>
    marbles(({ cold, expectObservable }) => {
      const stated = (id: string, input: number) =>
        aModel(id, { mode: 'chat', cost: { ...aModel().cost, input, output: 2 * input }, pricing: aPricing() });
      const pair = [stated('em', 0.002), stated('em-mini', 0.004)];
      const codes = (...items: Model[]) =>
        cold('-s|', { s: aSnapshot({ items }) }).pipe(
          joinPrices(of(courtOf()), whatever),
          map((joinedOnes) => joinedOnes.items.map(({ enriched }) => enriched.pricing.issues.map(({ code }) => code))),
        );
      expectObservable(codes(...pair)).toBe('-t|', { t: [[], ['smaller-costs-more']] });
      expectObservable(codes(pair[1]!)).toBe('-t|', { t: [[]] });
    }));

  it('passes models as they are where there is no list', () =>
    marbles(({ cold, expectObservable }) => {
      expectObservable(cold('a-b|', plain).pipe(joinPrices(cold('|')))).toBe('a-b|', {
        a: asTheyAre.A,
        b: asTheyAre.B,
      });
      expectObservable(cold('a-b|', plain).pipe(joinPrices(cold('(p|)', { p: courtOf() })))).toBe('a-b|', {
        a: asTheyAre.A,
        b: asTheyAre.B,
      });
    }));

  it('passes a snapshot without models on', () =>
    marbles(({ cold, expectObservable }) => {
      const none = aSnapshot({ items: [] });
      const prices = cold<OpenCourt>('-p', { p: courtOf(first) });
      expectObservable(cold('s-|', { s: none }).pipe(joinPrices(prices, whatever))).toBe('-s|', { s: none });
    }));

  it('fills no price that is less likely to be right than asked for, and tells it', () =>
    marbles(({ cold, expectObservable }) => {
      const prices = cold<OpenCourt>('(p|)', { p: courtOf(first) });
      const snapshot = aSnapshot({ items: [cheap] });
      const detail = expect.stringMatching(/^first says input 1 USD per 1M, .* is below 1$/) as string;
      const enriched = {
        ...cheap,
        pricing: {
          ...{ ...cheap.pricing, match: match('cheap'), issues: [{ code: 'low-confidence', detail }] },
          differ: [{ witness: 'first', cost: { input: 0.001, output: 0.002 } }],
        },
      };
      expectObservable(cold('-s|', { s: snapshot }).pipe(joinPrices(prices, { minConfidence: 1 }))).toBe('-t|', {
        t: { ...snapshot, items: [{ model: cheap, enriched, refused: [] }] },
      });
    }));

  it('leaves the quotes of other endpoints with the model as its provider states it', () =>
    marbles(({ cold, expectObservable }) => {
      const quote = { witness: 'provider', evidence: { endpoint: 'docs', row: 0 }, tiers: [], match: null };
      const model = {
        ...aModel('m', { cost: { ...aModel().cost, input: 0.001, output: 0.002 }, pricing: aPricing() }),
        quotes: [{ ...quote, cost: { input: 0.001, output: 0.003 } }],
      };
      const found = cold('-s|', { s: aSnapshot({ items: [model] }) }).pipe(
        joinPrices(of(courtOf())),
        map(({ items }) => items.map((pair) => [pair.model, pair.enriched.quotes, pair.enriched.pricing.differ])),
      );
      expectObservable(found).toBe('-t|', {
        t: [[model, undefined, [{ witness: 'provider', cost: { output: 0.003 } }]]],
      });
    }));

  it('passes an error of the snapshots on', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const prices = cold<OpenCourt>('---p|', { p: courtOf(first) });
      const snapshots = cold('           a-#', plain);
      expectObservable(snapshots.pipe(joinPrices(prices, whatever))).toBe('--#');
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
      const prices = cold<OpenCourt>('------p', { p: courtOf(first) });
      const snapshots = cold('           -a------|', plain);
      expectObservable(snapshots.pipe(joinPrices(prices, whatever)), '^---!').toBe('-');
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
          return one.stated
            ? { ...model, cost: { ...model.cost, input: 0.001, output: 0.002 }, pricing: aPricing() }
            : model;
        });
        const { items: pairs } = await lastValueFrom(
          of(aSnapshot({ items })).pipe(joinPrices(of(courtOf(known)), whatever)),
        );
        expect(pairs.map(({ model }) => model)).toEqual(items);
        for (const [i, { model, enriched }] of pairs.entries()) {
          const { listed, stated } = made[i]!;
          expect({ ...enriched, cost: model.cost, pricing: model.pricing, from: model.from }).toEqual(model);
          expect(enriched.cost.input).toBe(stated ? 0.001 : listed ? 0.005 : null);
          expect(enriched.pricing.source).toBe(stated ? 'provider' : listed ? 'prices' : null);
        }
      }),
    );
  });
});
