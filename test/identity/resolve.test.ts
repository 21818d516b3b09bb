import { beforeAll, describe, expect, it } from 'vitest';
import { resolverOf, type Resolution } from '../../src/identity/resolve.js';
import { settle } from '../../src/identity/table.js';
import { recordedOffers } from './recordedOffers.js';

describe('a lookup', () => {
  let resolve: (text: string) => Resolution = () => ({ candidates: [] });
  let ids: string[] = [];
  beforeAll(async () => {
    const offers = await recordedOffers();
    ids = offers.map(({ id }) => id);
    resolve = resolverOf(settle(offers));
  });

  it.each([
    ['llama-3.3-70b', 'meta/llama-3.3-70b-instruct'],
    ['Claude 4.6 Opus', 'anthropic/claude-opus-4.6'],
    ['gpt-oss-120b', 'openai/gpt-oss-120b'],
    ['deepseek-v3.1', 'deepseek/deepseek-v3.1'],
    ['gpt 55', 'openai/gpt-5.5'],
    ['mistral-large-3', 'mistral/mistral-large-2512'],
    ['nano banana', 'google/gemini-2.5-flash-image'],
    ['llama 3.3 70b fp8', 'meta/llama-3.3-70b-instruct'],
  ])('understands %s', (text, model) => {
    expect(resolve(text)).toEqual({ model });
  });

  it('lists the candidates of a text that may mean several', () => {
    const answer = resolve('qwen3 coder');
    expect('candidates' in answer && answer.candidates).toContain('alibaba/qwen3-coder-480b-a35b-instruct');
    expect(resolve('something else')).toEqual({ candidates: [] });
    expect(resolve('')).toEqual({ candidates: [] });
  });

  it('costs no more than reading five hundred short texts as JSON', () => {
    const texts = ids.slice(0, 1_000).map((id) => `${id.replace(/[-/]/g, ' ')} fp8`);
    const lookups = timed(() => texts.forEach((text) => resolve(text)));
    const parses = timed(() =>
      texts.forEach((text) =>
        Array.from({ length: 500 }, () => JSON.parse(`["${text.replace(/["\\]/g, '')}"]`) as unknown),
      ),
    );
    expect(lookups / parses).toBeLessThan(1);
  });
});

/** The least of three runs. */
const timed = (run: () => void): number =>
  Math.min(
    ...Array.from({ length: 3 }, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }),
  );
