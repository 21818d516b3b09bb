import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/model/model.js';
import { heldBack } from '../../src/sources/heldBack.js';
import { movesOf } from '../../src/sources/moves.js';
import { unknownCost } from '../../src/sources/unknownCost.js';
import { aModel, aPricing } from '../builders.js';

const priced = (id: string, input: number, output: number | null = null, more: Partial<Model> = {}): Model =>
  aModel(id, {
    cost: { ...unknownCost, input, output },
    pricing: aPricing(),
    ...more,
  });
const api = { now: 'api', before: 'api' };

const by = 'api';

describe('moves', () => {
  it.each([
    ['up', 0.001, 0.0051],
    ['down', 0.0051, 0.001],
    ['not at all', 0.001, 0.001],
  ])('are the prices that were stated before: %s', (_, was, is) =>
    expect(movesOf([priced('m', is)], [priced('m', was)], api)).toEqual([{ id: 'm', by, field: 'input', was, is }]),
  );

  it('are none of what is free, and was', () => expect(movesOf([priced('m', 0)], [priced('m', 0)], api)).toEqual([]));

  it('are also those of prices that are gone, or new', () => {
    const without = aModel('m');
    const [gone, added] = [
      { id: 'm', by, field: 'input', was: 1, is: 0 },
      { id: 'm', by, field: 'input', was: 0, is: 1 },
    ];
    expect(movesOf([without], [priced('m', 1)], api)).toEqual([gone]);
    expect(movesOf([priced('m', 1)], [without], api)).toEqual([added]);
    expect(movesOf([without], [without], api)).toEqual([]);
  });

  it('tell both fields', () =>
    expect(movesOf([priced('m', 1, 2)], [priced('m', 0.001, 0.002)], api).map(({ field }) => field)).toEqual([
      'input',
      'output',
    ]));

  it('are those of any price, and of tiers under the same condition', () => {
    const tier = (contextAbove: number, input: number) => ({ tiers: [{ when: { contextAbove }, cost: { input } }] });
    const image = (perImage: number) => ({ cost: { ...unknownCost, perImage } });
    expect(movesOf([priced('m', 1, null, image(1))], [priced('m', 1, null, image(0.1))], api)).toEqual([
      { id: 'm', by, field: 'perImage', was: 0.1, is: 1 },
    ]);
    expect(movesOf([priced('m', 1, null, tier(9, 1))], [priced('m', 1, null, tier(9, 0.1))], api)).toEqual([
      { id: 'm', by, field: 'input', was: 1, is: 1 },
      { id: 'm', by, field: 'input (contextAbove 9)', was: 0.1, is: 1 },
    ]);
    expect(movesOf([priced('m', 1, null, tier(8, 1))], [priced('m', 1, null, tier(9, 0.1))], api)).toMatchObject([
      { was: 1, is: 1 },
      { field: 'input (contextAbove 8)', was: 0 },
      { field: 'input (contextAbove 9)', is: 0 },
    ]);
  });

  it('are none where the price is somebody else’s now, or the model is new', () => {
    const from = { '*': 'api', cost: 'catalog:models.dev' };
    expect(movesOf([priced('m', 1, null, { from })], [priced('m', 0.001)], api)).toEqual([]);
    expect(movesOf([priced('m', 1)], [priced('n', 0.001)], api)).toEqual([]);
    expect(movesOf([priced('m', 1, null, { from: { '*': 'docs' } })], [priced('m', 0.001)], api)).toEqual([]);
    expect(movesOf([priced('m', 1, null, { from })], [priced('m', 2, null, { from })], api)).toMatchObject([
      { by: 'catalog:models.dev' },
    ]);
  });
});

describe('what is held back', () => {
  it('is the earlier price, noted with its day; the others stay as they are', () => {
    const [dear, other] = [priced('m', 1), priced('n', 2)];
    const [kept, same] = heldBack(
      [dear, other],
      [priced('m', 0.001), priced('n', 0.002)],
      new Set(['m']),
      '2026-01-01',
    );
    expect(kept?.cost.input).toBe(0.001);
    expect(kept?.kept).toEqual({ cost: '2026-01-01' });
    expect(same).toBe(other);
  });

  it('names its page by the day of the earlier reading', () => {
    const [kept] = heldBack([priced('m', 1)], [priced('m', 0.001)], new Set(['m']), '2026-01-01');
    expect(kept?.pricing.evidence).toEqual({ endpoint: 'api@2026-01-01', row: 0 });
  });

  it('knows the day from which it was kept before', () => {
    const before = priced('m', 0.001, null, { kept: { cost: '2025-12-30' } });
    expect(heldBack([priced('m', 1)], [before], new Set(['m']), '2026-01-01')[0]?.kept).toEqual({
      cost: '2025-12-30',
    });
  });
});
