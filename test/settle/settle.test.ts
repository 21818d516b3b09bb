import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PriceIndex } from '../../src/match/priceIndex.js';
import type { Model } from '../../src/model/model.js';
import type { Quote } from '../../src/model/pricing.js';
import type { PriceRow } from '../../src/model/price.js';
import { settle, type Settled } from '../../src/settle/settle.js';
import { unknownCost } from '../../src/sources/unknownCost.js';
import { aCourt, aList, anOffer, anOwn, aRow, trusts } from './given.js';

const price = { input: 0.0025, output: 0.01 };
const other = { input: 0.003, output: 0.012 };
/** A list that prices bird-2. */
const says = (name: string, cost: PriceRow['cost'], more: Partial<PriceRow> = {}) =>
  aList(name, aRow('bird-2', cost, more));
const settled = (offer: Model, ...lists: PriceIndex[]): Settled => settle(offer, aCourt(lists));
const bird = anOffer('bird-2');
const codes = ({ pricing }: Pick<Settled, 'pricing'>) => pricing.issues.map(({ code }) => code);

describe('a price that the provider states', () => {
  const own = anOwn('bird-2', price);

  it('stands, with who agrees and who differs in what', () => {
    const { cost, pricing, from } = settled(own, says('first', price), says('second', other), aList('third'));
    expect(cost).toEqual({ ...unknownCost, ...price });
    expect(pricing).toEqual({
      ...{ status: 'priced', source: 'provider', match: null, issues: [] },
      // Of providers 0.989 is known, of the lists 0.892: odds of 90.1 × 0.892 / 0.1 × 0.108 / 0.9.
      confidence: 0.99,
      evidence: { endpoint: 'api', row: 0 },
      agree: ['first'],
      differ: [{ witness: 'second', cost: other }],
    });
    expect(from).toEqual({});
  });

  it('stands against a majority', () => {
    const { cost, pricing } = settled(own, says('first', other), says('second', other));
    expect(cost).toMatchObject(price);
    expect(pricing.source).toBe('provider');
    expect(pricing.differ.map(({ witness }) => witness)).toEqual(['first', 'second']);
    expect(pricing.confidence).toBeLessThan(0.99);
  });

  it('names in a dissent the prices alone that are different', () =>
    expect(settled(own, says('first', { ...price, output: 0.02 })).pricing.differ).toEqual([
      { witness: 'first', cost: { output: 0.02 } },
    ]));

  it.each<[string, Model]>([
    ['a cache price only', anOwn('bird-2', { cacheRead: 0.1 })],
    ['a price per image', anOwn('bird-2', { perImage: 0.04 })],
    ['a price per request', anOwn('bird-2', { perRequest: 0.04 })],
    ['in tiers only', anOwn('bird-2', {}, { tiers: [{ when: { serviceTier: 'batch' }, cost: price }] })],
    ['an output only', anOwn('bird-2', { output: 0.01 })],
    ['an input that no row agrees with', anOwn('bird-2', { input: 0.009 })],
    ['an input of a model that no row prices', anOwn('bird-9', { input: 0.0025 })],
  ])('stays as it is: %s', (_, offer) => {
    const { cost, tiers, pricing } = settled(offer, says('first', price));
    expect([cost, tiers]).toEqual([offer.cost, offer.tiers]);
    expect(pricing).toMatchObject({ status: 'priced', source: 'provider', match: null });
  });

  it('is without a field that no price can be, which is named, and else stands', () => {
    const { cost, pricing, refused } = settled(anOwn('bird-2', { ...price, cacheRead: 0.01 }), says('first', price));
    expect(cost).toEqual({ ...unknownCost, ...price });
    expect(pricing).toMatchObject({ source: 'provider', issues: [{ code: 'cache-above-input' }] });
    expect(refused).toMatchObject([{ witness: 'provider', row: null, code: 'cache-above-input' }]);
  });

  it('names what is odd, and leaves it', () => {
    const tiers = [{ when: { serviceTier: 'batch' }, cost: { input: 0.003 } }];
    const result = settled(anOwn('bird-2', price, { tiers }));
    expect([result.tiers, codes(result), result.refused]).toEqual([tiers, ['tier-order'], []]);
  });

  it('of another page of its own agrees with nobody and differs by name', () => {
    const quote = (cost: Quote['cost']): Quote => ({
      ...{ witness: 'provider', evidence: { endpoint: 'docs', row: 3 }, cost, tiers: [], match: null },
    });
    expect(settled({ ...own, quotes: [quote(price)] }).pricing).toMatchObject({ agree: [], differ: [] });
    expect(settled({ ...own, quotes: [quote(other)] }).pricing).toMatchObject({
      agree: [],
      differ: [{ witness: 'provider', cost: other }],
    });
  });
});

describe('a price of the provider’s that can’t be right', () => {
  const mad = anOwn('bird-2', { input: -1, output: -1 });
  const far = anOwn('bird-2', { input: 0.00015, output: 0.06 });

  it('is corrected by a majority; the provider is one that differs', () => {
    const { cost, pricing, from, refused } = settled(
      far,
      says('first', price),
      says('second', price),
      says('third', other),
    );
    expect(cost).toEqual({ ...unknownCost, ...price });
    expect(pricing).toMatchObject({
      ...{ status: 'priced', source: 'first', confidence: 0.941, agree: ['second'] },
      evidence: { endpoint: 'prices/first/api', row: 0 },
      match: { provider: 'ACME', model: 'bird-2' },
      differ: [
        { witness: 'third', cost: other },
        { witness: 'provider', cost: { input: 0.00015, output: 0.06 } },
      ],
      issues: [{ code: 'implausible-price' }],
    });
    expect(from).toEqual({ cost: 'first' });
    expect(refused).toMatchObject([{ witness: 'provider', code: 'implausible-price' }]);
  });

  it('is told of as far as a record can tell it: nothing below zero', () =>
    expect(settled(mad, says('first', price), says('second', price)).pricing.differ).toEqual([
      { witness: 'provider', cost: {} },
    ]));

  it('is quarantined where nobody else has one, with the reason', () => {
    const { cost, tiers, pricing } = settled(mad, aList('first'));
    expect([cost, tiers]).toEqual([unknownCost, []]);
    expect(pricing).toMatchObject({
      status: 'quarantined',
      source: null,
      confidence: null,
      evidence: null,
      match: null,
    });
    expect(pricing.issues[0]).toEqual({ code: 'negative-price', detail: 'input -1 is no price' });
  });

  it('is corrected by another page of its own', () => {
    const docs: Quote = {
      witness: 'provider',
      evidence: { endpoint: 'docs', row: 3 },
      cost: price,
      tiers: [],
      match: null,
    };
    expect(settled({ ...far, quotes: [docs] })).toMatchObject({
      cost: price,
      pricing: { status: 'priced', source: 'provider', evidence: { endpoint: 'docs', row: 3 } },
    });
  });

  it('takes its tiers along', () => {
    const tiers = [{ when: { serviceTier: 'batch' }, cost: { input: 0.001 } }];
    expect(settled({ ...mad, tiers }, says('first', price), says('second', price)).tiers).toEqual([]);
  });
});

describe('a missing output price', () => {
  const half = anOwn('bird-2', { input: 0.0025, cacheWrite: 0.003 });

  it('is taken from who agrees on the input, and says whose it is', () => {
    const { cost, pricing, from } = settled(half, says('first', other), says('second', price));
    expect(cost).toEqual({ ...unknownCost, input: 0.0025, output: 0.01, cacheWrite: 0.003 });
    expect(pricing).toMatchObject({
      status: 'priced',
      source: 'provider',
      match: { model: 'bird-2' },
      agree: ['second'],
    });
    expect(from).toEqual({ 'cost.output': 'second' });
  });

  it('stays missing where those who agree on the input differ on it', () => {
    const dearer = { ...price, output: 0.02 };
    expect(settled(half, says('first', price), says('second', dearer)).cost.output).toBeNull();
    expect(settled(half, says('first', price), says('second', dearer), says('third', price)).cost.output).toBe(0.01);
  });

  it('stays missing where who has it is not sure enough', () => {
    const sure = (minConfidence: number) =>
      settle(half, { ...aCourt([says('first', price)]), minConfidence }).cost.output;
    expect([sure(0.892), sure(0.893), sure(0)]).toEqual([0.01, null, 0.01]);
  });

  it('stays missing where it is not believed', () =>
    expect(settled(half, says('first', { input: 0.0025, output: 2 })).cost.output).toBeNull());
});

describe('a model whose provider says no price', () => {
  it('gets every price of who has one, with match, evidence and tiers', () => {
    const tiers = [{ when: { serviceTier: 'batch' }, cost: { input: 0.00125 } }];
    const result = settled(bird, says('first', { ...price, cacheRead: 0.00125 }, { tiers }));
    expect(result.cost).toEqual({ ...unknownCost, ...price, cacheRead: 0.00125 });
    expect(result.tiers).toEqual(tiers);
    expect(result.pricing).toMatchObject({
      ...{ status: 'priced', source: 'first', confidence: 0.892, agree: [], differ: [] },
      evidence: { endpoint: 'prices/first/api', row: 0 },
      match: { strategy: 'exact', reason: 'same id', provider: 'ACME', model: 'bird-2' },
      issues: [{ code: 'alone', detail: 'nobody but first prices it' }],
    });
    expect(result.from).toEqual({ cost: 'first' });
  });

  it('loses the word that it has none when somebody has one', () => {
    const issues = [{ code: 'not-priced', detail: 'api lists it without a price' }];
    const offer = anOffer('bird-2', { pricing: { ...bird.pricing, issues } });
    expect(codes(settled(offer, says('first', price)))).toEqual(['alone']);
    expect(codes(settled(offer, aList('first', aRow('hen-1', price))))).toEqual(['not-priced', 'no-match']);
  });

  it('says why it has none: no row, of one list or of all', () => {
    const lists = [aList('first', aRow('hen-1', price)), aList('second')];
    expect(settled(bird, lists[0]!).pricing.issues).toEqual([
      { code: 'no-match', detail: 'no row of acme prices bird-2' },
    ]);
    expect(settled(bird, ...lists)).toMatchObject({
      cost: unknownCost,
      pricing: { status: 'unknown', issues: [{ code: 'no-match', detail: 'no row of first, second prices it' }] },
    });
  });

  it('stays as it is where there is no list', () => {
    const { cost, tiers, pricing } = settled(bird);
    expect({ cost, tiers, pricing }).toEqual({ cost: bird.cost, tiers: bird.tiers, pricing: bird.pricing });
  });

  it('asks its lists for its display name where the id does not tell all', () => {
    const list = aList('first', aRow('mistral-medium-3', price));
    const offer = anOffer('mistral-medium-2505', { name: 'Mistral Medium 3' });
    expect(settle(offer, aCourt([list], { minConfidence: 0 })).cost).toMatchObject(price);
    expect(settle({ ...offer, name: null }, aCourt([list], { minConfidence: 0 })).cost).toEqual(unknownCost);
  });
});

describe('a single witness', () => {
  it.each([
    [0.892, 'priced'],
    [0.893, 'unknown'],
    [1, 'unknown'],
    [0, 'priced'],
  ])('is asked for a confidence of %d: %s', (minConfidence, status) =>
    expect(settle(bird, aCourt([says('first', price)], { minConfidence })).pricing.status).toBe(status),
  );

  it('that is not sure enough fills nothing, and is named with what it says', () => {
    const doubted = aCourt([says('unheard', price)]);
    expect(settle(bird, doubted)).toMatchObject({
      ...{ cost: unknownCost, from: {} },
      pricing: {
        ...{ status: 'unknown', source: null, confidence: null, evidence: null },
        match: { model: 'bird-2' },
        differ: [{ witness: 'unheard', cost: price }],
        issues: [
          {
            code: 'low-confidence',
            detail:
              'unheard says input 2.5 USD per 1M, output 10 USD per 1M: the chance that it is right, 0.5, is below 0.8',
          },
        ],
      },
    });
  });
});

describe('several witnesses', () => {
  it('that agree are surer than one', () => {
    const { pricing } = settled(bird, says('first', price), says('second', price));
    expect(pricing).toMatchObject({ source: 'first', confidence: 0.971, agree: ['second'], differ: [], issues: [] });
  });

  it('that differ are no price: disputed, with what each says', () => {
    const { cost, pricing } = settled(bird, says('first', price), says('second', other));
    expect(cost).toEqual(unknownCost);
    expect(pricing).toMatchObject({
      ...{ status: 'unknown', source: null, confidence: null },
      differ: [
        { witness: 'first', cost: price },
        { witness: 'second', cost: other },
      ],
      issues: [
        {
          code: 'disputed',
          detail:
            'first says input 2.5 USD per 1M, output 10 USD per 1M; second says input 3 USD per 1M, output 12 USD per 1M',
        },
      ],
    });
  });

  it('are decided by a third', () =>
    expect(settled(bird, says('first', price), says('second', other), says('third', other))).toMatchObject({
      cost: other,
      pricing: { source: 'second', agree: ['third'], differ: [{ witness: 'first', cost: price }], issues: [] },
    }));

  it('of one family count once: a catalog and the list of the same document', () => {
    const listed = anOwn('bird-2', price, {
      pricing: { ...bird.pricing, status: 'priced', source: 'catalog:models.dev' },
    });
    expect(settled(listed, says('models.dev', price))).toMatchObject({
      witnesses: [{ witness: 'catalog:models.dev' }],
      pricing: { source: 'catalog:models.dev', confidence: 0.892, agree: [], issues: [{ code: 'alone' }] },
    });
    expect(codes(settled(listed, says('models.dev', price), says('first', other)))).toEqual(['disputed']);
  });

  it('that have the price of a minute in their token fields are no majority: whisper-1', () => {
    const whisper = { ...bird, mode: 'transcription' as const };
    const minute = { input: 0.006 };
    for (const modalities of [bird.modalities, { input: ['audio' as const], output: [] }]) {
      expect(settled({ ...whisper, modalities }, says('first', minute), says('second', minute))).toMatchObject({
        cost: unknownCost,
        pricing: { status: 'quarantined', issues: [{ code: 'sound-by-token' }] },
      });
      expect(
        settled(
          { ...whisper, modalities },
          says('first', minute),
          says('second', minute),
          says('third', { perSecond: 0.0001 }),
        ),
      ).toMatchObject({ cost: { input: null, perSecond: 0.0001 }, pricing: { source: 'third' } });
    }
  });

  it('say the same thing once', () => {
    const { pricing } = settled(bird, says('first', { input: -1 }), says('second', { input: -1 }));
    expect(pricing.issues).toEqual([{ code: 'negative-price', detail: 'input -1 is no price' }]);
  });
});

describe('a price that is not believed', () => {
  it.each<[string, string, PriceRow['cost']]>([
    ['negative-price', 'a router', { input: -1000, output: -1000 }],
    ['zero-price', 'a gap', { input: 0, output: 0 }],
    ['unknown-unit', 'a thousandfold', { input: 2, output: 6 }],
    ['unconfirmed-outlier', 'an image', { input: 0.13, output: 0.13 }],
  ])('is quarantined, and its match named: %s of %s', (code, _, cost) => {
    const result = settled(bird, says('first', cost));
    expect(result.cost).toEqual(unknownCost);
    expect(result.pricing).toMatchObject({
      status: 'quarantined',
      source: null,
      match: { model: 'bird-2' },
      differ: [],
    });
    expect(codes(result)).toEqual([code]);
    expect(result.refused).toMatchObject([{ witness: 'first', row: 'ACME/bird-2', code }]);
  });

  it('is one of two at which a list has a row, or whose model moves', () => {
    const twice = aList('first', aRow('bird-2', price), aRow('bird-2', other));
    expect(settled(bird, twice)).toMatchObject({
      pricing: { status: 'quarantined', match: { model: 'bird-2' }, issues: [{ code: 'ambiguous-price' }] },
      refused: [{ code: 'ambiguous-price', row: 'ACME/bird-2' }],
    });
    const moving = aList('first', aRow('bird-latest', price));
    expect(settled(anOffer('bird-latest'), moving)).toMatchObject({
      pricing: { status: 'quarantined', issues: [{ code: 'moving-alias' }] },
    });
  });

  it('is told of also where another list has one', () => {
    const { cost, pricing, refused } = settled(bird, says('first', { input: 2, output: 6 }), says('second', price));
    expect(cost).toMatchObject(price);
    expect(pricing).toMatchObject({ source: 'second', differ: [] });
    expect(refused).toMatchObject([{ witness: 'first', code: 'unknown-unit' }]);
  });

  it('is free where its id says so', () => {
    const free = anOffer('hen-8b:free');
    const list = (cost: PriceRow['cost']) => aList('first', aRow('hen-8b:free', cost));
    expect(settled(free, list({ input: 0.001, output: 0.002 })).pricing.issues).toMatchObject([
      { code: 'free-is-paid' },
    ]);
    expect(settled(free, list({ input: 0, output: 0 })).cost).toMatchObject({ input: 0, output: 0 });
  });

  it('leaves of a price with a fee that buys nothing the prices of tokens', () =>
    expect(settled(bird, says('first', { ...price, perRequest: 0.000005 }))).toMatchObject({
      cost: price,
      pricing: { status: 'priced', issues: [{ code: 'fee-too-small' }, { code: 'alone' }] },
    }));
});

describe('what a provider says without a price', () => {
  const word = (pricing: Partial<Model['pricing']>, cost: Partial<Model['cost']> = {}) =>
    anOffer('bird-2', { cost: { ...unknownCost, ...cost }, pricing: { ...bird.pricing, ...pricing } });

  it.each<[string, Model]>([
    ['free', word({ status: 'free', source: 'provider' }, { input: 0, output: 0 })],
    ['free, unsaid how', word({ status: 'free', source: 'provider' })],
    ['variable', word({ status: 'variable', source: 'provider' })],
    ['part of a plan', word({ status: 'plan', source: 'provider' })],
    ['no list price', word({ issues: [{ code: 'no-list-price', detail: 'contact sales' }] })],
  ])('stays, whatever a list says: %s', (_, offer) => {
    const { cost, tiers, pricing, from } = settled(offer, says('first', price), says('second', price));
    expect({ cost, tiers, from }).toEqual({ cost: offer.cost, tiers: offer.tiers, from: {} });
    expect(pricing).toEqual({ ...offer.pricing, confidence: offer.pricing.source === null ? null : 0.989 });
  });

  it('is as sure as who says it', () => {
    const offer = word({ status: 'free', source: 'catalog:models.dev' });
    expect(settled(offer).pricing.confidence).toBe(0.892);
  });

  it('loses the tiers that can’t be right', () => {
    const tiers = [
      { when: { variant: 'small' }, cost: { input: 0.001 } },
      { when: { variant: 'large' }, cost: { input: 5 } },
    ];
    const { tiers: left, pricing } = settled({ ...word({ status: 'variable', source: 'provider' }), tiers });
    expect(left).toEqual(tiers.slice(0, 1));
    expect(pricing).toMatchObject({ status: 'variable', issues: [{ code: 'unknown-unit' }] });
  });
});

describe('settling', () => {
  const lists = [
    says('first', price),
    says('second', other),
    says('third', other),
    says('mad', { input: 2, output: 6 }),
  ];
  const offers = [
    bird,
    anOwn('bird-2', price),
    anOwn('bird-2', { input: 0.0025 }),
    anOwn('bird-2', { input: 0.00015, output: 0.06 }),
    anOwn('bird-2', { ...price, cacheRead: 0.01 }),
    anOwn('bird-2', price, { pricing: { ...bird.pricing, status: 'priced', source: 'catalog:models.dev' } }),
  ];

  it('says nothing twice the second time', () => {
    // Whose dispute was told is asked no more: that is another question.
    for (const offer of offers.slice(0, -1)) {
      const once = settled(offer, ...lists);
      const twice = settled({ ...offer, ...once, tiers: [...once.tiers] }, ...lists);
      expect([twice.cost, codes(twice)]).toEqual([once.cost, codes(once)]);
      expect([twice.pricing.status, twice.pricing.source]).toEqual([once.pricing.status, once.pricing.source]);
    }
  });

  it('comes to the same in whatever order the lists are asked', () =>
    fc.assert(
      fc.property(fc.constantFrom(...offers), fc.shuffledSubarray(lists, { minLength: 2 }), (offer, some) => {
        const sorted = [...some].sort((a, b) => (a.list < b.list ? -1 : 1));
        const [one, same] = [settled(offer, ...some), settled(offer, ...sorted)];
        expect([one.cost, one.tiers, one.from]).toEqual([same.cost, same.tiers, same.from]);
        const { agree, differ, issues, match, ...rest } = one.pricing;
        const { agree: agreed, differ: differed, issues: told, match: matched, ...others } = same.pricing;
        expect(rest).toEqual(others);
        expect(agree.toSorted()).toEqual(agreed.toSorted());
        expect(differ.map(({ witness }) => witness).sort()).toEqual(differed.map(({ witness }) => witness).sort());
        expect(issues.map(({ code }) => code)).toEqual(told.map(({ code }) => code));
        expect(match?.model).toBe(matched?.model);
      }),
    ));

  it('goes by what was measured where nothing else is said', () =>
    expect(settle(bird, { ...aCourt([]), trusts: undefined }).pricing).toEqual(
      settle(bird, aCourt([], { trusts })).pricing,
    ));
});

describe('a list that is not believed as a whole', () => {
  const issue = { code: 'another-unit', detail: '25 of 30 are 1,000 times those' };
  const asked = (offer: Model, lists: readonly PriceIndex[]): Settled =>
    settle(offer, { ...aCourt(lists), apart: new Map([['models.dev', issue]]) });

  it('gives no price, and that is named', () => {
    const { cost, pricing, refused } = asked(bird, [says('models.dev', price)]);
    expect(cost).toEqual(unknownCost);
    expect(pricing).toMatchObject({ status: 'quarantined', issues: [issue] });
    expect(refused).toEqual([{ witness: 'models.dev', row: 'ACME/bird-2', ...issue }]);
  });

  it('nor does the catalog that is the same document', () => {
    const more = { status: 'priced' as const, source: 'catalog:models.dev', evidence: { endpoint: 'catalog', row: 0 } };
    const offer = anOffer('bird-2', { cost: { ...unknownCost, ...price }, pricing: { ...bird.pricing, ...more } });
    expect(asked(offer, []).pricing).toMatchObject({ status: 'quarantined', source: null, issues: [issue] });
    const { cost, pricing } = asked(offer, [says('models.dev', price), says('second', other)]);
    expect([cost, pricing.source]).toEqual([{ ...unknownCost, ...other }, 'second']);
  });

  it('speaks for the catalog whose price is kept from a day on which its unit was another', () => {
    const times = (cost: typeof price, factor: number) => ({
      input: cost.input * factor,
      output: cost.output * factor,
    });
    const kept = (factor: number) =>
      anOffer('bird-2', {
        cost: { ...unknownCost, ...times(price, factor) },
        pricing: {
          ...bird.pricing,
          status: 'priced',
          source: 'catalog:models.dev',
          evidence: { endpoint: 'x', row: 0 },
        },
      });
    const listed = [says('models.dev', price), aList('second')];
    for (const factor of [1000, 1 / 1000, 10.1]) {
      const { cost, pricing } = settled(kept(factor), ...listed);
      expect([cost, pricing.source, pricing.differ]).toEqual([{ ...unknownCost, ...price }, 'models.dev', []]);
    }
    expect(settled(kept(2), ...listed).pricing.source).toBe('catalog:models.dev');
  });

  it('neither agrees nor differs', () => {
    const { pricing } = asked(anOwn('bird-2', price), [says('models.dev', other), says('second', price)]);
    expect(pricing).toMatchObject({ source: 'provider', agree: ['second'], differ: [] });
  });
});
