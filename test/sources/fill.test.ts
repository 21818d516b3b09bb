import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { model as modelSchema, type Model } from '../../src/model/model.js';
import { fill, fillOrigin, pricedBy } from '../../src/sources/fill.js';
import { aModel, aPricing, priced } from '../builders.js';

const origin = 'catalog:models.dev';
const fillOne = (model: Model, ...others: Model[]): Model => fill([model], others, origin)[0]!;
const noted = (model: Model, from: Record<string, string>): Model => ({ ...model, from: { ...model.from, ...from } });

const known: Partial<Model> = {
  ...{ name: 'Em', ownedBy: 'lab', mode: 'chat', openWeights: false, quantization: 'fp8', knowledge: '2024' },
  ...{ releaseDate: '2025', lastUpdated: '2026', status: 'active', deprecatedAt: '2027', retiresAt: '2028' },
};

describe('fill', () => {
  it('takes what is null from the model of the same id, and notes where it is from, sorted', () => {
    const filled = fillOne(aModel('m'), aModel('m', known));
    expect(filled).toEqual(
      noted(aModel('m', known), Object.fromEntries(Object.keys(known).map((field) => [field, origin]))),
    );
    expect(Object.keys(filled.from)).toEqual(['*', ...Object.keys(known).sort()]);
  });

  it('keeps all that is known, also false and other words for the same', () => {
    const mine = aModel('m', { ...known, openWeights: true, name: 'M' });
    expect(fillOne(mine, aModel('m', known))).toBe(mine);
    const off = aModel('m', { openWeights: false });
    expect(fillOne(off, aModel('m', { openWeights: true }))).toBe(off);
  });

  it('fills limits, capabilities and modalities part by part', () => {
    const capabilities = { ...aModel().capabilities, toolCall: false };
    const mine = aModel('m', {
      limit: { context: 8_192, input: null, output: null },
      capabilities,
      modalities: { input: ['text'], output: [] },
    });
    const other = aModel('m', {
      limit: { context: 1, input: 6_144, output: 4_096 },
      capabilities: { ...capabilities, toolCall: true, reasoning: true },
      modalities: { input: ['image'], output: ['text'] },
    });
    expect(fillOne(mine, other)).toEqual(
      noted(
        {
          ...mine,
          limit: { context: 8_192, input: 6_144, output: 4_096 },
          capabilities: { ...capabilities, reasoning: true },
          modalities: { input: ['text'], output: ['text'] },
        },
        {
          ...{ 'capabilities.reasoning': origin, 'limit.input': origin, 'limit.output': origin },
          'modalities.output': origin,
        },
      ),
    );
  });

  it('leaves a model that the later endpoint does not have, or adds nothing to, as it is', () => {
    const mine = aModel('m', { name: 'Em' });
    expect(fillOne(mine, aModel('n', { ...known, name: 'En' }))).toBe(mine);
    expect(fillOne(mine, aModel('m'))).toBe(mine);
    expect(fill([mine], [], origin)).toEqual([mine]);
  });

  it('adds no models and keeps the order', () => {
    const models = [aModel('b'), aModel('a')];
    expect(fill(models, [aModel('c'), aModel('a', { name: 'A' })], origin).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('keeps what an earlier endpoint filled', () => {
    const mine = noted(aModel('m', { name: 'Em' }), { name: 'docs' });
    expect(fillOne(mine, aModel('m', { ownedBy: 'lab' })).from).toEqual({ '*': 'api', name: 'docs', ownedBy: origin });
  });

  describe('prices', () => {
    const tiers = [{ when: { contextAbove: 200_000 }, cost: { input: 0.002 } }];

    it('are taken as a whole where the first endpoint is silent about them', () => {
      const other = priced(aModel('m', { tiers }));
      expect(fillOne(aModel('m'), other)).toEqual(
        noted(aModel('m', { cost: other.cost, pricing: other.pricing, tiers }), { cost: origin }),
      );
    });

    it('are never mixed with those of the first endpoint', () => {
      const mine = priced(aModel('m'));
      const other = { ...priced(aModel('m', { tiers })), cost: { ...mine.cost, input: 9, output: 9 } };
      expect({ ...fillOne(mine, other), quotes: undefined }).toEqual(mine);
    });

    it.each(['free', 'variable', 'plan'] as const)('are not taken where the first endpoint says %s', (status) => {
      const mine = aModel('m', { pricing: aPricing({ status }) });
      expect({ ...fillOne(mine, priced(aModel('m'))), quotes: undefined }).toEqual(mine);
    });

    it('take the place of a zero that nobody explained', () => {
      const issues = [{ code: 'zero-price', detail: 'all prices are 0' }];
      const mine = aModel('m', { pricing: { ...aModel().pricing, issues } });
      expect(fillOne(mine, priced(aModel('m'))).pricing).toEqual(priced(aModel('m')).pricing);
    });

    it('are not taken where the provider says that it has no list price: the reason stays', () => {
      const issues = [{ code: 'no-list-price', detail: 'prices are in euro' }];
      const mine = aModel('m', { pricing: { ...aModel().pricing, issues } });
      expect({ ...fillOne(mine, priced(aModel('m'))), quotes: undefined }).toEqual(mine);
      expect({ ...fillOne(mine, priced(aModel('m', { name: 'Em' }))), quotes: undefined }).toEqual(
        noted({ ...mine, name: 'Em' }, { name: origin }),
      );
    });

    it('stay unknown where the later endpoint knows none either', () => {
      const mine = aModel('m');
      expect(fillOne(mine, aModel('m', { tiers }))).toBe(mine);
    });
  });

  describe('quotes', () => {
    const evidence = { endpoint: 'docs', row: 4 };
    const tiers = [{ when: { serviceTier: 'batch' }, cost: { input: 0.004 } }];
    const said = aModel('m', {
      cost: { ...aModel().cost, input: 0.009, output: 0 },
      tiers,
      pricing: aPricing({ evidence }),
    });
    const quote = { witness: 'provider', evidence, cost: { input: 0.009, output: 0 }, tiers, match: null };

    it('are what a later endpoint states beside a price that is there, which stays', () => {
      const mine = priced(aModel('m'));
      expect(fillOne(mine, said)).toEqual({ ...mine, quotes: [quote] });
    });

    it.each(['free', 'variable', 'plan'] as const)('stand beside a word of the first endpoint: %s', (status) => {
      const mine = aModel('m', { pricing: aPricing({ status }) });
      expect(fillOne(mine, said)).toEqual({ ...mine, quotes: [quote] });
    });

    it('are none where the first endpoint is silent: the price is taken then', () => {
      const filled = fillOne(aModel('m'), said);
      expect(filled.cost).toEqual(said.cost);
      expect(filled).not.toHaveProperty('quotes');
    });

    it('stand where the schema has them: a record is written as it is read again', () => {
      const filled = fillOne({ ...priced(aModel('m')), name: null }, { ...said, name: 'Em' });
      expect(JSON.stringify(modelSchema.parse(filled))).toBe(JSON.stringify(filled));
    });

    it('come after those of endpoints before', () => {
      const theirs = { ...said, pricing: aPricing({ source: origin, evidence: { endpoint: 'catalog', row: 0 } }) };
      const [filled] = fill(fill([priced(aModel('m'))], [said], 'docs'), [theirs], origin);
      expect(filled!.quotes?.map(({ witness, evidence: at }) => [witness, at.endpoint])).toEqual([
        ['provider', 'docs'],
        [origin, 'catalog'],
      ]);
      expect(filled!.from).toEqual({ '*': 'api' });
    });

    it.each(['free', 'variable', 'plan', 'unknown'] as const)('are prices, and no word such as %s', (status) => {
      const mine = priced(aModel('m'));
      expect(fillOne(mine, { ...said, pricing: aPricing({ status, evidence }) })).toBe(mine);
    });
  });

  describe('matches', () => {
    const lab = { ownedBy: 'lab' };

    it('an id in another case', () => expect(fillOne(aModel('Lab/M'), aModel('lab/m', lab)).ownedBy).toBe('lab'));

    it('rather the very id than one in another case', () => {
      const others = [aModel('M', lab), aModel('m', { ownedBy: 'other' })];
      expect(fillOne(aModel('M'), ...others).ownedBy).toBe('lab');
      expect(fillOne(aModel('M'), ...others.toReversed()).ownedBy).toBe('lab');
    });

    it('else a name, whatever its case and blanks', () =>
      expect(fillOne(aModel('m', { name: ' big  M' }), aModel('x', { name: 'Big M', ...lab })).ownedBy).toBe('lab'));

    it('rather the id than the name', () => {
      const others = [aModel('x', { name: 'M', ownedBy: 'other' }), aModel('m', lab)];
      expect(fillOne(aModel('m', { name: 'M' }), ...others).ownedBy).toBe('lab');
    });

    it('no name that two of the later endpoint have', () => {
      const mine = aModel('m', { name: 'M' });
      expect(fillOne(mine, aModel('x', { name: 'M', ...lab }), aModel('y', { name: 'm', ...lab }))).toBe(mine);
    });

    it('no two models without a name', () => {
      const mine = aModel('m');
      expect(fillOne(mine, aModel('x', lab))).toBe(mine);
      expect(fillOne({ ...mine, name: ' ' }, aModel('x', { name: '', ...lab }))).toMatchObject({ ownedBy: null });
    });

    it("no namesake that is another of our models: its price is not this one's", () => {
      const models = [aModel('m', { name: 'M' }), aModel('m:encrypted', { name: 'M' })];
      const [plain, encrypted] = fill(models, [priced(aModel('M', { name: 'M' }))], origin);
      expect(plain!.cost.input).toBe(0.001);
      expect(encrypted).toBe(models[1]);
    });
  });

  it('never changes what is known, whatever is filled', () => {
    const some = fc.record({
      name: fc.constantFrom('A', 'B', null),
      ownedBy: fc.constantFrom('x', 'y', null),
      openWeights: fc.constantFrom(true, false, null),
    });
    const models = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'A', 'b', 'c'), some), { selector: ([id]) => id });
    const made = models.map((list) => list.map(([id, more]) => aModel(id, more)));
    fc.assert(
      fc.property(made, made, (mine, others) => {
        for (const [i, filled] of fill(mine, others, origin).entries()) {
          for (const field of ['id', 'name', 'ownedBy', 'openWeights'] as const) {
            expect(filled[field]).toBe(mine[i]![field] ?? filled[field]);
          }
        }
      }),
    );
  });
});

describe('fillOrigin', () => {
  it('is the endpoint, or the catalog that it reads', () => {
    expect(fillOrigin({ name: 'docs' })).toBe('docs');
    expect(fillOrigin({ name: 'catalog', origin: 'catalog:models.dev' })).toBe('catalog:models.dev');
  });
});

describe('pricedBy', () => {
  it('is nobody where the price is unknown, whatever else was filled', () =>
    expect(pricedBy(noted(aModel('m', { name: 'Em' }), { name: origin }), 'api')).toBeNull());

  it('is the endpoint that gave the model, or the one that filled its price in', () => {
    expect(pricedBy(priced(aModel('m')), 'api')).toBe('api');
    expect(pricedBy(noted(priced(aModel('m')), { cost: origin }), 'api')).toBe(origin);
  });

  it.each(['free', 'variable', 'plan', 'quarantined'] as const)('is somebody where the price is %s', (status) =>
    expect(pricedBy(aModel('m', { pricing: { ...aModel().pricing, status } }), 'api')).toBe('api'),
  );
});
