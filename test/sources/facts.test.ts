import { describe, expect, it } from 'vitest';
import { model as modelSchema, type Model } from '../../src/model/model.js';
import { type FactField, factFields, factOf, sortedNotes, withFacts } from '../../src/sources/facts.js';
import { aModel } from '../builders.js';

const known = aModel('m', {
  ...{ name: 'Em', ownedBy: 'lab', mode: 'chat', openWeights: false, quantization: 'fp8', knowledge: '2024' },
  ...{ releaseDate: '2025', lastUpdated: '2026', status: 'active', deprecatedAt: '2027', retiresAt: '2028' },
  limit: { context: 8, input: 6, output: 4 },
  capabilities: {
    ...{ toolCall: true, reasoning: false, structuredOutput: true },
    ...{ attachment: false, temperature: true, streaming: false },
  },
  modalities: { input: ['text', 'image'], output: ['text'] },
});

const facts: Record<FactField, unknown> = {
  ...{ name: 'Em', ownedBy: 'lab', mode: 'chat', openWeights: false, quantization: 'fp8', knowledge: '2024' },
  ...{ releaseDate: '2025', lastUpdated: '2026', status: 'active', deprecatedAt: '2027', retiresAt: '2028' },
  ...{ 'limit.context': 8, 'limit.input': 6, 'limit.output': 4 },
  ...{ 'capabilities.toolCall': true, 'capabilities.reasoning': false, 'capabilities.structuredOutput': true },
  ...{ 'capabilities.attachment': false, 'capabilities.temperature': true, 'capabilities.streaming': false },
  ...{ 'modalities.input': ['text', 'image'], 'modalities.output': ['text'] },
};

describe('factFields', () => {
  it('are all that can be said of a model but its id, its prices and where it comes from', () => {
    const { limit, capabilities, modalities } = modelSchema.shape;
    const parts = { limit, capabilities, modalities };
    const inner = Object.entries(parts).flatMap(([head, part]) =>
      Object.keys(part.shape).map((key) => `${head}.${key}`),
    );
    const others = [
      'id',
      'provider',
      'model',
      'cost',
      'tiers',
      'pricing',
      'quotes',
      'from',
      'kept',
      ...Object.keys(parts),
    ];
    const heads = Object.keys(modelSchema.shape).filter((key) => !others.includes(key));
    expect(factFields.toSorted()).toEqual([...heads, ...inner].sort());
  });
});

describe('factOf', () => {
  it.each(factFields)('reads %s', (field) => expect(factOf(known, field)).toEqual(facts[field]));

  it.each(factFields)('is null where nothing is known of %s, an empty list included', (field) =>
    expect(factOf(aModel(), field)).toBeNull(),
  );
});

describe('withFacts', () => {
  it.each(factFields)('changes %s and nothing else', (field) => {
    const changed = withFacts(aModel(), new Map([[field, facts[field]]]));
    for (const other of factFields) expect(factOf(changed, other)).toEqual(other === field ? facts[field] : null);
  });

  it('changes several at once, also parts of one field', () => {
    const all = new Map(Object.entries(facts) as [FactField, unknown][]);
    const changed = withFacts(aModel(), all);
    expect(changed).toEqual({ ...known, id: 'm' });
    expect(() => modelSchema.parse(changed)).not.toThrow();
  });

  it('leaves the model that it is given alone', () => {
    const model = aModel();
    withFacts(model, new Map<FactField, unknown>([['limit.context', 8]]));
    expect(model).toEqual(aModel());
  });

  it('is the model itself where there is nothing to change', () => {
    const model: Model = aModel();
    expect(withFacts(model, new Map())).toBe(model);
  });
});

describe('sortedNotes', () => {
  it('have their keys in the order of the letters', () =>
    expect(Object.entries(sortedNotes({ name: '2', 'limit.output': '3', '*': '1' }))).toEqual([
      ['*', '1'],
      ['limit.output', '3'],
      ['name', '2'],
    ]));
});
