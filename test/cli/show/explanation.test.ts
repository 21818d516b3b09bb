import { expect, it } from 'vitest';
import { renderExplanation } from '../../../src/cli/show/explanation.js';
import { explainMatch } from '../../../src/match/explain.js';
import { buildPriceIndex } from '../../../src/match/priceIndex.js';
import type { PriceRow } from '../../../src/model/price.js';
import { helicone } from '../../../src/sources/prices/helicone.js';
import { aPriceRow } from '../../builders.js';

const rows: PriceRow[] = [
  aPriceRow('grok-3', { provider: 'X', operator: 'includes', cost: { input: 0.003, output: 0.015 } }),
  aPriceRow('codestral', { provider: 'MISTRAL', cost: { input: 0.3, output: 0.9 } }),
  aPriceRow('devstral-1', { provider: 'MISTRAL', cost: { input: 0.001 } }),
  aPriceRow('devstral-1', { provider: 'MISTRAL', cost: { input: 0.002 } }),
  aPriceRow('mistral-small-2506', { provider: 'MISTRAL', cost: { input: 0.0001 } }),
];
const rendered = (provider: string, id: string, name: string | null = null): string =>
  renderExplanation(explainMatch(buildPriceIndex(helicone, rows), { provider, id, name })).join('\n');

it('tells how the id was read, what the list holds, and why no row prices it, with the near misses', () => {
  const text = rendered('xai', 'grok-3-fast');
  expect(text.split('\n').slice(0, 3)).toEqual([
    'xai / grok-3-fast',
    'read as: words fast grok, version 3',
    "rows of xai in helicone's list: 1 (prices in USD per 1M tokens)",
  ]);
  expect(text).toContain('no price: no row of xai prices grok-3-fast');
  expect(text).toMatch(
    /Near misses:\n(.*\n){3}│ X grok-3 \(includes\) +│ +3 +│ +15 +│ variant: only one of them is fast/,
  );
});

it('tells of each strategy whether it was asked, and of each candidate why it was taken or refused', () => {
  const text = rendered('xai', 'grok-3-fast');
  expect(text).toMatch(/│ exact +│ not asked +│ +│ +│ no row says all of its words +│/);
  expect(text).toMatch(/│ similar +│ none +│ +│ +│ +│/);
  expect(rendered('xai', 'grok-3-beta')).toMatch(
    /│ contains +│ X grok-3 \(includes\) +│ +3 +│ +15 +│ fits, confidence/,
  );
});

it('names the display name where a step went by it', () =>
  expect(rendered('mistral', 'mistral-small', 'Mistral Small 2506')).toContain('as "Mistral Small 2506"'));

it('tells what was matched, at the price that the list has, and why that may be another model’s', () => {
  const text = rendered('mistral', 'codestral');
  expect(text).toContain('matched MISTRAL codestral by exact, confidence 0.996: same id');
  expect(text).toMatch(/│ exact +│ MISTRAL codestral +│ 300 +│ 900 +│ fits, confidence 0\.996 +│/);
  expect(rendered('mistral', 'devstral-1')).toContain(
    'ambiguous-price: MISTRAL lists devstral-1 at more than one price',
  );
});

it('leaves the near misses of a row that was found to programs where it is to be short, and no others', () => {
  const short = (id: string) =>
    renderExplanation(explainMatch(buildPriceIndex(helicone, rows), { provider: 'mistral', id, name: null }), 80, true);
  expect(short('codestral').at(-1)).toBe('3 near misses: --json tells them, or `| cat`');
  expect(short('codestral').join('\n')).not.toContain('devstral');
  expect(short('codestral-9').join('\n')).toMatch(/Near misses:\n/);
});

it('shows a price that is not there as a dash', () =>
  expect(rendered('mistral', 'mistral-small-2506')).toMatch(/│ MISTRAL mistral-small-2506 +│ +0\.1 +│ +- +│/));

it('shows rows of others as never taken', () => {
  const text = rendered('kilo', 'codestral');
  expect(text).toContain('no price: the price list has no rows of kilo');
  expect(text).toMatch(
    /The same or similar names of other providers \(never taken\):\n(.*\n){3}│ MISTRAL codestral +│ 300 +│ 900 +│ provider: a price of MISTRAL/,
  );
});
