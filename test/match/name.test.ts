import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { familyOf, isEmpty, parseName } from '../../src/match/name.js';

const read = (text: string) => {
  const { vendor, words, versions, sizes, date, revision, latest } = parseName(text);
  return { vendor, words: words.join(' '), versions, sizes, date, revision, latest };
};
const plain = { vendor: null, versions: [], sizes: [], date: null, revision: null, latest: false };

describe('one name, spelled differently', () => {
  it.each([
    ['gpt-4o', 'GPT-4o'],
    ['gpt-4o', 'gpt-4-o'],
    ['gpt-4o-2024-05-13', 'gpt-4-o-(2024-05-13)'],
    ['gpt-4o-2024-11-20', 'azure/eu/gpt-4o-2024-11-20'],
    ['gpt-4o-2024-11-20', 'azure/global-standard/gpt-4o-20241120'],
    ['gpt-3.5-turbo-0125', 'azure/gpt-35-turbo-(0125)'],
    ['claude-opus-4', 'claude-4-opus'],
    ['claude-sonnet-4', 'claude-sonnet-4-0'],
    ['claude-3.5-haiku', 'claude-3-5-haiku'],
    ['claude 3.5 haiku', 'Claude 3.5 Haiku'],
    ['claude-sonnet-4-20250514', 'us.anthropic.claude-sonnet-4-20250514-v1:0'],
    ['claude-3-7-sonnet-20250219', 'vertex_ai/claude-3-7-sonnet@20250219'],
    ['amazon.nova-lite-v1:0', 'amazon.nova-lite-v1%3A0'],
    ['amazon.nova-lite-v1%3A0', 'bedrock/us-gov-west-1/amazon.nova-lite-v1:0'],
    ['nova-lite', 'apac.amazon.nova-lite-v1:0'],
    ['llama-3.1-405b-instruct', 'accounts/fireworks/models/llama-v3p1-405b-instruct'],
    ['Qwen2.5-1.5B-Instruct', 'qwen2p5-1p5b-instruct'],
    ['meta-llama/Llama-3.1-8B-Instruct-Turbo', 'meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo'],
    ['meta-llama/llama-4-scout-17b-16e-instruct', 'meta-llama-llama-4-scout-17-b-16-e-instruct'],
    ['moonshotai/kimi-k2-instruct', 'moonshotai-kimi-k-2-instruct'],
    ['mixtral-8x7b', 'mixtral-8-x-7-b-↗'],
    ['mixtral-8x22b', 'mistral/open-mixtral-8x22b'],
    ['gemini-1.5-flash-8b', 'gemini-flash-1.5-8b'],
    ['deepseek/deepseek_v3', 'deepseek/deepseek-v3'],
    ['text-embedding-ada-002-v2', 'text-embedding-ada-002-(version-2)'],
    ['mistral-large-2411', 'mistral-large-(24-11)'],
    ['ft:gpt-4o-mini-2024-07-18', 'ft:gpt-4o-mini-2024-07-18:acme::abc123'],
    ['openai/gpt-5.2-pro', 'OpenAI: GPT-5.2 Pro'],
    ['claude-sonnet-4-6', 'vertex_ai/claude-sonnet-4-6'],
    ['gpt-4o', 'ｇｐｔ－４ｏ'],
    ['gpt-4o-医疗', 'GPT-4o 医疗'],
    ['gpt-4o-医疗', 'gpt-4o-%E5%8C%BB%E7%96%97'],
    ['café-2', 'cafe\u0301-2'],
    ['яндекс-gpt-5', 'Яндекс GPT 5'],
    ['command-r+-08-2024', 'command-r-plus-08-2024'],
    ['command-r-plus', 'Command R+'],
  ])('%s = %s', (a, b) => {
    expect(parseName(a).key).toBe(parseName(b).key);
  });
});

describe('two names', () => {
  it.each([
    ['gpt-4o', 'gpt-4o-医疗'],
    ['gpt-4o-医疗', 'gpt-4o-法律'],
    ['gpt-4o', 'gрt-4o'],
    ['bird-2', 'bird-2-ñ'],
    ['bird-n', 'bird-ñ'],
    ['qwen-3', 'qwen-3-𝄞-ꓮ'],
    ['gpt-4o', 'gpt-4o\uFFFD'],
    ['gpt-4o-\uFFFDa', 'gpt-4o-a'],
    ['मॉडल-2', 'मडल-2'],
    ['command-r', 'command-r+'],
    ['gpt-4o', 'gpt-4o-mini'],
    ['gpt-4o', 'gpt-4'],
    ['o1', 'o3'],
    ['llama-3.1-8b', 'llama-3.18b'],
    ['qwen3-30b-a3b', 'qwen3-30b'],
    ['gemma-3n-e2b-it', 'gemma-3n-e4b-it'],
    ['mixtral-8x7b', 'mixtral-8x22b'],
    ['gpt-4-32k', 'gpt-4'],
    ['text-davinci-002', 'text-davinci-003'],
    ['babbage', 'babbage-002'],
    ['gpt-4-0314', 'gpt-4-0613'],
    ['mistral-large', 'mistral-large-latest'],
    ['nemotron-super-49b-v1', 'nemotron-super-49b-v1.5'],
    ['qwen/qwen3-8b', 'qwen/qwen3-8b:free'],
    ['glm-4.5', 'glm-4.5v'],
    ['claude-v2:1', 'claude-v2:0'],
  ])('%s, %s', (a, b) => {
    expect(parseName(a).key).not.toBe(parseName(b).key);
  });
});

describe('the parts of a name', () => {
  it.each([
    ['gpt-4o-2024-11-20', { ...plain, words: 'gpt o', versions: ['4'], date: '2024-11-20' }],
    ['gpt-4-1106-preview', { ...plain, words: 'gpt preview', versions: ['4'], date: '--11-06' }],
    ['mistral-large-2411', { ...plain, words: 'large mistral', date: '2024-11' }],
    ['command-r-08-2024', { ...plain, words: 'command r', date: '2024-08' }],
    ['gemini-2.5-pro-preview-05-06', { ...plain, words: 'gemini preview pro', versions: ['2.5'], date: '--05-06' }],
    [
      'doubao-1-5-pro-32k-250115',
      { ...plain, words: 'doubao pro', versions: ['1.5'], sizes: ['32k'], date: '2025-01-15' },
    ],
    ['grok-3-mini-latest', { ...plain, words: 'grok mini', versions: ['3'], latest: true }],
    ['claude-sonnet-4-6@default', { ...plain, words: 'claude sonnet', versions: ['4.6'], latest: true }],
    ['gemini-2.0-flash-001', { ...plain, words: 'flash gemini', versions: ['2'], revision: '001' }],
    ['gemini-embedding-001', { ...plain, words: 'embedding gemini', versions: ['001'] }],
    [
      'anthropic.claude-3-5-sonnet-20241022-v2:0',
      { ...plain, vendor: 'anthropic', words: 'claude sonnet', versions: ['3.5'], date: '2024-10-22', revision: 'v2' },
    ],
    ['claude-3-5-sonnet-v-2', { ...plain, words: 'claude sonnet', versions: ['3.5'], revision: 'v2' }],
    ['llama2-70b-4096', { ...plain, words: 'llama', versions: ['2'], sizes: ['4096', '70b'] }],
    [
      'qwen3-235b-a22b-thinking-2507',
      { ...plain, words: 'qwen thinking', versions: ['3'], sizes: ['235b', 'a22b'], date: '2025-07' },
    ],
    [
      'Llama-4-Maverick-17B-128E-Instruct-FP8',
      { ...plain, words: 'fp instruct llama maverick', versions: ['4', '8'], sizes: ['128e', '17b'] },
    ],
    [
      'playground-v2-5-1024px-aesthetic',
      { ...plain, words: 'aesthetic playground', versions: ['2.5'], sizes: ['1024px'] },
    ],
    ['openai.gpt-oss-20b-1:0', { ...plain, vendor: 'openai', words: 'gpt oss', sizes: ['20b'] }],
    ['gpt-5.6', { ...plain, words: 'gpt', versions: ['5.6'] }],
    ['', { ...plain, words: '' }],
    ['↗', { ...plain, words: '' }],
  ])('%s', (text, parts) => {
    expect(read(text)).toEqual(parts);
  });

  it('keeps a path that is neither lab nor route as the vendor', () => {
    expect(parseName('low/1024-x-1024/gpt-image-1').vendor).toBe('?low?1024-x-1024');
    expect(parseName('accounts/somebody/models/gpt-oss-20b').vendor).toBe('?somebody');
  });

  it('reads any text, and reads it the same in any case', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseName(text.toUpperCase()).key).toBe(parseName(text.toUpperCase().toLowerCase()).key);
        expect(familyOf(parseName(text))).toBeTypeOf('string');
      }),
    );
  });
});

describe('a name that says nothing', () => {
  it.each(['', ' ', '---', '↗', '()', 'openai/', '😀'])('is %j', (text) => expect(isEmpty(parseName(text))).toBe(true));

  it.each(['a', '1', '医', 'latest', '2024-05-13', 'я'])('is not %j', (text) =>
    expect(isEmpty(parseName(text))).toBe(false),
  );
});

it('keeps every letter and digit of every script', () => {
  const letter = fc.integer({ min: 0x80, max: 0x2ffff }).map((code) => String.fromCodePoint(code));
  fc.assert(
    fc.property(
      letter.filter((sign) => /^[\p{L}\p{N}]$/u.test(sign)),
      (sign) => {
        expect(parseName(`bird-${sign}`).key).not.toBe(parseName('bird').key);
        expect(isEmpty(parseName(sign))).toBe(false);
      },
    ),
  );
});
