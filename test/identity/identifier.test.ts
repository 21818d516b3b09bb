import { describe, expect, it } from 'vitest';
import { identifier } from '../../src/identity/identifier.js';
import { registryOf } from '../../src/identity/registryOf.js';

const registry = registryOf([
  { provider: 'openai', id: 'gpt-4o' },
  { provider: 'openai', id: 'gpt-4o-2024-11-20' },
  { provider: 'openai', id: 'gpt-4o-2024-05-13' },
  { provider: 'groq', id: 'llama-3.3-70b-versatile' },
  { provider: 'deepinfra', id: 'meta-llama/Llama-3.3-70B-Instruct' },
  { provider: 'anthropic', id: 'claude-sonnet-4-5-20250929' },
  { provider: 'openrouter', id: 'openrouter/auto' },
]);
const identify = identifier(registry);
const keyOf = (provider: string, id: string) => identify([{ provider, id }])[0]?.key;

describe('identifier', () => {
  it('tells a known offer by its seller and id', () =>
    expect(identify([{ provider: 'groq', id: 'llama-3.3-70b-versatile' }])).toEqual([
      { key: 'meta/llama-3.3-70b', line: 'meta/llama-3.3-70b', facets: { speed: 'versatile' } },
    ]));

  it.each([
    ['acme', 'Llama 3.3 70B', 'meta/llama-3.3-70b'],
    ['acme', 'accounts/fireworks/models/llama-v3p3-70b-instruct', 'meta/llama-3.3-70b'],
    ['acme', 'gpt-4o-2024-11-20', 'openai/gpt-4o-2024-11-20'],
    ['acme', 'openai/gpt-4o', 'openai/gpt-4o'],
    ['acme', 'claude-sonnet-4.5', 'anthropic/claude-sonnet-4.5'],
    ['acme', 'claude-4-5-sonnet@20250929', 'anthropic/claude-sonnet-4.5'],
  ])('tells a new offer, %s %s, by the known ones that are the same model', (provider, id, key) =>
    expect(keyOf(provider, id)).toBe(key),
  );

  it.each([
    ['llama-3.3-8b-instruct'],
    ['llama-3.1-70b-instruct'],
    ['gpt-4o-mini'],
    ['gpt-4o-2024-08-06'],
    ['claude-sonnet-4.5-thinking-pro'],
  ])('keeps %s, which nobody offers yet, apart from all that are known', (id) => {
    const key = keyOf('acme', id);
    expect(key).toMatch(/\/./);
    expect(registry.models.map((model) => model.key)).not.toContain(key);
  });

  it('keeps a date that nobody knew in the key, since others may sell another release', () => {
    expect(keyOf('acme', 'claude-sonnet-4-5-20251105')).toBe('anthropic/claude-sonnet-4.5-2025-11-05');
    expect(keyOf('acme', 'gpt-7-2027-01-01')).toBe('openai/gpt-7-2027-01-01');
  });

  it.each([
    [['gpt-7-mini', 'GPT 7 Mini', 'openai/gpt-7-mini', 'gpt_7_mini']],
    [['claude-9.1-opus', 'claude-opus-9-1', 'anthropic/claude-opus-9.1']],
    [['Qwen/Qwen9-Coder-32B-Instruct', 'qwen9-coder-32b-instruct', 'qwen-9-coder-32b-instruct']],
  ])('calls a model that nobody knows yet by one key in every spelling: %s', (ids) => {
    const keys = new Set(ids.map((id, i) => keyOf(`seller-${i}`, id)));
    expect([...keys]).toEqual([expect.stringMatching(/\/./)]);
  });

  it('says why an offer has no model', () =>
    expect(
      identify([
        { provider: 'openrouter', id: 'openrouter/auto' },
        { provider: 'acme', id: 'auto' },
        { provider: 'acme', id: 'ft:gpt-4o:acme::x' },
      ]).map(({ key, why }) => [key, why]),
    ).toEqual([
      [null, expect.stringMatching(/openrouter/)],
      [null, 'a router that chooses by itself'],
      [null, "a customer's fine-tune"],
    ]));

  it('is not changed by what is asked before or beside', () => {
    const alone = keyOf('acme', 'gpt-7-mini');
    identify([
      { provider: 'b', id: 'gpt-7-mini-2027-01-01' },
      { provider: 'c', id: 'gpt-7' },
    ]);
    expect(
      identify([
        { provider: 'b', id: 'gpt-7' },
        { provider: 'acme', id: 'gpt-7-mini' },
      ])[1]?.key,
    ).toBe(alone);
  });
});
