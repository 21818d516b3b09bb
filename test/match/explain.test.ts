import { describe, expect, it } from 'vitest';
import { renderExplanation } from '../../src/cli/show/explanation.js';
import { type Explanation, explainMatch } from '../../src/match/explain.js';
import { labels } from './evaluation.js';
import { recordedPrices } from './prices.js';
import { indexOf, otherIndexOf, row } from './rows.js';

const index = indexOf(recordedPrices());
const explained = (provider: string, id: string, name: string | null = null) =>
  explainMatch(index, { provider, id, name });

const rendered = (explanation: Explanation): string => renderExplanation(explanation).join('\n');

/** Each step with its candidates that fit, and with those that a guard refused. */
const stepsOf = ({ steps }: Explanation) =>
  steps.map(({ strategy, name, candidates }) => ({
    step: `${strategy} ${name}`,
    fits: candidates.filter(({ confidence }) => confidence !== null).map(({ model }) => model),
    refused: candidates.filter(({ confidence }) => confidence === null).map(({ model }) => model),
  }));

describe('an explanation', () => {
  it('finds a price by free text and names what was taken', () => {
    const explanation = explained('anthropic', 'claude 3.5 haiku');
    expect(explanation).toMatchObject({ list: 'helicone', provider: 'anthropic', id: 'claude 3.5 haiku', rows: 21 });
    expect(explanation.match).toMatchObject({ strategy: 'contains', model: 'claude-3-5-haiku-20241022' });
    expect(stepsOf(explanation)).toEqual([
      { step: 'exact claude 3.5 haiku', fits: [], refused: [] },
      { step: 'contains claude 3.5 haiku', fits: ['claude-3-5-haiku-20241022'], refused: [] },
    ]);
    expect(explanation.nearMisses[0]).toMatchObject({ model: 'claude-3-haiku-20240307', confidence: null });
    expect(explanation.nearMisses[0]?.refusedBy.map(({ guard }) => guard)).toContain('version');
  });

  it('names the guard that refused each candidate', () => {
    const explanation = explained('google', 'gemini-2.0-flash-preview');
    expect(explanation.refused).toBe('no row of google prices gemini-2.0-flash-preview');
    expect(explanation.steps.map(({ strategy }) => strategy)).toEqual(['exact', 'contains', 'similar']);
    expect(explanation.steps[1]?.candidates[0]).toMatchObject({
      model: 'gemini-2.0-flash',
      refusedBy: [{ guard: 'stage' }],
    });
  });

  it('says why a strategy was not asked, and by which name it was asked in the end', () => {
    const { steps } = explained('mistral', 'mistral-medium-2505', 'Mistral Medium 3');
    expect(steps.map(({ strategy, name, unasked }) => [strategy, name, unasked])).toEqual([
      ['exact', 'mistral-medium-2505', null],
      ['contains', 'mistral-medium-2505', 'only the display name tells its version'],
      ['similar', 'mistral-medium-2505', null],
      ['exact', 'Mistral Medium 3', null],
      ['contains', 'Mistral Medium 3', null],
    ]);
  });

  it('shows the candidate that was taken under the strategy that took it, whatever the display name', () => {
    const explanation = explained('vercel', 'mistral/devstral-small', 'Devstral Small 1.1');
    expect(explanation.match).toMatchObject({ strategy: 'exact', model: 'mistral/devstral-small' });
    expect(stepsOf(explanation)).toEqual([
      { step: 'exact mistral/devstral-small', fits: ['mistral/devstral-small'], refused: [] },
    ]);
  });

  it('shows the surest candidate first', () => {
    const rows = [
      row('ACME', 'bird-1'),
      row('ACME', 'bird-2-20260101'),
      row('ACME', 'bird-2-001'),
      row('ACME', 'bird-2-002'),
    ];
    const { steps } = explainMatch(indexOf(rows), { provider: 'acme', id: 'bird-2', name: null });
    expect(steps[1]?.candidates.map(({ model, confidence }) => [model, confidence])).toEqual([
      ['bird-2-001', 0.974],
      ['bird-2-20260101', 0.923],
      ['bird-2-002', null],
    ]);
  });

  it('shows the price as the list has it, and says why it may be another model’s', () => {
    const list = indexOf([row('AZURE', 'bird-1', 300), row('AZURE', 'bird-1', 0.002)]);
    const { match, cost, issues } = explainMatch(list, { provider: 'azure', id: 'bird-1', name: null });
    expect([match?.model, issues.map(({ code }) => code)]).toEqual(['bird-1', ['ambiguous-price']]);
    expect([300, 0.002]).toContain(cost.input);
    expect(explained('mistral', 'codestral')).toMatchObject({ cost: { input: 0.3, output: 0.9 }, issues: [] });
  });

  it('shows rows of other providers only as refused', () => {
    const { rows, match, nearMisses, refused, steps } = explained('kilo', 'anthropic/claude-sonnet-4.5');
    expect([rows, match, refused, steps]).toEqual([0, null, 'the price list has no rows of kilo', []]);
    expect(nearMisses[0]?.model).toBe('anthropic/claude-sonnet-4.5');
    for (const { confidence, refusedBy } of nearMisses) {
      expect(confidence).toBeNull();
      expect(refusedBy[0]?.guard).toBe('provider');
    }
  });

  it('is of the list that it is asked of', () => {
    const other = otherIndexOf('mine', row('ACME', 'bird', 0.5, 1));
    expect(explainMatch(other, { provider: 'acme', id: 'bird', name: null })).toMatchObject({
      list: 'mine',
      rows: 1,
      match: { provider: 'ACME', model: 'bird' },
    });
  });
});

describe('for every labelled record', () => {
  const all = labels().map((label) => ({ label, explanation: explained(label.provider, label.id, label.name) }));
  const matched = all.filter(({ explanation }) => explanation.match !== null);

  it('an explanation is data that survives JSON', () => {
    for (const { explanation } of all) expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
  });

  it('it agrees with the lookup', () => {
    for (const { label, explanation } of all) {
      const finding = index.find(label);
      expect(explanation.match).toEqual('match' in finding ? finding.match : null);
      expect(explanation.refused).toEqual('refused' in finding ? finding.refused : null);
      expect(explanation.steps).toHaveLength(finding.trace.length);
    }
  });

  it('the match is a candidate of the last step, which is of its strategy', () => {
    expect(matched.length).toBeGreaterThan(450);
    for (const { explanation } of matched) {
      const { strategy, provider, model } = explanation.match!;
      const last = explanation.steps.at(-1)!;
      expect(last.strategy).toBe(strategy);
      expect(last.candidates).toContainEqual(expect.objectContaining({ provider, model, refusedBy: [] }));
    }
  });

  it('only the step that decides has a candidate that fits; where nothing was found, none has', () => {
    const { length } = all.filter(({ explanation }) => explanation.match === null);
    expect(length).toBeGreaterThan(500);
    const refused = all.flatMap(({ explanation }) => explanation.steps.flatMap(({ candidates }) => candidates));
    expect(refused.filter(({ refusedBy }) => refusedBy.length > 0).length).toBeGreaterThan(100);
    for (const { explanation } of all) {
      const before = explanation.match === null ? explanation.steps : explanation.steps.slice(0, -1);
      expect(before.flatMap(({ candidates }) => candidates.filter(({ confidence }) => confidence !== null))).toEqual(
        [],
      );
    }
  });

  it('a step that was not asked has no candidates', () => {
    const unasked = all.flatMap(({ explanation }) => explanation.steps.filter((step) => step.unasked !== null));
    expect(unasked.length).toBeGreaterThan(100);
    expect(unasked.flatMap(({ candidates }) => candidates)).toEqual([]);
  });
});

describe('for a person', () => {
  it('prints the reading, the steps, the outcome and the near misses', () => {
    const text = rendered(explained('xai', 'grok-3-fast'));
    expect(text).toContain('read as: words fast grok, version 3');
    expect(text).toContain("rows of xai in helicone's list: 9 (prices in USD per 1M tokens)");
    expect(text).toMatch(/│ exact +│ none/);
    expect(text).toContain('no price: no row of xai prices grok-3-fast');
    expect(text).toMatch(/X grok-3 \(includes\) +│ +3 +│ +15 +│ variant: only one of them is fast/);
  });

  it('prints why a price that was found may be another model’s', () => {
    const list = indexOf([row('AZURE', 'bird-1', 0.001), row('AZURE', 'bird-1', 0.002)]);
    const text = rendered(explainMatch(list, { provider: 'azure', id: 'bird-1', name: null }));
    expect(text).toContain('matched AZURE bird-1 by exact, confidence 0.996: same id');
    expect(text).toContain('ambiguous-price: AZURE lists bird-1 at more than one price');
  });

  it('never prints a strategy as fruitless that found the match', () => {
    const text = rendered(explained('vercel', 'mistral/devstral-small', 'Devstral Small 1.1'));
    expect(text).toMatch(/│ exact +│ VERCEL mistral\/devstral-small │ 0\.07 │ 0\.28 │ fits, confidence 0\.996 │/);
    expect(text).toContain('matched VERCEL mistral/devstral-small by exact, confidence 0.996: same id');
    expect(text).not.toMatch(/exact +│ (none|not asked)/);
  });

  it('prints what was not asked, and the name that was asked for in its place', () => {
    const text = rendered(explained('mistral', 'mistral-medium-2505', 'Mistral Medium 3'));
    expect(text).toMatch(/│ contains +│ not asked +│ +│ +│ only the display name tells its version +│/);
    expect(text).toMatch(/│ contains, as "Mistral Medium 3" +│ MISTRAL mistral-medium-3 +│/);
  });

  it('prints no table of steps where no row was looked at', () => {
    const text = rendered(explained('kilo', 'anthropic/claude-sonnet-4.5'));
    expect(text).not.toContain('strategy');
    expect(text).toContain(
      'no price: the price list has no rows of kilo\nThe same or similar names of other providers',
    );
  });
});
