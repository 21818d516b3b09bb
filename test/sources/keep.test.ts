import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tier } from '../../src/model/cost.js';
import type { Model } from '../../src/model/model.js';
import type { Brought } from '../../src/sources/ask.js';
import { keep } from '../../src/sources/keep.js';
import type { Keeping, Lost } from '../../src/sources/kind.js';
import { unknownCost } from '../../src/sources/unknownCost.js';
import { aModel, anEndpoint, aPricing } from '../builders.js';

const catalogOrigin = 'catalog:models.dev';
const how = (lost: readonly Lost[], more: Partial<Keeping> = {}): Keeping => ({
  endpoints: [
    anEndpoint({ name: 'api' }),
    anEndpoint({ name: 'docs' }),
    anEndpoint({ name: 'catalog', origin: catalogOrigin }),
  ],
  ...{ lost, now: 'api', before: 'api', day: '2026-01-05', today: '2026-01-06', isGone: () => false },
  ...more,
});
const lost = (endpoint: string, ...brings: Brought[]): Lost => ({ endpoint, brings });

/** A model with notes: endpoints of single fields, and days of those that are kept. */
const noted = (model: Model, { from, ...kept }: Pick<Partial<Model>, 'from' | 'kept'>): Model => ({
  ...model,
  ...kept,
  from: { ...model.from, ...from },
});

const pricing = aPricing;
/** A price of the earlier reading: its page has that day. */
const asOf = (known: Model['pricing'], day = '2026-01-05'): Model['pricing'] => ({
  ...known,
  evidence: { endpoint: `api@${day}`, row: 0 },
});
const cost = (more: Partial<Model['cost']>): Model['cost'] => ({ ...unknownCost, ...more });
const long: Tier = { when: { contextAbove: 200_000 }, cost: { input: 0.002 } };

/** What is kept for one model. */
const keepOne = (model: Model, earlier: Model, using: Keeping) => {
  const { items, kept } = keep([model], [earlier], using);
  expect(items).toHaveLength(1);
  return { model: items[0]!, kept };
};

const nothingKept = { records: 0, prices: 0, facts: 0 };
const everything: Brought[] = ['models', 'prices', 'facts', 'ids'];

describe('keep', () => {
  it('keeps nothing where nothing was lost', () => {
    const now = [aModel('a')];
    const before = [aModel('a', { name: 'A', cost: cost({ input: 1 }), pricing: pricing() }), aModel('b')];
    const { items, kept } = keep(now, before, how([]));
    expect(items[0]).toBe(now[0]);
    expect([items.length, kept]).toEqual([1, nothingKept]);
  });

  it('keeps nothing of a model that was not known before', () => {
    const now = aModel('new');
    const { items, kept } = keep([now], [aModel('NEW', { name: 'N' })], how([lost('api', 'prices', 'facts')]));
    expect(items[0]).toBe(now);
    expect(kept).toEqual(nothingKept);
  });

  it('keeps nothing without ids but what else went with them', () => {
    const now = aModel('a');
    expect(keepOne(now, aModel('a', { name: 'A' }), how([lost('api', 'ids')]))).toEqual({
      model: now,
      kept: nothingKept,
    });
  });

  it('keeps nothing of what an endpoint brought that was not lost', () => {
    const now = aModel('a');
    const earlier = aModel('a', { name: 'A', cost: cost({ input: 1 }), pricing: pricing() });
    expect(keepOne(now, earlier, how([lost('docs', ...everything)])).model).toBe(now);
    expect(
      keepOne(now, noted(earlier, { from: { name: 'docs', cost: 'docs' } }), how([lost('api', 'models')])).model,
    ).toBe(now);
  });

  it('keeps no prices for lost facts, and no facts for lost prices', () => {
    const earlier = aModel('a', { name: 'A', cost: cost({ input: 1 }), pricing: pricing() });
    const facts = keepOne(aModel('a'), earlier, how([lost('api', 'facts')]));
    expect(facts).toEqual({
      model: noted(aModel('a', { name: 'A' }), { kept: { name: '2026-01-05' } }),
      kept: { records: 0, prices: 0, facts: 1 },
    });
    const prices = keepOne(aModel('a'), earlier, how([lost('api', 'prices')]));
    expect(prices).toEqual({
      model: noted({ ...earlier, name: null, pricing: asOf(pricing()) }, { kept: { cost: '2026-01-05' } }),
      kept: { records: 0, prices: 1, facts: 0 },
    });
  });

  describe('of other facts', () => {
    const facts = lost('api', 'facts');

    it('keeps what is null now, field by field, and notes each with the day, sorted', () => {
      const earlier = aModel('a', {
        ...{ openWeights: false, knowledge: '2025', name: 'A before' },
        limit: { context: 8, input: null, output: 4 },
        capabilities: { ...aModel().capabilities, toolCall: false },
        modalities: { input: ['text'], output: [] },
      });
      const now = aModel('a', {
        name: 'A before',
        limit: { context: 8, input: null, output: null },
        modalities: { input: [], output: ['text'] },
      });
      const { model, kept } = keepOne(now, earlier, how([facts]));
      expect(model).toEqual(
        noted(
          {
            ...earlier,
            modalities: { input: ['text'], output: ['text'] },
          },
          {
            kept: {
              ...{ 'capabilities.toolCall': '2026-01-05', knowledge: '2026-01-05', 'limit.output': '2026-01-05' },
              ...{ 'modalities.input': '2026-01-05', openWeights: '2026-01-05' },
            },
          },
        ),
      );
      expect(Object.keys(model.kept!)).toEqual([
        ...['capabilities.toolCall', 'knowledge', 'limit.output', 'modalities.input', 'openWeights'],
      ]);
      expect(kept).toEqual({ records: 0, prices: 0, facts: 1 });
    });

    it('keeps what its own endpoint says otherwise while a page of facts is missing: it may be the lesser word', () => {
      const now = aModel('a', { name: 'A', openWeights: false });
      const earlier = aModel('a', { name: 'B', openWeights: false });
      expect(keepOne(now, earlier, how([facts])).model).toEqual(noted(earlier, { kept: { name: '2026-01-05' } }));
    });

    it('keeps what a lesser endpoint said in place of what one says now that lacks a page of facts', () => {
      const earlier = noted(aModel('a', { name: 'documented' }), { from: { name: 'docs' } });
      expect(keepOne(aModel('a', { name: 'rough' }), earlier, how([facts])).model).toEqual(
        noted(earlier, { kept: { name: '2026-01-05' } }),
      );
    });

    it('knows whose word the fields of a model are that another endpoint alone listed', () => {
      const listed = (more: Partial<Model>) => aModel('a', { from: { '*': 'docs' }, ...more });
      const { model } = keepOne(
        noted(listed({ name: 'theirs' }), { from: { name: catalogOrigin } }),
        listed({ name: 'ours' }),
        how([lost('docs', 'facts')]),
      );
      expect([model.name, model.from, model.kept]).toEqual(['ours', { '*': 'docs' }, { name: '2026-01-05' }]);
    });

    it('takes a mode that is only concluded for nobody’s word', () => {
      const chat = aModel('a-chat', { mode: 'chat' });
      const told = noted(aModel('a-chat', { mode: 'other' }), { from: { mode: 'docs' } });
      expect(keepOne(chat, told, how([lost('docs', 'facts')])).model).toEqual(
        noted(told, { kept: { mode: '2026-01-05' } }),
      );
      const same = noted(chat, { from: { mode: 'docs' } });
      expect(keepOne(chat, same, how([lost('docs', 'facts')])).model).toBe(chat);
    });

    it('keeps a mode that was concluded of what is lost', () => {
      const video = { modalities: { input: [], output: ['video'] } } satisfies Partial<Model>;
      const earlier = noted(aModel('a-chat', { ...video, mode: 'video' }), { from: { 'modalities.output': 'docs' } });
      const { model } = keepOne(aModel('a-chat', { mode: 'chat' }), earlier, how([lost('docs', 'facts')]));
      expect([model.mode, model.kept]).toEqual(['video', { mode: '2026-01-05', 'modalities.output': '2026-01-05' }]);
    });

    it('lets the time go on for a status that is kept with its dates', () => {
      const earlier = aModel('a', { status: 'deprecated', retiresAt: '2026-01-06' });
      expect(keepOne(aModel('a', { status: 'active' }), earlier, how([facts])).model.status).toBe('retired');
    });

    it('prefers what the endpoint said before to what a lesser one says now', () => {
      const now = noted(aModel('a', { name: 'theirs', knowledge: '2020' }), {
        from: { knowledge: catalogOrigin, name: catalogOrigin },
      });
      expect(keepOne(now, aModel('a', { name: 'ours' }), how([facts])).model).toEqual(
        noted(aModel('a', { name: 'ours', knowledge: '2020' }), {
          from: { knowledge: catalogOrigin },
          kept: { name: '2026-01-05' },
        }),
      );
    });

    it('says no more that a field is filled where all of them are kept from the endpoint itself', () => {
      const now = noted(aModel('a', { name: 'theirs' }), { from: { name: catalogOrigin } });
      const { model } = keepOne(now, aModel('a', { name: 'ours' }), how([facts]));
      expect([model.from, model.kept]).toEqual([{ '*': 'api' }, { name: '2026-01-05' }]);
    });

    it('prefers what a better endpoint says now to what the lost one said before', () => {
      const earlier = noted(aModel('a', { name: 'documented' }), { from: { name: 'docs' } });
      const now = aModel('a', { name: 'ours' });
      expect(keepOne(now, earlier, how([lost('docs', 'facts')])).model).toBe(now);
    });

    it('fills what an endpoint that failed filled before, and that only, with the same note', () => {
      const earlier = noted(aModel('a', { name: 'A', knowledge: '2025', openWeights: true }), {
        from: { knowledge: 'docs', openWeights: catalogOrigin },
      });
      const { model } = keepOne(aModel('a'), earlier, how([lost('catalog', 'prices', 'facts')]));
      expect(model).toEqual(
        noted(aModel('a', { openWeights: true }), {
          from: { openWeights: catalogOrigin },
          kept: { openWeights: '2026-01-05' },
        }),
      );
    });

    it('fills what an endpoint that failed said itself when it gave the models', () => {
      const earlier = aModel('a', { name: 'A', from: { '*': 'docs' } });
      const { model } = keepOne(aModel('a'), earlier, how([lost('docs', 'facts')], { before: 'docs' }));
      expect(model).toEqual(
        noted(aModel('a', { name: 'A' }), { from: { name: 'docs' }, kept: { name: '2026-01-05' } }),
      );
    });

    it('names a catalog that gave the models before as what is filled from it is named', () => {
      const theirs = { cost: cost({ input: 1 }), pricing: pricing({ source: catalogOrigin }) };
      const earlier = aModel('a', { name: 'A', ...theirs, from: { '*': 'catalog' } });
      const { model } = keepOne(aModel('a'), earlier, how([lost('catalog', 'prices', 'facts')], { before: 'catalog' }));
      expect(model.from).toEqual({ '*': 'api', cost: catalogOrigin, name: catalogOrigin });
    });

    it.each([
      ['field', { name: '2026-01-02' }],
      ['record', { '*': '2026-01-02' }],
    ])('knows the day of a %s that was kept before', (_, kept) => {
      const earlier = noted(aModel('a', { name: 'A' }), { kept });
      expect(keepOne(aModel('a'), earlier, how([facts])).model.kept).toEqual({ name: '2026-01-02' });
    });

    it('forgets that a field was kept where it is there again', () => {
      const earlier = noted(aModel('a', { name: 'A' }), { kept: { name: '2026-01-02' } });
      const now = aModel('a', { name: 'A' });
      expect(keepOne(now, earlier, how([facts])).model).toBe(now);
    });
  });

  describe('of prices', () => {
    const prices = lost('api', 'prices');
    const issues = [{ code: 'note', detail: 'two tables' }];
    const earlier = aModel('a', {
      ...{ cost: cost({ input: 0.001, output: 0.002 }), tiers: [long], pricing: pricing({ issues }) },
    });
    const was = { ...earlier, pricing: asOf(earlier.pricing) };

    it('keeps the whole price, tiers and all, of a model that has none now', () => {
      expect(keepOne(aModel('a'), earlier, how([prices]))).toEqual({
        model: noted(was, { kept: { cost: '2026-01-05' } }),
        kept: { records: 0, prices: 1, facts: 0 },
      });
    });

    it('keeps it in place of a zero that nobody explained', () => {
      const zero = pricing({ status: 'unknown', source: null, issues: [{ code: 'zero-price', detail: 'all 0' }] });
      expect(keepOne(aModel('a', { pricing: zero }), earlier, how([prices])).model.pricing).toEqual(was.pricing);
    });

    it.each(['free', 'variable', 'plan'] as const)('keeps that a model is %s', (status) => {
      const said = aModel('a', { pricing: pricing({ status }) });
      expect(keepOne(aModel('a'), said, how([prices])).model).toEqual(
        noted({ ...said, pricing: asOf(said.pricing) }, { kept: { cost: '2026-01-05' } }),
      );
    });

    it('keeps none where there was none', () => {
      const now = aModel('a');
      expect(keepOne(now, aModel('a', { tiers: [long] }), how([prices])).model).toBe(now);
    });

    it('adds to a price of the endpoint what its lost page brought: single prices and tiers', () => {
      const batch: Tier = { when: { serviceTier: 'batch' }, cost: { input: 0.0005 } };
      const now = aModel('a', { cost: cost({ input: 0.003, perImage: 0.04 }), tiers: [batch], pricing: pricing() });
      const before = { ...earlier, cost: cost({ input: 0.001, output: 0.002, cacheRead: 0, perRequest: 0.01 }) };
      expect(keepOne(now, before, how([prices]))).toEqual({
        model: noted(
          {
            ...now,
            cost: cost({ input: 0.003, output: 0.002, cacheRead: 0, perImage: 0.04, perRequest: 0.01 }),
            tiers: [batch, long],
          },
          { kept: { cost: '2026-01-05' } },
        ),
        kept: { records: 0, prices: 1, facts: 0 },
      });
    });

    it('also says with them what the price was, where it is said otherwise now', () => {
      const now = aModel('a', { pricing: { ...pricing(), status: 'plan' }, tiers: earlier.tiers });
      const { model } = keepOne(now, earlier, how([prices]));
      expect([model.cost, model.pricing]).toEqual([was.cost, was.pricing]);
    });

    it('adds no tier of a condition that has one, in whatever order it is written', () => {
      const now = aModel('a', {
        ...{ cost: earlier.cost, pricing: pricing() },
        tiers: [{ when: { contextAbove: 200_000, serviceTier: 'batch' }, cost: { input: 9 } }],
      });
      const before = {
        ...earlier,
        tiers: [{ when: { serviceTier: 'batch', contextAbove: 200_000 }, cost: { input: 1 } }],
      };
      expect(keepOne(now, before, how([prices]))).toEqual({ model: now, kept: nothingKept });
    });

    it('leaves a price of the endpoint that lacks nothing as it is', () => {
      const now = aModel('a', { cost: cost({ input: 9, output: 9 }), tiers: [long], pricing: pricing() });
      expect(keepOne(now, earlier, how([prices])).model).toBe(now);
    });

    it('prefers the price of before to that of a lesser endpoint now', () => {
      const now = noted(
        aModel('a', { cost: cost({ input: 9, perImage: 9 }), tiers: [], pricing: pricing({ source: catalogOrigin }) }),
        { from: { cost: catalogOrigin } },
      );
      const { evidence, match } = pricing();
      const quotes = [
        { witness: catalogOrigin, evidence: evidence!, cost: { input: 9, perImage: 9 }, tiers: [], match },
      ];
      expect(keepOne(now, earlier, how([prices])).model).toEqual(
        noted({ ...was, quotes }, { kept: { cost: '2026-01-05' } }),
      );
    });

    it('keeps it as a whole where the page that stated it did not come, and another page states another one', () => {
      const isGone = (page: string) => page === 'api';
      const known = { ...earlier, cost: cost({ perPage: 0.004 }), tiers: [] };
      const now = aModel('a', {
        cost: cost({ input: 9 }),
        pricing: pricing({ evidence: { endpoint: 'api/2', row: 0 } }),
      });
      expect(keepOne(now, known, how([prices], { isGone })).model).toEqual(
        noted({ ...known, pricing: asOf(known.pricing) }, { kept: { cost: '2026-01-05' } }),
      );
      const same = { ...now, cost: known.cost };
      expect(keepOne(same, known, how([prices], { isGone })).model).toBe(same);
    });

    it('prefers the price of a better endpoint now', () => {
      const before = noted(earlier, { from: { cost: 'docs' } });
      const now = aModel('a', { cost: cost({ input: 9 }), pricing: pricing() });
      expect(keepOne(now, before, how([lost('docs', 'prices')])).model).toBe(now);
    });

    it('keeps what an endpoint that failed filled, with the same note', () => {
      const theirs = { ...earlier, pricing: pricing({ source: catalogOrigin }) };
      const before = noted(theirs, { from: { cost: catalogOrigin, name: 'docs' } });
      expect(keepOne(aModel('a'), before, how([lost('catalog', 'prices', 'facts')])).model).toEqual(
        noted(
          { ...theirs, pricing: asOf(theirs.pricing) },
          { from: { cost: catalogOrigin }, kept: { cost: '2026-01-05' } },
        ),
      );
    });

    it.each([
      ['gave the models before and fills them now', { before: 'catalog' }, { now: { cost: catalogOrigin } }],
      ['filled the models before and gives them now', { now: 'catalog' }, { before: { cost: catalogOrigin } }],
    ])('leaves a price of a catalog that %s as it is, where it has lost others', (_, places, from) => {
      const theirs = pricing({ source: catalogOrigin });
      const before = aModel('a', { cost: cost({ input: 0.001 }), pricing: theirs });
      const now = aModel('a', { cost: cost({ input: 0.005 }), pricing: theirs });
      const notes = { now: {}, before: {}, ...from };
      const { model, kept } = keepOne(
        noted(now, { from: notes.now }),
        noted(before, { from: notes.before }),
        how([lost('catalog', 'prices')], places),
      );
      expect([model.cost.input, kept]).toEqual([0.005, nothingKept]);
    });

    it('knows the day of a price that was kept before', () => {
      const before = noted(earlier, { kept: { cost: '2026-01-02' } });
      expect(keepOne(aModel('a'), before, how([prices])).model.kept).toEqual({ cost: '2026-01-02' });
    });

    it('names the page of a price by the day of its reading, and by that day ever after', () => {
      const pageOf = (endpoint: string, day: string) => {
        const known = { ...earlier, pricing: pricing({ evidence: { endpoint, row: 7 } }) };
        return keepOne(aModel('a'), known, how([prices], { day })).model.pricing.evidence;
      };
      expect(pageOf('api/meters', '2026-01-05')).toEqual({ endpoint: 'api/meters@2026-01-05', row: 7 });
      expect(pageOf('api/meters@2026-01-02', '2026-01-05')).toEqual({ endpoint: 'api/meters@2026-01-02', row: 7 });
    });

    it('leaves a kept price without a page without one', () => {
      const known = { ...earlier, pricing: pricing({ evidence: null }) };
      expect(keepOne(aModel('a'), known, how([prices])).model.pricing.evidence).toBeNull();
    });

    it('leaves the page of a price that only lacks a part of it as it is', () => {
      const now = aModel('a', { cost: cost({ input: 0.003 }), tiers: [], pricing: pricing() });
      expect(keepOne(now, earlier, how([prices])).model.pricing).toEqual(now.pricing);
    });

    it('keeps a price and other facts of one model, and notes both', () => {
      const before = { ...earlier, name: 'A' };
      expect(keepOne(aModel('a'), before, how([lost('api', 'facts'), prices]))).toEqual({
        model: noted({ ...was, name: 'A' }, { kept: { cost: '2026-01-05', name: '2026-01-05' } }),
        kept: { records: 0, prices: 1, facts: 1 },
      });
    });
  });

  describe('of records', () => {
    it('keeps those that the lost page alone listed, as they were, after the others', () => {
      const now = [aModel('c'), aModel('a')];
      const before = [aModel('b', { name: 'B' }), aModel('a', { name: 'A' }), aModel('d')];
      expect(keep(now, before, how([lost('api', 'models')]))).toEqual({
        items: [
          ...now,
          noted(aModel('b', { name: 'B' }), { kept: { '*': '2026-01-05' } }),
          noted(aModel('d'), { kept: { '*': '2026-01-05' } }),
        ],
        kept: { records: 2, prices: 0, facts: 0 },
      });
    });

    it('knows the day of a record, and of a field of it, that was kept before', () => {
      const before = [
        noted(aModel('a'), { kept: { '*': '2026-01-02' } }),
        noted(aModel('b', { name: 'B' }), { kept: { name: '2026-01-03' } }),
      ];
      const { items } = keep([], before, how([lost('api', 'models')]));
      expect(items.map(({ kept }) => kept)).toEqual([{ '*': '2026-01-02' }, { '*': '2026-01-05', name: '2026-01-03' }]);
    });

    it('names the pages of all that was said of their prices by the day of the reading', () => {
      const at = (endpoint: string) => ({ endpoint, row: 3 });
      const quote = { witness: 'provider', evidence: at('docs'), cost: { input: 1 }, tiers: [], match: null };
      const known = aModel('a', { cost: cost({ input: 1 }), pricing: pricing(), quotes: [quote] });
      const [model] = keep([], [known], how([lost('api', 'models')])).items;
      expect(model!.pricing).toEqual(asOf(known.pricing));
      expect(model!.quotes).toEqual([{ ...quote, evidence: at('docs@2026-01-05') }]);
    });

    it('tells ids apart by case', () => {
      const { items } = keep([aModel('A')], [aModel('a')], how([lost('api', 'models')]));
      expect(items.map(({ id }) => id)).toEqual(['A', 'a']);
    });

    it.each(['api', 'docs'])(
      'keeps those that an endpoint alone listed that fills, whoever gave the others: %s',
      (before) => {
        const listed = aModel('b@2', { from: { '*': 'docs' } });
        const lacking = how([lost('docs', 'models')], { before });
        expect(keep([aModel('a')], [aModel('a'), listed], lacking).items).toEqual([
          aModel('a'),
          noted(listed, { kept: { '*': '2026-01-05' } }),
        ]);
        // The list writes it otherwise.
        expect(keep([aModel('B')], [listed], lacking).items).toEqual([aModel('B')]);
      },
    );

    it('lets the end of one that is kept come', () => {
      const ending = aModel('a', { status: 'deprecated', retiresAt: '2026-01-06' });
      expect(keep([], [ending], how([lost('api', 'models')])).items[0]!.status).toBe('retired');
    });

    it.each([
      ['of a page of an endpoint that did not list them', how([lost('docs', 'models')])],
      ['where the page brought other things', how([lost('api', 'prices', 'facts', 'ids')])],
    ])('keeps none %s', (_, using) => {
      const { items, kept } = keep([aModel('a')], [aModel('a'), aModel('b')], using);
      expect([items, kept]).toEqual([[aModel('a')], nothingKept]);
    });
  });

  describe('of what is said beside a price', () => {
    const quote = (endpoint: string) => ({
      ...{ witness: 'provider', evidence: { endpoint, row: 0 }, cost: { input: 1 }, tiers: [], match: null },
    });
    const none = (code: string) =>
      pricing({ status: 'unknown', source: null, evidence: null, issues: [{ code, detail: 'x' }] });
    const ofDocs = how([lost('docs', 'prices')]);

    it('keeps the quotes of an endpoint that failed, as of that day, beside those of today', () => {
      const earlier = aModel('a', { quotes: [quote('docs/meters'), quote('catalog')] });
      const now = aModel('a', { quotes: [quote('catalog')] });
      expect(keepOne(now, earlier, ofDocs)).toEqual({
        model: noted(aModel('a', { quotes: [quote('catalog'), quote('docs/meters@2026-01-05')] }), {
          kept: { quotes: '2026-01-05' },
        }),
        kept: { records: 0, prices: 0, facts: 1 },
      });
      expect(keepOne(earlier, earlier, ofDocs).model).toBe(earlier);
    });

    it('keeps that there is no price, also where only a catalog states one now', () => {
      const earlier = aModel('a', { pricing: none('no-list-price') });
      const byCatalog = noted(aModel('a', { cost: cost({ input: 9 }), pricing: pricing({ source: catalogOrigin }) }), {
        from: { cost: catalogOrigin },
      });
      for (const now of [aModel('a', { pricing: none('not-priced') }), byCatalog])
        expect(keepOne(now, earlier, ofDocs).model).toEqual(noted(earlier, { kept: { cost: '2026-01-05' } }));
      const own = aModel('a', { cost: cost({ input: 9 }), pricing: pricing() });
      expect(keepOne(own, earlier, ofDocs).model).toBe(own);
      expect(keepOne(byCatalog, earlier, how([lost('catalog', 'prices')])).model).toBe(byCatalog);
    });

    it('keeps what could not be read beside a price that is the same', () => {
      const unread = [{ code: 'unread-price', detail: '$1 per hour' }];
      const stated = { cost: cost({ input: 1 }) };
      const earlier = aModel('a', { ...stated, pricing: pricing({ issues: unread }) });
      const now = aModel('a', { ...stated, pricing: pricing() });
      expect(keepOne(now, earlier, ofDocs).model.pricing.issues).toEqual(unread);
    });
  });

  it('changes no field that it does not note, drops no model and counts what it notes', () => {
    const model = fc.record({
      name: fc.constantFrom('A', 'B', null),
      openWeights: fc.constantFrom(true, false, null),
      input: fc.constantFrom(1, 2, null),
      from: fc.constantFrom<Record<string, string>[]>(
        {},
        { name: 'docs' },
        { name: catalogOrigin },
        { cost: catalogOrigin },
      ),
    });
    const made = fc
      .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), model), { selector: ([id]) => id })
      .map((list) =>
        list.map(([id, { name, openWeights, input, from }]) =>
          noted(
            aModel(id, {
              ...{ name, openWeights, cost: cost({ input }) },
              pricing: input === null ? aModel().pricing : pricing(),
            }),
            { from },
          ),
        ),
      );
    const someLost = fc.array(
      fc.record({
        endpoint: fc.constantFrom('api', 'docs', 'catalog'),
        brings: fc.subarray(everything),
      }),
    );
    fc.assert(
      fc.property(made, made, someLost, (now, before, parts) => {
        const { items, kept } = keep(now, before, how(parts));
        const notes = items.map(({ kept: days }) => Object.keys(days ?? {}));
        expect(items.slice(0, now.length).map(({ id }) => id)).toEqual(now.map(({ id }) => id));
        expect(kept).toEqual({
          records: notes.filter((fields) => fields.includes('*')).length,
          prices: notes.filter((fields) => fields.includes('cost')).length,
          facts: notes.filter((fields) => fields.some((field) => field !== '*' && field !== 'cost')).length,
        });
        for (const [i, model] of now.entries()) {
          const { name, openWeights, cost: price } = items[i]!;
          const is = { name, openWeights, cost: price };
          const was = { name: model.name, openWeights: model.openWeights, cost: model.cost };
          const unnoted = (fields: typeof is) => Object.entries(fields).filter(([field]) => !notes[i]!.includes(field));
          expect(unnoted(is)).toEqual(unnoted(was));
        }
      }),
    );
  });
});

describe('prices of which some fell', () => {
  const fell = (what: 'some' | 'all') => how([{ ...lost('api', 'prices'), fell: what }]);
  const batch: Tier = { when: { serviceTier: 'batch' }, cost: { input: 0.0005, output: 0.001 } };
  const earlier = aModel('a', {
    cost: cost({ input: 0.001, output: 0.002 }),
    tiers: [long, batch],
    pricing: pricing(),
  });
  const day = { kept: { cost: '2026-01-05' } };

  it('are kept beside those that are still stated, tiers field by field', () => {
    const now = aModel('a', {
      ...{ cost: cost({ output: 0.003 }), pricing: pricing() },
      tiers: [{ when: batch.when, cost: { output: 0.0015 } }],
    });
    const tiers = [long, { when: batch.when, cost: { input: 0.0005, output: 0.0015 } }];
    expect(keepOne(now, earlier, fell('some')).model).toEqual(
      noted({ ...now, cost: cost({ input: 0.001, output: 0.003 }), tiers }, day),
    );
  });

  it('are not replaced by what is new or free now', () => {
    const now = aModel('a', {
      ...{ cost: cost({ input: 0, output: 0, perImage: 1 }), pricing: pricing({ status: 'free' }) },
      tiers: [{ when: { variant: 'odd' }, cost: { input: 0.002 } }],
    });
    expect(keepOne(now, earlier, fell('some')).model).toEqual(noted({ ...earlier, pricing: asOf(pricing()) }, day));
  });

  it('stand on the earlier page where none of them is stated now, whatever else is', () => {
    const now = aModel('a', {
      cost: cost({ perImage: 1 }),
      pricing: pricing({ evidence: { endpoint: 'api', row: 3 } }),
    });
    expect(keepOne(now, earlier, fell('some')).model).toEqual(noted({ ...earlier, pricing: asOf(pricing()) }, day));
  });

  it('leave a model alone of which none fell, be there new ones', () => {
    const now = { ...earlier, cost: cost({ input: 0.004, output: 0.002, cacheRead: 1 }) };
    expect(keepOne(now, earlier, fell('some'))).toEqual({ model: now, kept: nothingKept });
  });

  it('are all kept where the unit of all is gone', () => {
    const now = { ...earlier, cost: cost({ input: 1, output: 2 }) };
    expect(keepOne(now, earlier, fell('all')).model).toEqual(noted({ ...earlier, pricing: asOf(pricing()) }, day));
  });
});
