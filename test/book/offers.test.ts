import { describe, expect, it } from 'vitest';
import { type Offers, soldIn } from '../../src/book/offers.js';
import type { ProviderKind } from '../../src/model/providerKind.js';
import { anOffer } from '../settle/given.js';

const kinds: Readonly<Record<string, ProviderKind>> = {
  ...{ anthropic: 'lab', perplexity: 'lab', meta: 'lab', deepinfra: 'host', azure: 'cloud', openrouter: 'gateway' },
  ...{ 'zai-coding-plan': 'plan' },
};
const offer = (provider: string, key: string | null, openWeights: boolean | null = null) =>
  anOffer(`${provider} ${key ?? ''}`, {
    ...{ provider, openWeights, model: { key, line: key, facets: {} } },
  });
const claude = 'anthropic/claude-opus-5';
const llama = 'meta/llama-9';

describe('how an offer is sold', () => {
  const offers = [
    offer('anthropic', claude, false),
    ...['azure', 'openrouter', 'deepinfra', 'perplexity', 'nobody'].map((provider) => offer(provider, claude)),
    offer('meta', llama, true),
    offer('deepinfra', llama, false),
    offer('perplexity', 'perplexity/sonar', false),
    offer('deepinfra', null),
    offer('zai-coding-plan', llama),
    offer('deepinfra', 'alibaba/qwen-9', false),
  ];
  const table: Offers = { offers, kindOf: (provider) => kinds[provider] ?? null };
  const soldAs = soldIn(table);
  const sold = (provider: string, key: string | null) =>
    soldAs(offers.find((one) => one.provider === provider && one.model?.key === key)!);

  it.each([
    ['anthropic', claude, 'direct'],
    ['azure', claude, 'direct'],
    ['openrouter', claude, 'resold'],
    ['deepinfra', claude, 'resold'],
    ['perplexity', claude, 'resold'],
    ['nobody', claude, 'resold'],
    ['meta', llama, 'direct'],
    ['deepinfra', llama, 'direct'],
    ['perplexity', 'perplexity/sonar', 'direct'],
    ['deepinfra', null, 'direct'],
    ['zai-coding-plan', llama, 'plan'],
    ['deepinfra', 'alibaba/qwen-9', 'direct'],
  ])('%s sells %s: %s', (provider, key, how) => expect(sold(provider, key)).toBe(how));
});
