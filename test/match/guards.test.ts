import { describe, expect, it } from 'vitest';
import { contains } from '../../src/match/contains.js';
import { parseName } from '../../src/match/name.js';
import { priced } from '../../src/match/priced.js';
import { sellersOf } from '../../src/match/sellers.js';
import type { PriceRow } from '../../src/model/price.js';
import { helicone } from '../../src/sources/prices/helicone.js';
import { family, indexOf, row } from './rows.js';

/** The names of the guards that refuse the first row of a list. */
const refusing = (id: string, ...rows: PriceRow[]): string[] => {
  const [price] = priced(rows, sellersOf(helicone));
  return contains.guards.filter((guard) => guard.objection(parseName(id), price!) !== null).map(({ name }) => name);
};

describe('each guard refuses alone', () => {
  it.each<[string, string, PriceRow[]]>([
    ['vendor', 'meta-llama/llama-3.1-8b', [row('OPENROUTER', 'nousresearch/llama-3.1-8b')]],
    ['family', 'codestral-mamba', [row('MISTRAL', 'codestral')]],
    ['tier', 'gpt-5.4-mini', [row('OPENAI', 'gpt-5.4')]],
    ['tier', 'claude-3-haiku', [row('ANTHROPIC', 'claude-3')]],
    ['variant', 'grok-3-fast', [family('X', 'grok-3')]],
    ['variant', 'qwen/qwen3-8b:free', [row('OPENROUTER', 'qwen/qwen3-8b')]],
    ['variant', 'gpt-4o-audio', [row('OPENAI', 'gpt-4o')]],
    ['variant', 'ft:gpt-4.1', [row('OPENAI', 'gpt-4.1')]],
    ['version', 'claude-sonnet-4-5', [family('AWS', 'claude-sonnet-4')]],
    ['version', 'gemini-pro-latest', [row('GOOGLE', 'gemini-1.0-pro'), row('GOOGLE', 'gemini-2.5-pro')]],
    ['size', 'llama-3.1-70b', [row('AVIAN', 'llama-3.1-8b')]],
    ['size', 'gpt-4-32k', [row('OPENAI', 'gpt-4')]],
    ['stage', 'gemini-2.0-flash-preview', [family('GOOGLE', 'gemini-2.0-flash')]],
    ['stage', 'grok-3-beta', [row('X', 'grok-3')]],
    ['stage', 'gemini-2.5-flash', [family('GOOGLE', 'gemini-2.5-flash-preview')]],
    ['revision', 'gemini-1.5-pro-002', [row('GOOGLE', 'gemini-1.5-pro')]],
    ['date', 'gpt-4o-2024-11-20', [row('OPENAI', 'gpt-4o-2024-05-13')]],
    ['latest', 'mistral-small-latest', [row('MISTRAL', 'mistral-small'), row('MISTRAL', 'mistral-small-3.2')]],
  ])('%s: %s', (guard, id, rows) => {
    expect(refusing(id, ...rows)).toEqual([guard]);
  });
});

describe('dates', () => {
  it.each<[string, string, PriceRow[]]>([
    [
      'an alias without a version may have moved',
      'cohere/command-r',
      [row('OPENROUTER', 'cohere/command-r-2024-08-30')],
    ],
    ['a month names no snapshot', 'gemini-2.5-pro', [row('GOOGLE', 'gemini-2.5-pro-09-2025')]],
    [
      'at a gateway a day without a year may be a later release',
      'deepseek/deepseek-chat-v3',
      [row('OPENROUTER', 'deepseek/deepseek-chat-v3-0324')],
    ],
    [
      'a later release of open weights',
      'moonshotai/kimi-k2-instruct-0905',
      [row('GROQ', 'moonshotai/kimi-k2-instruct')],
    ],
    ['a month of open weights', 'qwen3-235b-a22b-2507', [row('NOVITA', 'qwen3-235b-a22b')]],
    ['a latest without a version', 'mistral-large-2512', [row('MISTRAL', 'mistral-large-latest')]],
    [
      'a line that has versions',
      'mistral-medium-2508',
      [row('MISTRAL', 'mistral-medium'), row('MISTRAL', 'mistral-medium-3')],
    ],
    [
      'a line with other snapshots',
      'codestral-2405',
      [row('MISTRAL', 'codestral'), row('OPENROUTER', 'mistralai/codestral-2508')],
    ],
    [
      'a provider that lists other snapshots',
      'gpt-5.2-2026-02-01',
      [row('OPENAI', 'gpt-5.2'), row('OPENAI', 'gpt-5.2-2025-12-11')],
    ],
    [
      'an alias that has a newer snapshot',
      'claude-3-5-sonnet-20240620',
      [row('VERCEL', 'claude-3-5-sonnet'), row('ANTHROPIC', 'claude-3-5-sonnet-20241022')],
    ],
    [
      'an alias with the price of another snapshot',
      'gpt-4o-2024-11-20',
      [
        row('VERCEL', 'openai/gpt-4o', 0.0025, 0.01),
        row('OPENAI', 'gpt-4o-2024-11-20', 0.005, 0.015),
        row('OPENAI', 'gpt-4o-2024-08-06', 0.0025, 0.01),
      ],
    ],
  ])('%s', (_, id, rows) => {
    expect(refusing(id, ...rows)).toEqual(['date']);
  });

  it('takes a day without a year where the list prices that snapshot alike', () => {
    const rows = [
      row('VERCEL', 'openai/gpt-3.5-turbo', 0.0005, 0.0015),
      row('OPENAI', 'gpt-3.5-turbo-0125', 0.0005, 0.0015),
    ];
    expect(refusing('openai/gpt-3.5-turbo-0125', ...rows)).toEqual([]);
    expect(refusing('openai/gpt-3.5-turbo-1106', ...rows)).toEqual(['date']);
  });

  it('reads a day with and without its year as one', () => {
    expect(refusing('gpt-4-turbo-0409', row('OPENAI', 'gpt-4-turbo-2024-04-09'))).toEqual([]);
  });
});

describe('the provider', () => {
  it('is never crossed, whatever the price', () => {
    const index = indexOf([row('ANTHROPIC', 'claude-sonnet-4-5-20250929'), family('QSTASH', 'llama')]);
    for (const provider of ['kilo', 'google-vertex', 'v0', 'vercel', 'llama', '']) {
      for (const id of ['claude-sonnet-4-5-20250929', 'llama']) {
        expect(index.find({ provider, id, name: null })).toHaveProperty('refused');
      }
    }
  });
});
