import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enrichRecord } from '../../src/match/enrichRecord.js';
import { indexOf, otherIndexOf, row } from './rows.js';

const index = indexOf([row('OPENAI', 'gpt-4o', 0.0025, 0.01), row('OPENAI', 'gpt-9', 2, 6)]);
const known = { id: 'gpt-4o', provider: 'openai' };
const enriched = (record: Readonly<Record<string, unknown>>) => enrichRecord(record, [index]);

describe('a partial record', () => {
  it('is priced by id and provider alone', () => {
    expect(enriched(known)).toEqual({
      ...known,
      cost: { input: 0.0025, output: 0.01 },
      pricing: {
        status: 'priced',
        source: 'helicone',
        match: {
          strategy: 'exact',
          confidence: 0.996,
          reason: 'same id',
          provider: 'OPENAI',
          model: 'gpt-4o',
          operator: 'equals',
        },
        issues: [],
      },
    });
  });

  it('keeps what it has', () => {
    const record = { ...known, note: { mine: true }, cost: { input: null, output: null, odd: null } };
    expect(enriched(record)).toMatchObject({
      note: { mine: true },
      cost: { input: 0.0025, output: 0.01, odd: null },
    });
    expect(enriched({ ...known, cost: { input: null, odd: 'x' } })).toMatchObject({
      cost: { input: 0.0025, output: 0.01, odd: 'x' },
    });
  });

  it('keeps unknown fields of its cost and pricing', () => {
    const pricing = { status: 'unknown', source: null, match: null, issues: [], mine: 1 };
    const record = { ...known, cost: { input: null, perFoo: null, foo: null }, pricing };
    expect(enriched(record)).toMatchObject({
      cost: { foo: null, perFoo: null },
      pricing: { status: 'priced', mine: 1 },
    });
  });

  it('keeps the match of a price that was refused, and leaves its cost alone', () => {
    expect(enriched({ id: 'gpt-9', provider: 'openai', cost: { input: null, output: null } })).toMatchObject({
      cost: { input: null, output: null },
      pricing: { status: 'quarantined', match: { model: 'gpt-9' }, issues: [{ code: 'implausible-price' }] },
    });
  });

  it('is found by its name where only that tells the version', () => {
    const lists = [indexOf([row('MISTRAL', 'mistral-medium-3', 0.0004, 0.002)])];
    const record = { id: 'mistral-medium-2505', provider: 'mistral' };
    expect(enrichRecord({ ...record, name: 'Mistral Medium 3' }, lists)).toMatchObject({ cost: { input: 0.0004 } });
    expect(enrichRecord({ ...record, name: 3 }, lists)).toMatchObject({ pricing: { status: 'unknown' } });
  });

  it('says whose the output is where it states only an input', () => {
    const record = { ...known, cost: { input: 0.0025 } };
    expect(enriched(record)).toMatchObject({
      cost: { input: 0.0025, output: 0.01 },
      pricing: { status: 'priced', source: 'helicone', match: { model: 'gpt-4o' } },
      source: { filled: { 'cost.output': 'helicone' } },
    });
    const source = { url: 'x', filled: { name: 'docs', limit: 'docs', 'a.b': 'docs' } };
    expect(JSON.stringify(enriched({ ...record, source })['source'])).toBe(
      '{"url":"x","filled":{"a.b":"docs","cost.output":"helicone","limit":"docs","name":"docs"}}',
    );
  });

  it.each(['mine', 7, [1], { filled: 'all' }])('keeps a source of another form: %j', (source) => {
    expect(enriched({ ...known, cost: { input: 0.0025 }, source })).toMatchObject({ source, cost: { output: 0.01 } });
  });

  it('is priced by the first list that can', () => {
    const second = otherIndexOf('second', row('OPENAI', 'gpt-9', 0.001, 0.002));
    expect(enrichRecord({ id: 'gpt-9', provider: 'openai' }, [index, second])).toMatchObject({
      cost: { input: 0.001, output: 0.002 },
      pricing: { status: 'priced', source: 'second', issues: [{ code: 'implausible-price' }] },
    });
  });

  it('is not priced by a match less sure than asked for', () => {
    const record = { ...known, cost: { input: null } };
    expect(enrichRecord(record, [index], { minConfidence: 0.996 })).toMatchObject({ cost: { input: 0.0025 } });
    expect(enrichRecord(record, [index], { minConfidence: 0.997 })).toMatchObject({
      cost: { input: null },
      pricing: { status: 'unknown', source: null, match: null, issues: [{ code: 'low-confidence' }] },
    });
  });

  it.each([
    [{}],
    [{ id: 'gpt-4o' }],
    [{ id: 7, provider: 'openai' }],
    [{ id: 'gpt-4o', provider: null }],
    [{ ...known, cost: { input: '0.1', output: 2 } }],
    [{ ...known, cost: { input: '0.0025' } }],
    [{ ...known, pricing: { status: 'free', source: 'provider', match: null, issues: [] } }],
  ])('comes back unchanged without id or provider, or with a price: %j', (record) => {
    expect(enriched(record)).toBe(record);
  });
});

describe('whatever the record', () => {
  const field = fc.string().filter((name) => !['id', 'provider', 'name', 'cost', 'pricing', 'source'].includes(name));
  const costField = fc.constantFrom('input', 'output', 'cacheRead', 'x');
  const value = fc.jsonValue().filter((some) => some !== null);

  it('no field of its own is lost', () =>
    fc.assert(
      fc.property(
        fc.dictionary(field, fc.jsonValue(), { minKeys: 1 }),
        fc.constantFrom({}, { input: 0.0025 }, { input: 1, output: 2 }),
        (rest, cost) => {
          const after = enriched({ ...rest, ...known, cost });
          for (const name of Object.keys(rest)) expect(after[name]).toBe(rest[name]);
        },
      ),
    ));

  it('no price of its own is changed', () =>
    fc.assert(
      fc.property(
        fc.dictionary(costField, fc.oneof(fc.constant(0.0025), value), { minKeys: 1 }),
        fc.constantFrom({}, { input: null }, { output: null, x: null }),
        (stated, open) => {
          const { cost } = enriched({ ...known, cost: { ...open, ...stated } });
          for (const [name, price] of Object.entries(stated)) expect(cost).toHaveProperty(name, price);
        },
      ),
    ));

  it('a form of pricing that is not ours is no reason to fail', () =>
    fc.assert(
      fc.property(fc.jsonValue(), (pricing) => {
        expect(enriched({ ...known, pricing })).toMatchObject({ cost: { input: 0.0025, output: 0.01 } });
      }),
    ));
});
