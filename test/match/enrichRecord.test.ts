import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enrichRecord } from '../../src/match/enrichRecord.js';
import { buildPriceIndex } from '../../src/match/priceIndex.js';
import { row } from './rows.js';

const index = buildPriceIndex([row('OPENAI', 'gpt-4o', 0.0025, 0.01), row('OPENAI', 'gpt-9', 2, 6)]);

describe('a partial record', () => {
  it('is priced by id and provider alone, and keeps what it has', () => {
    const record = {
      id: 'gpt-4o',
      provider: 'openai',
      note: { mine: true },
      cost: { input: null, output: null, odd: 'x' },
    };
    expect(enrichRecord({ ...record, cost: { input: null } }, index)).toMatchObject({
      cost: { input: 0.0025, output: 0.01 },
    });
    expect(enrichRecord(record, index)).toMatchObject({ note: { mine: true } });
    expect(enrichRecord({ id: 'gpt-4o', provider: 'openai' }, index)).toMatchObject({
      cost: { input: 0.0025, output: 0.01 },
      pricing: { status: 'priced', match: { model: 'gpt-4o' } },
    });
  });

  it('keeps unknown fields of its cost and pricing', () => {
    const pricing = { status: 'unknown', source: null, match: null, issues: [], mine: 1 };
    const record = { id: 'gpt-4o', provider: 'openai', cost: { input: null, perFoo: null, foo: null }, pricing };
    expect(enrichRecord(record, index)).toMatchObject({
      cost: { foo: null, perFoo: null },
      pricing: { status: 'priced' },
    });
  });

  it('keeps the match of a price that was refused, and leaves its cost alone', () => {
    const enriched = enrichRecord({ id: 'gpt-9', provider: 'openai', cost: { input: null, output: null } }, index);
    expect(enriched).toMatchObject({
      cost: { input: null, output: null },
      pricing: { status: 'quarantined', match: { model: 'gpt-9' }, issues: [{ code: 'implausible-price' }] },
    });
  });

  it('says whose the output is where it states only an input', () => {
    const record = { id: 'gpt-4o', provider: 'openai', cost: { input: 0.0025 } };
    expect(enrichRecord(record, index)).toMatchObject({
      cost: { input: 0.0025, output: 0.01 },
      pricing: { status: 'priced', source: 'helicone', match: { model: 'gpt-4o' } },
      source: { filled: { 'cost.output': 'helicone' } },
    });
    const source = { url: 'x', filled: { name: 'docs', limit: 'docs', 'a.b': 'docs' } };
    const enriched = enrichRecord({ ...record, source }, index);
    expect(JSON.stringify(enriched['source'])).toBe(
      '{"url":"x","filled":{"a.b":"docs","cost.output":"helicone","limit":"docs","name":"docs"}}',
    );
    expect(enrichRecord({ ...record, source: 'mine' }, index)).toMatchObject({
      source: 'mine',
      cost: { output: 0.01 },
    });
  });

  it('comes back unchanged without id or provider, or with a price', () => {
    for (const record of [
      {},
      { id: 'gpt-4o' },
      { id: 7, provider: 'openai' },
      { id: 'gpt-4o', provider: 'openai', cost: { input: '0.1', output: 2 } },
    ]) {
      expect(enrichRecord(record, index)).toBe(record);
    }
  });

  it('never loses a field or a price, whatever the record', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.dictionary(fc.constantFrom('input', 'output', 'x'), fc.jsonValue()),
        (rest, cost) => {
          const record = { ...rest, id: 'gpt-4o', provider: 'openai', cost };
          const enriched = enrichRecord(record, index);
          for (const [field, value] of Object.entries(record)) {
            if (field !== 'cost' && field !== 'pricing') expect(enriched[field]).toBe(value);
          }
          for (const [field, value] of Object.entries(cost)) {
            if (value !== null) expect(enriched['cost']).toHaveProperty(field, value);
          }
        },
      ),
    );
  });
});
