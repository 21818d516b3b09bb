import { expect, it } from 'vitest';
import { holdsWords } from '../../../src/book/models/words.js';

it.each([
  ['gpt4o', 'openai/gpt-4o'],
  ['gpt-4o', 'GPT 4o mini'],
  ['GPT 4O MINI', 'gpt-4o-mini'],
  ['llama 3.3', 'meta/llama-3.3-70b-instruct'],
  ['llama 3.3', 'Llama-3_3-70B'],
  ['70b llama', 'meta/llama-3.3-70b-instruct'],
  ['opus 4.6', 'claude-opus-4-6'],
  ['', 'anything'],
  ['  ', 'anything'],
])('%s is in %s', (words, text) => expect(holdsWords(words)([text])).toBe(true));

it.each([
  ['llama 3.3', 'meta/llama-3.1-70b-instruct'],
  ['llama 3.3', 'llama-33b'],
  ['llama 3', 'llama-33b'],
  ['70b', 'llama-170b'],
  ['opus', 'claude-sonnet-4.6'],
])('%s is not in %s', (words, text) => expect(holdsWords(words)([text])).toBe(false));

it('takes signs for separators, whatever they mean elsewhere', () => {
  expect(holdsWords('(.*)+ [a]')(['a'])).toBe(true);
  expect(holdsWords('.*')(['a'])).toBe(true);
});
