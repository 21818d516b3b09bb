import { describe, expect, it } from 'vitest';
import { explainMatch } from '../../src/match/explain.js';
import { buildPriceIndex } from '../../src/match/priceIndex.js';
import { renderExplanation } from '../../src/match/renderExplanation.js';
import { labels } from './evaluation.js';
import { recordedPrices } from './prices.js';

const index = buildPriceIndex(recordedPrices());
const explained = (provider: string, id: string, name: string | null = null) =>
  explainMatch(index, { provider, id, name });

describe('an explanation', () => {
  it('finds a price by free text and names what was taken', () => {
    const explanation = explained('anthropic', 'claude 3.5 haiku');
    expect(explanation.match).toMatchObject({ strategy: 'contains', model: 'claude-3-5-haiku-20241022' });
    expect(explanation.strategies.map(({ strategy, candidates }) => [strategy, candidates.length])).toEqual([
      ['exact', 0],
      ['contains', 1],
      ['similar', 0],
    ]);
    expect(explanation.nearMisses[0]).toMatchObject({ model: 'claude-3-haiku-20240307', confidence: null });
    expect(explanation.nearMisses[0]?.refusedBy.map(({ guard }) => guard)).toContain('version');
  });

  it('names the guard that refused each candidate', () => {
    const { strategies, refused } = explained('google', 'gemini-2.0-flash-preview');
    const contains = strategies.find(({ strategy }) => strategy === 'contains');
    expect(refused).toBe('no row of google prices gemini-2.0-flash-preview');
    expect(contains?.candidates[0]).toMatchObject({ model: 'gemini-2.0-flash', refusedBy: [{ guard: 'stage' }] });
  });

  it('says what is wrong with a price', () => {
    const { match, cost, issues } = explained('mistral', 'mistral-large-latest');
    expect(match?.model).toBe('mistral-large-latest');
    expect(cost).toEqual({});
    expect(issues[0]?.code).toBe('implausible-price');
  });

  it('shows rows of other providers only as refused', () => {
    const { rows, match, nearMisses, refused } = explained('kilo', 'anthropic/claude-sonnet-4.5');
    expect([rows, match, refused]).toEqual([0, null, 'the price list has no rows of kilo']);
    expect(nearMisses[0]?.model).toBe('anthropic/claude-sonnet-4.5');
    for (const { confidence, refusedBy } of nearMisses) {
      expect(confidence).toBeNull();
      expect(refusedBy[0]?.guard).toBe('provider');
    }
  });

  it('is data that survives JSON, for every labelled record, and agrees with the lookup', () => {
    for (const { provider, id, name } of labels().slice(0, 200)) {
      const explanation = explained(provider, id, name);
      expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
      const finding = index.find({ provider, id, name });
      expect(explanation.match).toEqual('match' in finding ? finding.match : null);
    }
  });
});

describe('for a person', () => {
  it('prints the reading, the strategies, the outcome and the near misses', () => {
    const text = renderExplanation(explained('xai', 'grok-3-fast'));
    expect(text).toContain('read as: words fast grok, version 3');
    expect(text).toContain('no price: no row of xai prices grok-3-fast');
    expect(text).toMatch(/X grok-3 \(includes\) +│ 3 +│ 15 +│ variant: only one of them is fast/);
  });

  it('prints what is wrong with a price that was found', () => {
    const text = renderExplanation(explained('mistral', 'codestral'));
    expect(text).toContain('matched MISTRAL codestral by exact, confidence 0.996: same id');
    expect(text).toContain('implausible-price: 300 in, 900 out (USD per 1M tokens)');
  });
});
