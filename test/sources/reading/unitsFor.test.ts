import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cost } from '../../../src/model/cost.js';
import { modality, mode as modes, type Mode } from '../../../src/model/model.js';
import { tierUnitsFor, type UnitKind, unitsFor, writesNothing } from '../../../src/sources/reading/unitsFor.js';

const kind = (mode: Mode | null, input: UnitKind['input'] = [], output: UnitKind['output'] = []): UnitKind => ({
  ...{ mode, input, output },
});
const costFor = (some: UnitKind, cost: Partial<Cost>) => unitsFor(some, cost).cost;

describe('unitsFor', () => {
  const cost = { input: 0.005, output: 0.04, cacheRead: 0.001 };

  it.each([
    ['chat', kind('chat', ['text'], ['text'])],
    ['a model of which nothing is known', kind(null)],
    ['completion', kind('completion', [], ['text'])],
    ['video, whose tokens have no field of their own', kind('video', ['text'], ['video'])],
    ['image that writes text as well', kind('image', ['text'], ['text', 'image'])],
    ['speech that writes text as well', kind('speech', ['text'], ['text', 'audio'])],
    ['transcription of sound and text', kind('transcription', ['text', 'audio'], ['text'])],
    ['transcription of nobody knows what', kind('transcription', [], ['text'])],
    ['moderation, which may be a talk', kind('moderation', ['text'], ['text'])],
  ])('leaves the prices of %s where they are', (_, some) => expect(unitsFor(some, cost)).toEqual({ cost, issues: [] }));

  it('takes what an image model writes for image tokens', () => {
    const drawn = { input: 0.005, output: null, outputImage: 0.04, cacheRead: 0.001 };
    expect(costFor(kind('image'), cost)).toEqual(drawn);
    expect(costFor(kind('image', ['text', 'image'], ['image']), cost)).toEqual(drawn);
  });

  it('takes what a speech model writes for audio tokens, and what a transcription model hears', () => {
    expect(costFor(kind('speech', ['text'], ['audio']), cost)).toEqual({
      ...{ input: 0.005, output: null, outputAudio: 0.04, cacheRead: 0.001 },
    });
    expect(costFor(kind('transcription', ['audio'], ['text']), cost)).toEqual({
      ...{ input: null, inputAudio: 0.005, output: 0.04, cacheRead: 0.001 },
    });
  });

  it('believes a price that is stated for image or audio tokens before the one of text', () => {
    expect(costFor(kind('image'), { output: 0.01, outputImage: 0.04 })).toEqual({ output: null, outputImage: 0.04 });
    expect(costFor(kind('speech'), { output: 0.01, outputAudio: 0 })).toEqual({ output: null, outputAudio: 0 });
    expect(costFor(kind('image'), { output: 0.01, outputImage: null })).toEqual({ output: null, outputImage: 0.01 });
  });

  it('takes the output price of a model that writes both for that of images where no text is that dear', () => {
    const both = kind('chat', ['text'], ['text', 'image']);
    expect(costFor(both, { input: 0.0003, output: 0.03 })).toEqual({ input: 0.0003, output: null, outputImage: 0.03 });
    expect(costFor(both, { input: 0.0003, output: 0.006 })).toEqual({
      input: 0.0003,
      output: null,
      outputImage: 0.006,
    });
    expect(costFor(both, { input: 0.0003, output: 0.0025 })).toEqual({ input: 0.0003, output: 0.0025 });
    expect(costFor(both, { input: 0, output: 0.03 })).toEqual({ input: 0, output: 0.03 });
    expect(costFor(kind('chat', ['text'], ['text']), { input: 0.0003, output: 0.03 })).toEqual({
      ...{ input: 0.0003, output: 0.03 },
    });
  });

  it.each(['embedding', 'rerank'] as const)('knows no output price of %s', (mode) => {
    expect(writesNothing(mode)).toBe(true);
    expect(costFor(kind(mode, ['text'], ['text']), cost)).toEqual({ input: 0.005, output: null, cacheRead: 0.001 });
    expect(costFor(kind(mode), { input: 0.005 })).toEqual({ input: 0.005 });
  });

  it.each(['input', 'output', 'cacheRead', 'reasoning', 'inputAudio', 'outputImage'] as const)(
    'knows no %s price above 1,000 USD per 1M tokens, and says so',
    (field) => {
      expect(unitsFor(kind('chat'), { [field]: 6 })).toEqual({
        cost: { [field]: null },
        issues: [{ code: 'unknown-unit', detail: `${field}: 6 USD per 1K is not a price per token` }],
      });
      expect(unitsFor(kind('chat'), { [field]: 1 })).toEqual({ cost: { [field]: 1 }, issues: [] });
    },
  );

  it('lets what is paid by the piece cost what it will', () => {
    const pieces = { perImage: 6, perRequest: 200, perSecond: 12, perPage: 3 };
    expect(unitsFor(kind('image'), pieces)).toEqual({ cost: pieces, issues: [] });
  });

  it('changes nothing of what it is given', () => {
    const given = Object.freeze({ output: 0.04 });
    expect(costFor(kind('image'), given)).toEqual({ output: null, outputImage: 0.04 });
    expect(given).toEqual({ output: 0.04 });
  });

  describe('whatever the prices are', () => {
    const price = fc.constantFrom(null, undefined, 0, 0.0001, 0.0004, 0.003, 0.03, 0.9, 1, 1.5, 6, 360);
    const fields = [
      'input',
      'output',
      'cacheRead',
      'inputAudio',
      'outputAudio',
      'inputImage',
      'outputImage',
      'perImage',
    ];
    const prices = fc.record(Object.fromEntries(fields.map((field) => [field, price])), { requiredKeys: [] });
    const kinds = fc.record({
      mode: fc.constantFrom(null, ...modes.options),
      input: fc.uniqueArray(fc.constantFrom(...modality.options)),
      output: fc.uniqueArray(fc.constantFrom(...modality.options)),
    });
    const told = (cost: object) => Object.values(cost).filter((value): value is number => typeof value === 'number');

    it('invents none: each price is one that was given, and no more often', () =>
      fc.assert(
        fc.property(kinds, prices, (some, cost) => {
          const left = told(cost);
          for (const value of told(costFor(some, cost))) {
            expect(left).toContain(value);
            left.splice(left.indexOf(value), 1);
          }
        }),
      ));

    it('moves none of a model that writes text and no images', () =>
      fc.assert(
        fc.property(kinds, prices, (some, cost) => {
          const talks = { ...some, mode: 'chat' as const, input: ['text'] as const, output: ['text'] as const };
          const after = costFor(talks, cost) as Record<string, unknown>;
          for (const [field, value] of Object.entries(cost)) expect([value, null]).toContain(after[field]);
          expect(Object.keys(after)).toEqual(Object.keys(cost));
        }),
      ));

    it('does the same again for nothing', () =>
      fc.assert(
        fc.property(kinds, prices, (some, cost) => {
          const once = costFor(some, cost);
          expect(unitsFor(some, once)).toEqual({ cost: once, issues: [] });
        }),
      ));
  });
});

describe('tierUnitsFor', () => {
  it('puts the prices of a tier in the same fields, and leaves out those that are none', () => {
    const tier = { when: { serviceTier: 'batch' }, cost: { input: 0.005, output: 0.04 } };
    expect(tierUnitsFor(kind('image'), tier)).toEqual({ when: tier.when, cost: { input: 0.005, outputImage: 0.04 } });
    expect(tierUnitsFor(kind('embedding'), tier)).toEqual({ when: tier.when, cost: { input: 0.005 } });
    expect(tierUnitsFor(kind('chat'), tier)).toEqual(tier);
    expect(tierUnitsFor(kind('chat'), { when: {}, cost: { input: 6 } })).toEqual({ when: {}, cost: {} });
  });
});
