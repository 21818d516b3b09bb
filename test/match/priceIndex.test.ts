import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPriceIndex, type Key, type PriceIndex } from '../../src/match/priceIndex.js';
import { platformOf, platformOfRow } from '../../src/match/providers.js';
import { labels } from './evaluation.js';
import { recordedPrices } from './prices.js';
import { row } from './rows.js';

const rows = recordedPrices();
const models: Key[] = labels().map(({ provider, id, name }) => ({ provider, id, name }));

const reference = buildPriceIndex(rows);

describe('rows that name one model', () => {
  it('prefers the row written like the id, and AWS to its copy under BEDROCK', () => {
    const index = buildPriceIndex([row('BEDROCK', 'nova-lite'), row('AWS', 'nova-lite'), row('AWS', 'Nova-Lite-V1:0')]);
    expect(index.find({ provider: 'amazon-bedrock', id: 'nova-lite', name: null })).toMatchObject({
      match: { provider: 'AWS', model: 'nova-lite' },
    });
  });

  it('matches one key at two prices, and uses neither', () => {
    const index = buildPriceIndex([row('AZURE', 'gpt-4o-mini', 0.0002), row('AZURE', 'gpt-4o-mini', 0.00015)]);
    expect(index.find({ provider: 'azure', id: 'gpt-4o-mini', name: null })).toMatchObject({
      match: { model: 'gpt-4o-mini' },
      cost: {},
      issues: [{ code: 'ambiguous-price', detail: 'AZURE lists gpt-4o-mini at more than one price' }],
    });
  });

  it('takes a repeated key at one price', () => {
    const index = buildPriceIndex([row('TOGETHER', 'google/gemma-2b'), row('TOGETHER', 'google/gemma-2b')]);
    expect(index.find({ provider: 'togetherai', id: 'google/gemma-2b', name: null })).toMatchObject({ issues: [] });
  });

  it('names both rows of a tie in the refusal', () => {
    const index = buildPriceIndex([
      row('X', 'grok-2-1212', 0.002),
      row('X', 'grok-2-fast-1212'),
      row('X', 'grok-2-1213', 0.003),
    ]);
    const finding = index.find({ provider: 'xai', id: 'grok-2', name: null });
    expect(finding).toEqual({ refused: 'grok-2-1213 and grok-2-1212 fit equally well and cost differently' });
  });
});

describe('the reason for no match', () => {
  it('tells a provider without rows from a model without a row', () => {
    const index = buildPriceIndex([row('OPENAI', 'gpt-4o')]);
    expect(index.find({ provider: 'kilo', id: 'gpt-4o', name: null })).toEqual({
      refused: 'the price list has no rows of kilo',
    });
    expect(index.find({ provider: 'openai', id: 'gpt-9', name: null })).toEqual({
      refused: 'no row of openai prices gpt-9',
    });
  });
});

describe('the index', () => {
  const answer = (index: PriceIndex, model: Key): string => {
    const finding = index.find(model);
    return JSON.stringify('refused' in finding ? finding : [finding.match, finding.cost, finding.issues]);
  };
  const keyOf = ({ provider, id, name }: Key): string => [provider, id, name].join('\n');
  const expected = new Map(models.map((model) => [keyOf(model), answer(reference, model)]));

  it('gives the same results for every order of the list and of the models', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        fc.shuffledSubarray(models, { minLength: models.length }),
        (list, order) => {
          const index = buildPriceIndex(list);
          for (const model of order) expect(answer(index, model)).toBe(expected.get(keyOf(model)));
        },
      ),
      { numRuns: 5 },
    );
  });

  it('never takes a row of another platform', () => {
    const ids = fc.constantFrom(...rows.map(({ model }) => model), ...models.map(({ id }) => id));
    const providers = fc.constantFrom(
      ...new Set([...models.map(({ provider }) => provider), ...rows.map((r) => r.provider)]),
    );
    fc.assert(
      fc.property(providers, ids, (provider, id) => {
        const finding = reference.find({ provider, id, name: id });
        if ('match' in finding) expect(platformOfRow(finding.match.provider)).toBe(platformOf(provider));
      }),
      { numRuns: 3000 },
    );
  });

  it('answers twice alike', () => {
    for (const model of models) expect(reference.find(model)).toEqual(reference.find(model));
  });
});
