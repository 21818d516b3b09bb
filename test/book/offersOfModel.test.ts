import { beforeAll, describe, expect, it } from 'vitest';
import { identified } from '../../src/book/identified.js';
import type { Offers } from '../../src/book/offers.js';
import { identifier } from '../../src/identity/identifier.js';
import { registryOf } from '../../src/identity/registryOf.js';
import { offersOfModel } from '../../src/book/offersOfModel.js';
import type { Model } from '../../src/model/model.js';
import { enrichedRun } from '../contract/enrichedRun.js';
import { anOffer, anOwn } from '../settle/given.js';

const tableOf = (models: readonly Model[]): Offers => ({
  offers: identified(models, identifier(registryOf(models))),
  kindOf: () => 'host',
});

describe('every offer of one model', () => {
  const models = [
    { ...anOwn('anthropic/claude-sonnet-4.5', { input: 0.003, output: 0.015 }), provider: 'one' },
    { ...anOwn('claude-4-5-sonnet-20250929', { input: 0.002, output: 0.02 }), provider: 'two' },
    { ...anOwn('claude-sonnet-4-5', { input: 0.001 }), provider: 'three' },
    { ...anOffer('us.anthropic.claude-sonnet-4-5-v1:0'), provider: 'four' },
    { ...anOwn('claude-opus-4-5', { input: 0.001, output: 0.001 }), provider: 'one' },
  ];
  const ids = (text: string) => {
    const found = offersOfModel(tableOf(models), text);
    return 'offers' in found ? found.offers.map(({ offer }) => offer.id) : found;
  };

  it.each(['claude sonnet 4.5', 'Claude-4.5-Sonnet', 'anthropic/claude-sonnet-4.5'])(
    'is found by %s, the cheapest first, those without both prices or any behind',
    (text) =>
      expect(ids(text)).toEqual([
        'anthropic/claude-sonnet-4.5',
        'claude-4-5-sonnet-20250929',
        'claude-sonnet-4-5',
        'us.anthropic.claude-sonnet-4-5-v1:0',
      ]),
  );

  it('says what its id says beside the model', () =>
    expect(offersOfModel(tableOf(models), 'claude sonnet 4.5')).toMatchObject({
      offers: [
        { sold: 'direct', kind: 'host' },
        { offer: { model: { facets: { snapshot: '20250929' } } } },
        {},
        { offer: { model: { facets: { region: 'us' } } } },
      ],
    }));

  it('names what an ambiguous text may mean, and nothing for one that is like no model', () => {
    expect(ids('claude 4.5')).toEqual({
      candidates: ['anthropic/claude-opus-4.5', 'anthropic/claude-sonnet-4.5'],
    });
    expect(ids('zzz')).toEqual({ candidates: [] });
  });
});

describe('of the recordings', () => {
  let models: Model[];
  beforeAll(async () => {
    models = (await enrichedRun()).map(({ model }) => model);
  }, 120_000);

  it.each([
    ['llama-3.3-70b', ['amazon-bedrock', 'fireworks-ai', 'ovhcloud', 'parasail', 'tinfoil']],
    ['gpt-oss-120b', ['groq', 'cerebras', 'poe', 'openrouter']],
    ['deepseek-v3.1', ['deepinfra', 'nano-gpt', 'openrouter']],
  ])('%s is sold by these as well, and none of its offers is a fine-tune', (text, sellers) => {
    const found = offersOfModel(tableOf(models), text);
    const offers = 'offers' in found ? found.offers.map(({ offer }) => offer) : [];
    expect(offers.length).toBeGreaterThan(20);
    expect(sellers.filter((id) => !offers.some(({ provider }) => provider === id))).toEqual([]);
    const tuned = /hermes|distill|dolphin|uncensored|abliterat|euryale|nemotron|wayfarer|guard|lumimaid/i;
    expect(offers.filter(({ id }) => tuned.test(id)).map(({ id }) => id)).toEqual([]);
  });
});
