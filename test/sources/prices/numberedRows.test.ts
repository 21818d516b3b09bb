import { describe, expect, it } from 'vitest';
import { numberedRows } from '../../../src/sources/prices/numberedRows.js';
import { aPriceRow } from '../../builders.js';

const row = (model: string, input: number) => aPriceRow(model, { cost: { input } });

describe('numbered rows', () => {
  it('of one name and one price are told apart by what they cost under conditions', () => {
    const tiered = (input: number) => ({ ...row('b', 2), tiers: [{ when: { contextAbove: 1 }, cost: { input } }] });
    const rows = [tiered(2), tiered(1), row('b', 2)];
    expect([...numberedRows(rows).entries()]).toEqual([...numberedRows(rows.toReversed()).entries()]);
  });

  it('are by name, those of one name by their prices, whatever their order', () => {
    const [a, cheap, dear] = [row('a', 1), row('b', 2), row('b', 3)];
    const expected = new Map([
      ['ACME equals a', a],
      ['ACME equals b (1 of 2)', cheap],
      ['ACME equals b (2 of 2)', dear],
    ]);
    expect(numberedRows([a, cheap, dear])).toEqual(expected);
    expect(numberedRows([dear, a, cheap])).toEqual(expected);
  });
});
