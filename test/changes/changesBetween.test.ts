import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../src/changes/changesBetween.js';
import { change, type Change } from '../../src/model/change.js';
import type { Model } from '../../src/model/model.js';
import { aModel, anOrigin, aPricing, aProviderFile, day1, day2 } from '../builders.js';
import { aFile, anOffer, anyTable, reread, turned } from './tables.js';

const between = (before: Partial<Model>, after: Partial<Model>): Change[] =>
  changesBetween([aFile([aModel('m', before)])], [reread([aModel('m', after)])]);

const url = 'https://acme.example/api';
const [was, is] = [day1, day2].map((day) => ({ witness: 'provider', url, fetchedAt: day, sha256: day, row: null }));
const acme = { provider: 'acme', id: 'm' };

describe('changesBetween', () => {
  it('tells a price with the row of both sides, and by how much it moved', () => {
    expect(changesBetween([aFile([anOffer('m', 0.001)])], [reread([anOffer('m', 0.0013)])])).toEqual([
      {
        ...{ ...acme, kind: 'price', field: 'input', before: 0.001, after: 0.0013, percent: 30 },
        evidence: { before: { ...was, row: 0 }, after: { ...is, row: 0 } },
      },
    ]);
  });

  it('tells a price under a condition apart from the others', () => {
    const tier = (input: number) => [
      { when: { serviceTier: 'batch', contextAbove: 1000 }, cost: { input } },
      { when: { serviceTier: 'batch' }, cost: { input: 1 } },
    ];
    expect(between({ tiers: tier(2) }, { tiers: tier(1) })).toMatchObject([
      {
        kind: 'price',
        field: 'input',
        when: { serviceTier: 'batch', contextAbove: 1000 },
        before: 2,
        after: 1,
        percent: -50,
      },
    ]);
  });

  it.each([
    [null, 0.001, null],
    [0.001, null, null],
    [0, 0.001, null],
    [0.001, 0, null],
    [0.0001, 0.0003, 200],
    [0.3, 0.1, -66.666667],
    [0.1, 0.3, 200],
  ])('a price from %s to %s moved by %s percent', (before, after, percent) => {
    const [one] = changesBetween([aFile([anOffer('m', before)])], [reread([anOffer('m', after)])]);
    expect(one).toMatchObject({ kind: 'price', before, after, percent });
  });

  it.each<[string, Partial<Model>, Partial<Model>, object]>([
    [
      'a limit',
      { limit: { context: 1000, input: null, output: 10 } },
      { limit: { context: 1000, input: 900, output: 10 } },
      { kind: 'limit', field: 'input', before: null, after: 900 },
    ],
    [
      'the lifecycle',
      { status: 'active' },
      { status: 'deprecated' },
      { kind: 'status', field: 'status', before: 'active' },
    ],
    [
      'the day of its end',
      {},
      { retiresAt: '2026-12-01' },
      { kind: 'status', field: 'retiresAt', after: '2026-12-01' },
    ],
    [
      'what is known of its price',
      { pricing: aPricing({ status: 'free' }) },
      { pricing: aPricing({ status: 'priced' }) },
      { kind: 'status', field: 'pricing', before: 'free', after: 'priced', evidence: { before: { ...was, row: 0 } } },
    ],
    [
      'a capability',
      { capabilities: { ...aModel().capabilities, toolCall: false } },
      { capabilities: { ...aModel().capabilities, toolCall: true } },
      { kind: 'capability', field: 'toolCall', before: false, after: true },
    ],
    [
      'what goes in',
      { modalities: { input: ['text'], output: ['text'] } },
      { modalities: { input: ['text', 'image'], output: ['text'] } },
      { kind: 'capability', field: 'modalities.input', before: ['text'], after: ['image', 'text'] },
    ],
    ['what it is for', { mode: 'chat' }, { mode: 'image' }, { kind: 'capability', field: 'mode', before: 'chat' }],
  ])('tells %s, with the page of both sides', (_, before, after, expected) => {
    expect(between(before, after)).toMatchObject([{ ...acme, evidence: { before: was, after: is }, ...expected }]);
  });

  it('tells a new offer with all that is said of it, and the page that did not list it', () => {
    const [one, ...more] = changesBetween([aFile([anOffer('a')])], [reread([anOffer('a'), anOffer('m')])]);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      ...acme,
      kind: 'offer-new',
      before: null,
      after: { pricing: 'priced', cost: { input: 0.001 } },
    });
    expect(one?.evidence).toEqual({ before: was, after: { ...is, row: 0 } });
  });

  it('tells an offer that is gone with its last price, and since when it is missing', () => {
    const [one, ...more] = changesBetween([aFile([anOffer('a'), anOffer('m')])], [reread([anOffer('a')])]);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      ...acme,
      kind: 'offer-gone',
      before: { cost: { input: 0.001 } },
      after: null,
      missingSince: day2,
    });
    expect(one?.evidence).toEqual({ before: { ...was, row: 0 }, after: is });
  });

  it('tells a provider that is new or gone in one line, with how many offers it has', () => {
    const two = [aFile([anOffer('a'), anOffer('b')])];
    expect(changesBetween([], two)).toMatchObject([
      { kind: 'provider-new', provider: 'acme', id: null, before: null, after: 2 },
    ]);
    expect(changesBetween(two, [])).toMatchObject([
      { kind: 'provider-gone', provider: 'acme', id: null, before: 2, after: null },
    ]);
  });

  it('names the witness whose price it is', () => {
    const sources = { api: anOrigin(), 'prices/litellm/table': anOrigin({ url: 'https://prices.example/' }) };
    const file = (input: number) =>
      aProviderFile({
        sources,
        models: [
          anOffer('m', input, {
            pricing: aPricing({ source: 'litellm', evidence: { endpoint: 'prices/litellm/table', row: 7 } }),
          }),
        ],
      });
    expect(changesBetween([file(1)], [file(2)])[0]?.evidence.after).toMatchObject({
      ...{ witness: 'litellm', url: 'https://prices.example/', row: 7 },
    });
  });

  it('names a catalog that said another fact, which has no page among the records', () => {
    const file = (context: number) =>
      aFile([
        aModel('m', {
          limit: { context, input: null, output: null },
          from: { '*': 'api', 'limit.context': 'catalog:models.dev' },
        }),
      ]);
    expect(changesBetween([file(1)], [file(2)])[0]?.evidence.after).toEqual({
      ...{ witness: 'catalog:models.dev', url: null, fetchedAt: null, sha256: null, row: null },
    });
  });

  const whole = anOffer('m', 0.001, {
    tiers: [{ when: { serviceTier: 'batch', region: 'eu' }, cost: { input: 0.0005 } }],
    modalities: { input: ['text', 'image'], output: ['text'] },
  });
  it.each<[string, Partial<Model>]>([
    [
      'other conditions in another order',
      { tiers: [{ when: { region: 'eu', serviceTier: 'batch' }, cost: { input: 0.0005, output: null } }] },
    ],
    ['modalities in another order', { modalities: { input: ['image', 'text'], output: ['text'] } }],
    ['another row of the same page', { pricing: aPricing({ evidence: { endpoint: 'api', row: 9 } }) }],
    [
      'another witness of the same price',
      { pricing: aPricing({ source: 'helicone', confidence: 0.9, agree: ['litellm'] }) },
    ],
    ['another name, day and model', { name: 'M', lastUpdated: '2026-01-01', ownedBy: 'acme' }],
    ['an issue', { pricing: aPricing({ issues: [{ code: 'alone', detail: 'nobody but helicone prices it' }] }) }],
    ['a price that is kept', { kept: { cost: '2026-01-01' } }],
  ])('takes %s for no change', (_, more) => {
    expect(changesBetween([aFile([whole])], [reread([{ ...whole, ...more }])])).toEqual([]);
  });

  it('is empty for a table and itself, in whatever order it stands', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        expect(changesBetween(table, table)).toEqual([]);
        expect(changesBetween(table, turned(table))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('does not depend on any order, is of the form that is published, and the way back tells as many', () => {
    fc.assert(
      fc.property(anyTable, anyTable, (before, after) => {
        const changes = changesBetween(before, after);
        expect(changesBetween(turned(before), turned(after))).toEqual(changes);
        for (const one of changes) change.parse(one);
        expect(changesBetween(after, before)).toHaveLength(changes.length);
      }),
      { numRuns: 50 },
    );
  });
});
