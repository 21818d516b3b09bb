import { describe, expect, it } from 'vitest';
import { fenceOf } from '../../src/match/fence.js';
import type { PriceRow } from '../../src/model/price.js';
import { recordedPrices } from './prices.js';
import { indexOf, row } from './rows.js';

/** The issue codes of a row in a list, `ok` where its whole price can be used. */
const judged = (price: PriceRow, ...others: PriceRow[]): string => {
  const { cost, issues } = indexOf([price, ...others]).verdictOf(price);
  return issues.length > 0 ? issues.map(({ code }) => code).join() : Object.keys(cost).length > 0 ? 'ok' : 'nothing';
};
/** A row with prices in USD per 1M tokens, as they are quoted. */
const million = (provider: string, model: string, input: number, output: number): PriceRow =>
  row(provider, model, input / 1000, output / 1000);

describe('a price by itself', () => {
  it.each([
    ['negative-price', row('OPENROUTER', 'openrouter/auto', -1000, -1000)],
    ['negative-price', row('OPENAI', 'gpt-9', 0.001, -0.001)],
    ['negative-price', row('OPENAI', 'gpt-9', Number.NaN, 0.001)],
    ['zero-price', row('LLAMA', 'Llama-3.3-70B-Instruct', 0, 0)],
    ['implausible-price', million('ANTHROPIC', 'claude-instant-1', 1.63, 55.1)],
    ['implausible-price', million('MISTRAL', 'mistral-large', 2000, 6000)],
    ['implausible-price', million('FIREWORKS', 'sd3', 130, 130)],
    ['ok', million('OPENAI', 'gpt-4.5-preview', 75, 150)],
    ['ok', million('GROQ', 'llama-3.1-8b-instant', 0.05, 0.08)],
    ['ok', row('OPENROUTER', 'google/gemma-3-4b-it:free', 0, 0)],
    ['ok', row('OPENAI', 'text-embedding-3-small', 0.00002, 0)],
  ])('%s: %o', (code, price) => {
    expect(judged(price)).toBe(code);
  });
});

describe('a price beside others', () => {
  it('is refused twenty times away from all other offers of the model, and the others are not', () => {
    const bad = million('MISTRAL', 'codestral', 300, 900);
    const good = million('OPENROUTER', 'mistralai/codestral-2508', 0.3, 0.9);
    expect(judged(bad, good)).toBe('implausible-price');
    expect(judged(good, bad)).toBe('ok');
  });

  it('may be far from some offers, as open models are', () => {
    expect(
      judged(
        million('TOGETHER', 'qwen2.5-72b-instruct', 1.2, 1.2),
        million('OPENROUTER', 'qwen/qwen-2.5-72b-instruct', 0.07, 0.26),
      ),
    ).toBe('ok');
  });

  it('may be dear if a second platform confirms it, and a copy on the same platform does not', () => {
    expect(judged(million('OPENAI', 'o1-pro', 150, 600), million('OPENROUTER', 'openai/o1-pro', 150, 600))).toBe('ok');
    expect(judged(million('AWS', 'llama3-8b', 220, 720), million('BEDROCK', 'llama3-8b', 220, 720))).toBe(
      'implausible-price',
    );
  });

  it('is refused a hundred times away from all models of its line', () => {
    const line = [
      million('OPENROUTER', 'mistralai/mistral-small', 0.2, 0.6),
      million('MISTRAL', 'mistral-small-3.1', 0.1, 0.3),
    ];
    expect(judged(million('MISTRAL', 'mistral-small-3.2', 50, 150), ...line)).toBe('implausible-price');
  });

  it('is compared with offers from elsewhere, which are matched to nothing', () => {
    const bad = million('MISTRAL', 'devstral-medium', 40, 200);
    const index = indexOf([bad], [million('OPENROUTER', 'devstral-medium', 0.4, 2), million('GROQ', 'x', 0.4, 2)]);
    expect(index.verdictOf(bad).issues[0]?.code).toBe('implausible-price');
    expect(index.find({ provider: 'openrouter', id: 'devstral-medium', name: null })).toHaveProperty('refused');
  });
});

describe('parts of a price', () => {
  it('leaves out zeros, since nobody says that they are free', () => {
    const price = row('OPENAI', 'text-embedding-3-small', 0.00002, 0);
    expect(indexOf([price]).verdictOf(price)).toEqual({ cost: { input: 0.00002 }, issues: [] });
    const image: PriceRow = { ...row('NEBIUS', 'flux-dev', 0, 0), cost: { input: 0, output: 0, perImage: 0.007 } };
    expect(indexOf([image]).verdictOf(image)).toEqual({ cost: { perImage: 0.007 }, issues: [] });
  });

  it('leaves out a fee per request that buys next to nothing, and keeps the token prices', () => {
    const fee = (perRequest: number): PriceRow => ({
      ...row('PERPLEXITY', 'sonar'),
      cost: { input: 0.001, output: 0.001, perRequest },
    });
    const small = fee(0.000005);
    expect(indexOf([small]).verdictOf(small)).toMatchObject({
      cost: { input: 0.001, output: 0.001 },
      issues: [{ code: 'implausible-price' }],
    });
    expect(judged(fee(0.005))).toBe('ok');
  });
});

describe('the recorded list', () => {
  const rows = recordedPrices();
  const index = indexOf(rows);
  const refused = rows.filter((price) => Object.keys(index.verdictOf(price).cost).length === 0);
  const named = (provider: string): string[] =>
    refused.filter((r) => r.provider === provider).map(({ model }) => model);

  it('refuses all thousandfold rows of Mistral and no other', () => {
    expect(named('MISTRAL')).toEqual([
      'codestral', 'devstral-medium', 'magistral-medium', 'mistral-large', 'mistral-large-latest', 'mistral-medium-3',
      'mistral-saba', 'mistral-small-3.2', 'mixtral-8x22b', 'mixtral-8x22b-instruct', 'pixtral-large',
    ]); // prettier-ignore
  });

  it('refuses image prices, sentinels, zeros and misplaced points elsewhere', () => {
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

  it('lets the dearest true prices pass', () => {
    for (const model of ['o1-pro', 'o1-pro-batch', 'gpt-4-32k', 'gpt-5.2-pro'])
      expect(named('OPENAI')).not.toContain(model);
  });
});

describe('the fence', () => {
  it('is 100 USD per 1M tokens for a short list and never above', () => {
    expect(fenceOf([0.001])).toBe(0.1);
    expect(fenceOf(Array.from({ length: 200 }, (_, i) => 10 ** (i % 7)))).toBe(0.1);
  });

  it('falls with the prices of a long list', () => {
    expect(fenceOf(Array.from({ length: 200 }, (_, i) => 0.0001 * (1 + (i % 4))))).toBeLessThan(0.01);
  });
});
