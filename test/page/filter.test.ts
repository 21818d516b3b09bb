import { describe, expect, it } from 'vitest';
import { bookOf } from '../../src/page/book.js';
import { countedBy, fitting, nearestFirst } from '../../src/page/offers/filter.js';
import { aModel, aPricing, priced, unpriced } from '../builders.js';
import { aFile, aReport } from '../report/builders.js';

const capabilities = { ...aModel().capabilities };
const identity = { key: 'meta/llama-3.3-70b-instruct', line: 'meta/llama-3.3-70b-instruct', facets: {} };
const llama = aModel('Llama-3.3-70B', {
  ...priced(aModel()),
  id: 'Llama-3.3-70B',
  model: identity,
  mode: 'chat',
  capabilities: { ...capabilities, toolCall: true },
  limit: { context: 128000, input: null, output: null },
});
const { offers } = bookOf(
  aReport([
    aFile('acme', [llama, unpriced(aModel('llama-3.1-33b'))]),
    aFile('other', [
      aModel('free-one', {
        pricing: aPricing({ status: 'free' }),
        modalities: { input: ['text', 'image'], output: [] },
      }),
      aModel('old-one', { status: 'retired', limit: { context: null, input: 1000, output: null } }),
    ]),
  ]),
);
const found = (asked: Record<string, string>) => fitting(offers, asked).map(({ key }) => key);
const all = ['acme/Llama-3.3-70B', 'acme/llama-3.1-33b', 'other/free-one', 'other/old-one'];

describe('what is asked of offers', () => {
  it.each<[Record<string, string>, string[]]>([
    [{}, all],
    [{ q: 'llama 3.3' }, ['acme/Llama-3.3-70B']],
    [{ q: 'LLAMA3.3' }, ['acme/Llama-3.3-70B']],
    [{ q: 'acme 33b' }, ['acme/llama-3.1-33b']],
    [{ q: '70b acme' }, ['acme/Llama-3.3-70B']],
    [{ q: '  ' }, all],
    [{ q: 'nothing of the kind' }, []],
    [{ provider: 'other' }, ['other/free-one', 'other/old-one']],
    [{ provider: 'othe' }, []],
    [{ lab: 'meta' }, ['acme/Llama-3.3-70B']],
    [{ model: 'llama 3.3' }, ['acme/Llama-3.3-70B']],
    [{ mode: 'chat' }, ['acme/Llama-3.3-70B']],
    [{ status: 'unknown' }, ['acme/llama-3.1-33b', 'other/old-one']],
    [{ witness: 'helicone' }, ['acme/Llama-3.3-70B']],
    [{ can: 'tools' }, ['acme/Llama-3.3-70B']],
    [{ can: 'sees' }, ['other/free-one']],
    [{ can: 'tools,sees' }, []],
    [{ can: 'nothing-known' }, []],
    [{ most: '1' }, ['acme/Llama-3.3-70B', 'other/free-one']],
    [{ most: '0.99' }, ['other/free-one']],
    [{ least: '0.5' }, ['acme/Llama-3.3-70B']],
    [{ most: 'x' }, all],
    [{ mostOut: '5' }, ['other/free-one']],
    [{ context: '128,000' }, ['acme/Llama-3.3-70B']],
    [{ context: '1000' }, ['acme/Llama-3.3-70B', 'other/old-one']],
    [{ lifecycle: 'retired' }, ['other/old-one']],
    [{ unit: '1K', cols: 'offer' }, all],
  ])('%j', (asked, keys) => expect(found(asked)).toEqual(keys));

  it('has those first that are called just so, then those that begin so', () => {
    const named = bookOf(
      aReport([
        aFile(
          'acme',
          ['a-gpt-4o', 'gpt-4o-mini', 'gpt-4o'].map((id) => ({ id })),
        ),
      ]),
    ).offers;
    const order = (words: string) => nearestFirst(named, words).map(({ id }) => id);
    expect(order('GPT 4o')).toEqual(['gpt-4o', 'gpt-4o-mini', 'a-gpt-4o']);
    expect(order('acme/gpt-4o')).toEqual(['gpt-4o', 'gpt-4o-mini', 'a-gpt-4o']);
    expect(order('')).toEqual(named.map(({ id }) => id));
  });

  it('counts values, the most first', () => {
    expect(countedBy(offers, ({ pricing }) => pricing.status)).toEqual([
      ['unknown', 2],
      ['free', 1],
      ['priced', 1],
    ]);
  });
});
