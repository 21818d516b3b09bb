import { describe, expect, it } from 'vitest';
import { buildPriceIndex } from '../../src/match/priceIndex.js';
import { helicone } from '../../src/sources/prices/helicone.js';

const rowOf = (provider: string, model: string) =>
  ({ provider, model, operator: 'equals', cost: { input: 0.001, output: 0.002 } }) as const;

const index = buildPriceIndex(helicone, [
  rowOf('OPENAI', 'gpt-4o'),
  rowOf('OPENAI', 'gpt-4o-mini'),
  rowOf('OPENAI', 'gpt-4-turbo'),
  rowOf('GOOGLE', 'gemini-2.5-flash'),
  rowOf('GOOGLE', 'gemini-2.5-flash-lite'),
  rowOf('PERPLEXITY', 'sonar'),
  rowOf('PERPLEXITY', 'sonar-pro'),
  rowOf('PERPLEXITY', 'sonar-deep-research'),
  rowOf('MISTRAL', 'mistral-8b'),
  rowOf('MISTRAL', 'codestral-2501'),
  rowOf('TOGETHER', 'wizardlm-2-8x22b'),
]);

const found = (provider: string, id: string) => {
  const finding = index.find({ provider, id, name: null });
  return 'match' in finding ? `${finding.match.strategy} ${finding.match.model}` : null;
};

describe('similar', () => {
  it.each([
    ['openai', 'gpt4omini', 'gpt-4o-mini'],
    ['openai', 'gpt-4omini', 'gpt-4o-mini'],
    ['openai', 'gpt4turbo', 'gpt-4-turbo'],
    ['google', 'gemini-2.5-flashlite', 'gemini-2.5-flash-lite'],
    ['google', 'gemini2.5flashlite', 'gemini-2.5-flash-lite'],
    ['perplexity', 'sonarpro', 'sonar-pro'],
    ['perplexity', 'sonar-deepresearch', 'sonar-deep-research'],
    ['togetherai', 'wizard-lm-2-8x22b', 'wizardlm-2-8x22b'],
  ])('finds what no other strategy finds: %s %s is %s, cut into words elsewhere', (provider, id, model) => {
    const finding = found(provider, id);
    // Where the parser cuts the name as the row is cut, `exact` is there first.
    expect(['exact', 'similar'].map((strategy) => `${strategy} ${model}`)).toContain(finding);
  });

  it('alone finds glued words', () => {
    expect(found('openai', 'gpt4omini')).toBe('similar gpt-4o-mini');
    expect(found('google', 'gemini-2.5-flashlite')).toBe('similar gemini-2.5-flash-lite');
    expect(found('perplexity', 'sonarpro')).toBe('similar sonar-pro');
    expect(found('perplexity', 'sonar-deepresearch')).toBe('similar sonar-deep-research');
    expect(found('togetherai', 'wizard-lm-2-8x22b')).toBe('similar wizardlm-2-8x22b');
  });

  it.each([
    ['openai', 'gpto4mini', 'the version stands behind the letter: another model'],
    ['openai', 'gpt4ominy', 'a letter more or less is another name'],
    ['openai', 'gpt4onano', 'another tier'],
    ['google', 'gemini-2.0-flashlite', 'another version'],
    ['google', 'gemini-2.5-flashlive', 'another word'],
    ['perplexity', 'sonarlite', 'another tier'],
    ['mistral', 'ministral-8b', 'spelled alike, not alike enough'],
    ['mistral', 'codestral-2508', 'another date'],
    ['togetherai', 'wizard-lm-2-8x7b', 'another size'],
  ])('refuses the near miss %s %s: %s', (provider, id) => {
    expect(found(provider, id)).toBeNull();
  });
});
