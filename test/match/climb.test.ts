import { describe, expect, it } from 'vitest';
import { climb, type Step } from '../../src/match/climb.js';
import { ladder } from '../../src/match/ladder.js';
import { parseName } from '../../src/match/name.js';
import { platformsOf } from '../../src/match/platform.js';
import { priced } from '../../src/match/priced.js';
import { sellersOf } from '../../src/match/sellers.js';
import type { Strategy } from '../../src/match/strategy.js';
import { Vocabulary } from '../../src/match/vocabulary.js';
import type { PriceRow } from '../../src/model/price.js';
import { row } from './rows.js';

/** A climb for some names among the rows of one seller, ACME. */
function climbed(rows: readonly PriceRow[], names: readonly string[], strategies: readonly Strategy[] = ladder) {
  const prices = priced(rows, sellersOf({ sellers: {} }));
  const nobody = { rungs: [], vocabulary: new Vocabulary([]) };
  const seller = platformsOf(prices, strategies).get('ACME') ?? nobody;
  const asked: string[] = [];
  const trace: Step[] = [];
  let found: ReturnType<typeof climb> = null;
  for (const text of names) {
    if (found !== null) break;
    asked.push(text);
    found = climb(seller, { name: parseName(text), isWhole: () => true }, trace);
  }
  return { found, trace, asked };
}

/** `strategy name -> rows that fit / rows that were refused`. */
const shown = ({ strategy, name, candidates }: Step): string => {
  const models = (isRefused: boolean) =>
    candidates
      .filter(({ refusedBy }) => refusedBy.length > 0 === isRefused)
      .map(({ price }) => price.row.model)
      .join(' ');
  return `${strategy.name} ${name.text} -> ${models(false)} / ${models(true)}`;
};

describe('a climb', () => {
  it('ends with the first strategy that finds a row, and the trace with it', () => {
    const { found, trace } = climbed([row('ACME', 'bird-2'), row('ACME', 'bird-2-20260101')], ['bird-2-latest']);
    expect(found).toMatchObject({ kind: 'latest', ambiguous: false, match: { strategy: 'contains', model: 'bird-2' } });
    expect(trace.map(shown)).toEqual([
      'exact bird-2-latest ->  / ',
      'contains bird-2-latest -> bird-2 bird-2-20260101 / ',
    ]);
  });

  it('looks for the next name only where no strategy found the one before', () => {
    const rows = [row('ACME', 'bird-2'), row('ACME', 'fish-1')];
    expect(climbed(rows, ['bird-2', 'fish-1'])).toMatchObject({
      found: { match: { model: 'bird-2' } },
      asked: ['bird-2'],
    });
    const { found, trace, asked } = climbed(rows, ['heron-2', 'fish-1', 'bird-2']);
    expect(found).toMatchObject({ match: { strategy: 'exact', model: 'fish-1' } });
    expect(asked).toEqual(['heron-2', 'fish-1']);
    expect(trace.map(shown)).toEqual([
      'exact heron-2 ->  / ',
      'contains heron-2 ->  / ',
      'similar heron-2 ->  / ',
      'exact fish-1 -> fish-1 / ',
    ]);
  });

  it('that finds nothing has asked every strategy for every name', () => {
    const { found, trace } = climbed([row('ACME', 'bird-2')], ['bird-3', 'bird-4']);
    expect(found).toBeNull();
    expect(trace.map(({ strategy, name }) => `${strategy.name} ${name.text}`)).toEqual(
      ['bird-3', 'bird-4'].flatMap((name) => ladder.map((strategy) => `${strategy.name} ${name}`)),
    );
  });

  it('notes every guard that refuses a row', () => {
    const { found, trace } = climbed([row('ACME', 'bird-2-001')], ['lab/bird-2-002']);
    expect(found).toBeNull();
    expect(trace[1]).toMatchObject({
      unasked: null,
      candidates: [
        {
          refusedBy: [
            { guard: 'vendor', objection: 'the model is of lab, the row of no lab named' },
            { guard: 'revision', objection: 'release 002, the row 001' },
          ],
        },
      ],
    });
  });

  it('looks at the rows of its seller alone', () => {
    const { found, trace } = climbed([row('BETA', 'bird-2')], ['bird-2']);
    expect(found).toBeNull();
    expect(trace.flatMap(({ candidates }) => candidates)).toEqual([]);
  });

  it('ends in words where two rows fit equally well at different prices', () => {
    const { found, trace } = climbed(
      [row('ACME', 'bird-2-1212', 0.001), row('ACME', 'bird-2-1213', 0.002)],
      ['bird-2', 'x'],
    );
    expect(found).toBe('bird-2-1213 and bird-2-1212 fit equally well and cost differently');
    expect(trace.map(shown)).toEqual(['exact bird-2 ->  / ', 'contains bird-2 -> bird-2-1212 bird-2-1213 / ']);
  });

  it('takes a row that stands there twice at different prices, and says that its price is in doubt', () => {
    const { found } = climbed([row('ACME', 'bird-2', 0.001), row('ACME', 'bird-2', 0.002)], ['bird-2']);
    expect(found).toMatchObject({ ambiguous: true, match: { strategy: 'exact', model: 'bird-2' } });
  });

  it('goes on where the rows that fit are not of the strategy', () => {
    const blind: Strategy = { ...ladder[0]!, name: 'blind', level: () => null };
    const { found, trace } = climbed([row('ACME', 'bird-2')], ['bird-2'], [blind, ...ladder]);
    expect(found).toMatchObject({ match: { strategy: 'exact' } });
    expect(trace.map(shown)).toEqual(['blind bird-2 -> bird-2 / ', 'exact bird-2 -> bird-2 / ']);
  });
});
