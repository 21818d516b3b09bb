import { describe, expect, it } from 'vitest';
import { spellingsOf } from '../../src/identity/spellings.js';
import { registryOf } from '../../src/identity/registryOf.js';
import { buildPriceIndex } from '../../src/match/priceIndex.js';
import type { PriceRow } from '../../src/model/price.js';
import { helicone } from '../../src/sources/prices/helicone.js';
import { row } from './rows.js';

const sold = (...ids: readonly string[]) => ids.map((id) => ({ provider: 'openrouter', id }));
const modelOf = spellingsOf(
  registryOf([
    ...sold('nano-banana-pro-preview', 'gemini-3-pro-image-preview', 'gemini-3-pro-image-preview-free'),
    ...sold('llama-3.3-70b-versatile', 'llama-3.3-70b-instruct', 'llama-3.3-70b-instruct-fp8'),
    ...sold('mythomax-l2-13b', 'mythomax-13b'),
    ...sold('gpt-4o-2024-08-06', 'gpt-4o-2024-11-20', 'gpt-4o'),
    { provider: 'acme', id: 'house' },
  ]),
);

const find = (rows: readonly PriceRow[], id: string, provider = 'google') =>
  buildPriceIndex(helicone, rows, {}, modelOf).find({ provider, id, name: null });
const found = (rows: readonly PriceRow[], id: string, provider?: string): string | null => {
  const finding = find(rows, id, provider);
  return 'match' in finding ? `${finding.match.strategy} ${finding.match.model}` : null;
};

describe('two names of one model', () => {
  it.each([
    ['nano-banana-pro-preview', 'gemini-3-pro-image-preview'],
    ['gemini-3-pro-image-preview', 'nano-banana-pro-preview'],
    ['mythomax-l2-13b', 'mythomax-13b'],
  ])('find each other where the names alone do not: %s is %s', (id, model) => {
    expect(found([row('GOOGLE', model)], id)).toBe(`model ${model}`);
    expect(
      'match' in buildPriceIndex(helicone, [row('GOOGLE', model)]).find({ provider: 'google', id, name: null }),
    ).toBe(false);
  });

  it('say so', () =>
    expect(find([row('GOOGLE', 'gemini-3-pro-image-preview')], 'nano-banana-pro-preview')).toMatchObject({
      kind: 'same-model',
      match: {
        confidence: 0.5,
        reason:
          'nano-banana-pro-preview and gemini-3-pro-image-preview are two names of google/gemini-3-pro-image-preview',
      },
    }));

  it('are not asked where the names themselves find a row', () =>
    expect(
      found(
        [row('GOOGLE', 'gemini-3-pro-image-preview'), row('GOOGLE', 'nano-banana-pro-preview')],
        'nano-banana-pro-preview',
      ),
    ).toBe('exact nano-banana-pro-preview'));

  it.each([
    ['another model', 'nano-banana-pro-preview', 'mythomax-13b'],
    ['the same one on other terms', 'nano-banana-pro-preview', 'gemini-3-pro-image-preview-free'],
    ['the same one at another speed', 'llama-3.3-70b-versatile', 'llama-3.3-70b-instruct'],
    ['another snapshot', 'gpt-4o-2024-08-06', 'gpt-4o-2024-11-20'],
    ['an id that nobody knows', 'house', 'nano-banana-pro-preview'],
  ])('are not %s', (_, id, model) => expect(found([row('GOOGLE', model)], id)).toBeNull());

  it('are not another seller’s', () =>
    expect(found([row('OPENAI', 'gemini-3-pro-image-preview')], 'nano-banana-pro-preview')).toBeNull());
});

describe('spellings', () => {
  it('are known in any case, and mean nothing where sellers mean different models by them', () => {
    const offers = [
      { provider: 'a', id: 'GPT-4o' },
      { provider: 'amazon', id: 'nova-pro' },
      { provider: 'deepgram', id: 'nova-pro', ownedBy: 'deepgram' },
      { provider: 'x', id: 'auto' },
    ];
    const spelled = spellingsOf(registryOf(offers));
    expect(spelled('gpt-4O')).toEqual({ key: 'openai/gpt-4o', line: 'openai/gpt-4o', facets: {} });
    expect(spelled('auto')).toBeNull();
    expect(spelled('gpt-5')).toBeNull();
  });
});
