import { expect, it } from 'vitest';
import { providerIdOf } from '../../src/cost/records/providerIds.js';
import { sources } from '../../src/sources/index.js';

it.each([
  ...[
    ['aws.bedrock', 'amazon-bedrock'],
    ['gcp.gemini', 'google'],
    ['gcp.vertex_ai', 'google-vertex'],
    ['azure.ai.openai', 'azure'],
    ['x_ai', 'xai'],
    ['mistral_ai', 'mistral'],
    ['constructor', 'constructor'],
    ['__proto__', '__proto__'],
  ],
  ...[
    ['bedrock_converse', 'amazon-bedrock'],
    ['gemini', 'google'],
    ['vertex_ai-anthropic_models', 'google-vertex'],
    ['azure_ai', 'azure'],
    ['together_ai', 'togetherai'],
    ['cohere_chat', 'cohere'],
    ['text-completion-openai', 'openai'],
    ['perplexity', 'perplexity'],
    ['OpenAI', 'openai'],
  ],
])('knows %s as %s', (name, id) => {
  expect(providerIdOf(name)).toBe(id);
});

it('leaves our own ids as they are', () => {
  expect(sources.map(({ id }) => id).filter((id) => providerIdOf(id) !== id)).toEqual([]);
});
