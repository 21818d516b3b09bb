import { describe, expect, it } from 'vitest';
import { quarantined } from '../../src/match/quarantined.js';
import { indexOf, row } from './rows.js';

const refusedOf = (model: string, row: string, code = 'implausible-price') => ({
  list: 'helicone',
  row,
  model,
  code,
  detail: 'too dear',
});

const mad = row('OPENAI', 'gpt-9', 2, 6);
const negative = row('ACME', 'bird', -1, -1);
const good = row('OPENAI', 'gpt-4o', 0.0025, 0.01);
const twice = [row('AZURE', 'gpt-4o-mini', 0.0002), row('AZURE', 'gpt-4o-mini', 0.00015)];

describe('what of a list is quarantined', () => {
  it('is every price that is not believed, whether or not a model asked for it, by the name of its row', () => {
    expect(quarantined(indexOf([mad, good, negative]), [])).toEqual([
      {
        list: 'helicone',
        code: 'negative-price',
        detail: 'input -1 is no price',
        row: negative,
        models: [],
      },
      {
        list: 'helicone',
        code: 'implausible-price',
        detail: expect.stringMatching(/^2000 in, 6000 out \(USD per 1M tokens\): /) as string,
        row: mad,
        models: [],
      },
    ]);
  });

  it('is nothing where all prices are believed', () => expect(quarantined(indexOf([good]), [])).toEqual([]));

  it('is a refused price once, with all models that it was found for', () => {
    const refused = ['openai/gpt-9-b', 'azure/gpt-9', 'openai/gpt-9-a'].map((model) =>
      refusedOf(model, 'OPENAI/gpt-9'),
    );
    expect(quarantined(indexOf([mad, good]), refused)).toEqual([
      expect.objectContaining({
        ...{ code: 'implausible-price', row: mad },
        models: ['azure/gpt-9', 'openai/gpt-9-a', 'openai/gpt-9-b'],
      }),
    ]);
  });

  it('is the part of a price that is left out', () => {
    const fee = { ...row('PERPLEXITY', 'sonar'), cost: { input: 0.001, output: 0.001, perRequest: 0.000005 } };
    expect(quarantined(indexOf([fee]), [])).toMatchObject([{ code: 'implausible-price', row: fee, models: [] }]);
  });

  it('is a price in doubt where a model asked for it, once for its name', () => {
    const refused = ['azure/b', 'azure/a'].map((model) => refusedOf(model, 'AZURE/gpt-4o-mini', 'ambiguous-price'));
    const index = indexOf([...twice, good]);
    expect(quarantined(index, [])).toEqual([]);
    expect(quarantined(index, refused)).toEqual([
      {
        list: 'helicone',
        code: 'ambiguous-price',
        detail: 'too dear',
        row: twice[1],
        models: ['azure/a', 'azure/b'],
      },
    ]);
  });

  it('is nothing of what another list refused', () => {
    expect(quarantined(indexOf([good]), [refusedOf('openai/gpt-9', 'OPENAI/gpt-9')])).toEqual([]);
  });
});
