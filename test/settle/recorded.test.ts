import { describe, expect, it } from 'vitest';
import { openCourt } from '../../src/settle/court.js';
import { judge } from '../../src/settle/judge.js';
import { modeFor } from '../../src/sources/reading/modeFor.js';
import { recordedPrices } from '../match/prices.js';
import { indexOf } from '../match/rows.js';
import { pricesIn } from '../../src/settle/prices.js';

const rows = recordedPrices();
const index = indexOf(rows);
const { peers } = openCourt([index]);
const modalities = { input: [], output: [] };

/** The rows of which the laws leave nothing. */
const refused = rows.filter(({ provider: seller, model: id, cost, tiers = [] }) => {
  const provider = index.sellerOf(seller);
  const offer = { provider, id, mode: modeFor({ id, name: null, modalities }), modalities };
  const against = { peers: () => peers.of(provider, id), kin: () => peers.kinOf(provider, id), usual: peers.usual };
  const verdict = judge({ offer, isOwn: false, cost, tiers, sibling: () => undefined, ...against });
  return pricesIn(verdict.cost).length === 0;
});
const named = (provider: string): string[] =>
  refused.filter((row) => row.provider === provider).map(({ model }) => model);

describe('of the recorded list of Helicone', () => {
  it('all thousandfold rows of Mistral are refused, and no other', () =>
    expect(named('MISTRAL')).toEqual([
      'codestral', 'devstral-medium', 'magistral-medium', 'mistral-large', 'mistral-large-latest', 'mistral-medium-3',
      'mistral-saba', 'mistral-small-3.2', 'mixtral-8x22b', 'mixtral-8x22b-instruct', 'pixtral-large',
    ])); // prettier-ignore

  it('image prices, sentinels, zeros and misplaced points are refused elsewhere', () => {
    expect(named('FIREWORKS')).toHaveLength(16);
    expect(named('LLAMA')).toHaveLength(7);
    const others = refused.filter(({ provider }) => !['MISTRAL', 'FIREWORKS', 'LLAMA'].includes(provider));
    expect(others.map(({ provider, model }) => `${provider} ${model}`)).toEqual([
      'ANTHROPIC claude-instant-1',
      'AWS meta.llama3-8b-instruct-v1%3A0',
      'BEDROCK meta.llama3-8b-instruct-v1%3A0',
      'DEEPSEEK deepseek-chat',
      'GOOGLE gemini-2.5-pro-exp-03-25',
      'OPENROUTER openrouter/auto',
    ]);
  });

  it('the dearest true prices pass', () => {
    for (const model of ['o1-pro', 'o1-pro-batch', 'gpt-4-32k', 'gpt-5.2-pro'])
      expect(named('OPENAI')).not.toContain(model);
  });
});
