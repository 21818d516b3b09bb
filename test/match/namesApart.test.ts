import { expect, it } from 'vitest';
import { parseName } from '../../src/match/name.js';
import { namesApart } from '../../src/match/namesApart.js';

it.each([
  ['gpt-4o', 'gpt-4o-2024-08-06', ['its date']],
  ['gpt-4o-2024-05-13', 'gpt-4o-2024-08-06', ['its date']],
  ['mistral-large', 'mistral-large-latest', ['"latest"']],
  ['gemini-2.0-flash', 'gemini-2.0-flash-001', ['its revision']],
  ['nebius/llama-3-8b', 'novita/llama-3-8b', ['what stands before the name']],
  ['claude-3-5-haiku-latest', 'claude-3-5-haiku-20241022', ['its date', '"latest"']],
  ['gpt-4o', 'GPT 4o', ['its spelling']],
])('%s and %s are one model', (one, other, apart) =>
  expect(namesApart(parseName(one), parseName(other))).toEqual(apart),
);

it.each([
  ['gpt-4o', 'gpt-4o-mini'],
  ['llama-3-8b', 'llama-3-70b'],
  ['claude-3-5-haiku', 'claude-3-haiku'],
  ['gpt-4o-mni', 'gpt-4o-mini'],
])('%s and %s are two', (one, other) => expect(namesApart(parseName(one), parseName(other))).toBeNull());
