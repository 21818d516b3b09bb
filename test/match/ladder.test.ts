import { describe, expect, it } from 'vitest';
import { ladder } from '../../src/match/ladder.js';
import type { PriceRow } from '../../src/model/price.js';
import { family, indexOf, row } from './rows.js';

/** `strategy model`, or null where no row was found. */
const found = (rows: readonly PriceRow[], provider: string, id: string, name: string | null = null): string | null => {
  const finding = indexOf(rows).find({ provider, id, name });
  return 'match' in finding ? `${finding.match.strategy} ${finding.match.model}` : null;
};

describe('the ladder', () => {
  it('has a block, guards with names and a reason for each strategy', () => {
    expect(ladder.map(({ name }) => name)).toEqual(['exact', 'contains', 'similar']);
    for (const { guards } of ladder) expect(guards.every(({ name }) => /^[a-z]+$/.test(name))).toBe(true);
  });
});

describe('what a strategy needs of a name', () => {
  const rows = [row('MISTRAL', 'mistral-medium-2312'), row('MISTRAL', 'mistral-medium-3'), row('MISTRAL', 'codestral')];
  /** Each step as `strategy name: why it was not asked`, up to the one that decided. */
  const steps = (id: string, name: string | null = null): string[] =>
    indexOf(rows)
      .find({ provider: 'mistral', id, name })
      .trace.map(({ strategy, name: asked, unasked }) => `${strategy.name} ${asked.text}: ${unasked ?? 'asked'}`);

  it('is nothing where the rows have its words and its version: all are asked in their order', () => {
    expect(steps('mistral-3')).toEqual([
      'exact mistral-3: asked',
      'contains mistral-3: asked',
      'similar mistral-3: asked',
    ]);
  });

  it('is for all of them a version that some row of the seller has', () => {
    expect(steps('mistral-medium-4')).toEqual([
      'exact mistral-medium-4: no row has its version',
      'contains mistral-medium-4: no row has its version',
      'similar mistral-medium-4: no row has its version',
    ]);
  });

  it('is for all but similar that the rows say its words, those aside that a row may leave open', () => {
    expect(steps('mistralmedium-3')).toEqual([
      'exact mistralmedium-3: no row says all of its words',
      'contains mistralmedium-3: no row says all of its words',
      'similar mistralmedium-3: asked',
    ]);
    expect(steps('mistral-preview')).toEqual([
      'exact mistral-preview: asked',
      'contains mistral-preview: asked',
      'similar mistral-preview: asked',
    ]);
  });

  it('is, but for exact, that the id tells its version itself, where there are rows to look at; else the name that tells it is asked for', () => {
    expect(steps('mistral-medium-2505', 'Mistral Medium 3')).toEqual([
      'exact mistral-medium-2505: asked',
      'contains mistral-medium-2505: only the display name tells its version',
      'similar mistral-medium-2505: asked',
      'exact Mistral Medium 3: asked',
      'contains Mistral Medium 3: asked',
    ]);
  });

  it('is met by an id that stands in the list, whatever the display name tells', () => {
    expect(steps('codestral', 'Codestral 3')).toEqual(['exact codestral: asked']);
  });
});

describe('exact', () => {
  it.each([
    ['openai', 'OPENAI', 'gpt-4o', 'gpt-4o'],
    ['azure', 'AZURE', 'azure/gpt-35-turbo-instruct', 'gpt-3.5-turbo-instruct'],
    ['azure-cognitive-services', 'AZURE', 'gpt-4o', 'gpt-4o'],
    ['amazon-bedrock', 'AWS', 'eu.amazon.nova-lite-v1:0', 'amazon.nova-lite-v1%3A0'],
    ['amazon-bedrock', 'BEDROCK', 'meta.llama3-8b-instruct-v1:0', 'meta.llama3-8b-instruct-v1%3A0'],
    ['google-vertex-anthropic', 'GOOGLE', 'vertex_ai/claude-3-5-sonnet', 'claude-3-5-sonnet'],
    ['vercel', 'VERCEL', 'anthropic/claude-opus-4', 'anthropic/claude-4-opus'],
    ['togetherai', 'TOGETHER', 'together_ai/deepseek-ai/DeepSeek-R1', 'deepseek-ai/DeepSeek-R1'],
    ['fireworks-ai', 'FIREWORKS', 'fireworks_ai/gpt-oss-20b', 'accounts/fireworks/models/gpt-oss-20b'],
    ['cohere', 'COHERE', 'command-r', 'cohere/command-r'],
    ['cerebras', 'CEREBRAS', 'llama3.1-8b', 'llama-3.1-8b'],
  ])('%s: %s %s -> %s', (provider, listed, id, model) => {
    expect(found([row(listed, model)], provider, id)).toBe(`exact ${model}`);
  });

  it('takes the row that is written most alike', () => {
    const rows = [row('VERCEL', 'openai/gpt-4-1'), row('VERCEL', 'openai/gpt-4.1')];
    expect(found(rows, 'vercel', 'openai/gpt-4.1')).toBe('exact openai/gpt-4.1');
    expect(found(rows, 'vercel', 'vercel_ai_gateway/openai/gpt-4-1')).toBe('exact openai/gpt-4-1');
  });

  it('never takes the row of another lab or of somebody’s own folder', () => {
    const rows = [row('OPENROUTER', 'nvidia/llama-3.1-70b-instruct')];
    expect(found(rows, 'openrouter', 'meta-llama/llama-3.1-70b-instruct')).toBeNull();
    expect(found([row('FIREWORKS', 'gpt-oss-20b')], 'fireworks-ai', 'accounts/somebody/models/gpt-oss-20b')).toBeNull();
    expect(found([row('OPENAI', 'gpt-image-1')], 'openai', 'high/1024-x-1024/gpt-image-1')).toBeNull();
  });
});

describe('contains', () => {
  it.each([
    [
      'an alias takes its dated snapshot',
      'anthropic',
      row('ANTHROPIC', 'claude-sonnet-4-5-20250929'),
      'claude-sonnet-4-5',
    ],
    ['so does latest', 'xai', row('X', 'grok-2-vision-1212'), 'grok-2-vision-latest'],
    ['a snapshot takes its only alias', 'openai', row('OPENAI', 'gpt-5.1'), 'gpt-5.1-2025-11-13'],
    [
      'a snapshot of a version takes its latest',
      'azure',
      row('AZURE', 'gpt-5.2-chat-latest'),
      'gpt-5.2-chat-2025-12-11',
    ],
    ['a name takes its latest', 'azure', row('AZURE', 'gpt-5.2-chat-latest'), 'gpt-5.2-chat'],
    ['latest takes the name', 'mistral', row('MISTRAL', 'pixtral-large'), 'pixtral-large-latest'],
    ['the only release of a line', 'mistral', row('MISTRAL', 'mistral-saba'), 'mistral-saba-2502'],
    [
      'a family row takes its snapshots',
      'amazon-bedrock',
      family('AWS', 'claude-3-5-sonnet'),
      'anthropic.claude-3-5-sonnet-20241022-v2:0',
    ],
    ['and its releases', 'google', family('GOOGLE', 'gemini-1.5-pro'), 'gemini-1.5-pro-002'],
    ['and its betas', 'xai', family('X', 'grok-3-mini'), 'grok-3-mini-beta'],
    ['a first release is the version', 'google', row('GOOGLE', 'gemini-1.0-pro'), 'gemini-1.0-pro-001'],
    ['the first version of a line with no other', 'xai', family('X', 'grok-code-fast-1'), 'grok-code-fast'],
    [
      'tunings of a base',
      'openai',
      row('OPENAI', 'ft:gpt-3.5-turbo-', 0.003, 0.006, 'startsWith'),
      'ft:gpt-3.5-turbo-1106',
    ],
  ])('%s', (_, provider, price, id) => {
    expect(found([price], provider, id)).toBe(`contains ${price.model}`);
  });

  it('takes the newest of several snapshots with one price, and none if their prices differ', () => {
    const rows = [row('ANTHROPIC', 'claude-3-5-sonnet-20240620'), row('ANTHROPIC', 'claude-3-5-sonnet-20241022')];
    expect(found(rows, 'anthropic', 'claude-3-5-sonnet')).toBe('contains claude-3-5-sonnet-20241022');
    const apart = [row('ANTHROPIC', 'claude-3-5-sonnet-20240620', 0.5), rows[1] as PriceRow];
    expect(found(apart, 'anthropic', 'claude-3-5-sonnet')).toBeNull();
  });

  it('does not take a row of what came after a preview for the preview', () => {
    expect(found([family('OPENAI', 'gpt-4o-realtime')], 'openai', 'gpt-4o-realtime-preview-2024-12-17')).toBeNull();
    expect(found([family('OPENAI', 'gpt-4o-realtime')], 'openai', 'gpt-4o-realtime-2024-12-17')).toBe(
      'contains gpt-4o-realtime',
    );
  });

  it('takes the most specific family', () => {
    const rows = [family('X', 'grok-3'), family('X', 'grok-3-mini')];
    expect(found(rows, 'xai', 'grok-3-mini-latest')).toBe('contains grok-3-mini');
  });

  it('reads what only the display name says', () => {
    const rows = [row('MISTRAL', 'mistral-medium'), row('MISTRAL', 'mistral-medium-3')];
    expect(found(rows, 'mistral', 'mistral-medium-2505', 'Mistral Medium 3')).toBe('contains mistral-medium-3');
    expect(found(rows, 'mistral', 'mistral-medium-2604', 'Mistral Medium 3.5')).toBeNull();
    const small = [row('OPENROUTER', 'mistralai/mistral-small')];
    expect(found(small, 'openrouter', 'mistralai/mistral-small-2603', 'Mistral Small 4')).toBeNull();
  });

  it('does not let a display name overrule the id', () => {
    const rows = [row('OPENAI', 'gpt-4o'), row('OPENAI', 'gpt-5')];
    expect(found(rows, 'openai', 'gpt-4o-audio', 'GPT-4o')).toBeNull();
    expect(found(rows, 'openai', 'gpt-6', 'GPT-5')).toBeNull();
  });
});

describe('similar', () => {
  it('takes a name whose words are cut otherwise', () => {
    expect(found([row('TOGETHER', 'microsoft/WizardLM-2-8x22B')], 'togetherai', 'wizard-lm-2-8x22b')).toBe(
      'similar microsoft/WizardLM-2-8x22B',
    );
    expect(found([row('TOGETHER', 'StripedHyena-Nous-7B')], 'togetherai', 'striped-hyena-nous-7b')).toBe(
      'similar StripedHyena-Nous-7B',
    );
  });

  it.each([
    ['openai', 'OPENAI', 'gpt-4o-mini', 'gpt4omini'],
    ['openai', 'OPENAI', 'gpt4omini', 'gpt-4o-mini'],
    ['openai', 'OPENAI', 'gpt-4o-realtime-preview', 'gpt-4o-realtimepreview'],
    ['mistral', 'MISTRAL', 'mistral-small-24b', 'mistralsmall-24b'],
  ])('takes a name that says its tier and variant in another cut: %s %s %s -> %s', (provider, listed, model, id) => {
    expect(found([row(listed, model)], provider, id)).toBe(`similar ${model}`);
  });

  it('takes no name that says another tier or variant, or says it elsewhere', () => {
    expect(found([row('OPENAI', 'gpt-4o-mini')], 'openai', 'gpt4onano')).toBeNull();
    expect(found([row('OPENAI', 'gpt-4o-mini')], 'openai', 'gptomini-4')).toBeNull();
    expect(found([row('MISTRAL', 'mistral-large')], 'mistral', 'mistral-largo')).toBeNull();
    expect(found([row('OPENROUTER', 'openai/gpt-4o-mini')], 'openrouter', 'somebody/gpt4omini')).toBeNull();
  });

  it('takes neither another word, nor a word more, nor other numbers', () => {
    expect(found([row('MISTRAL', 'mistral-8b')], 'mistral', 'ministral-8b')).toBeNull();
    expect(found([row('COHERE', 'command-r')], 'cohere', 'command')).toBeNull();
    expect(found([row('TOGETHER', 'WizardLM-2-8x22B')], 'togetherai', 'wizard-lm-2-8x7b')).toBeNull();
  });
});
