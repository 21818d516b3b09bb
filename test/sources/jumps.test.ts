import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/model/model.js';
import { heldBack, jumpsOf } from '../../src/sources/jumps.js';
import { unknownCost } from '../../src/sources/offers.js';
import { aModel, aPricing } from '../builders.js';

const priced = (id: string, input: number, output: number | null = null, more: Partial<Model> = {}): Model =>
  aModel(id, {
    cost: { ...unknownCost, input, output },
    pricing: aPricing(),
    ...more,
  });
const api = { now: 'api', before: 'api' };

describe('jumps', () => {
  it.each([
    ['up', 0.001, 0.0051],
    ['down', 0.0051, 0.001],
    ['a thousand times', 0.001, 1],
  ])('are stated prices that moved by more than five times: %s', (_, was, is) =>
    expect(jumpsOf([priced('m', is)], [priced('m', was)], api)).toEqual([{ id: 'm', field: 'input', was, is }]),
  );

  it.each([
    ['five times up', 0.001, 0.005],
    ['five times down', 0.005, 0.001],
    ['free now', 0.001, 0],
    ['free before', 0, 0.001],
  ])('are none of: %s', (_, was, is) => expect(jumpsOf([priced('m', is)], [priced('m', was)], api)).toEqual([]));

  it('tell both fields', () =>
    expect(jumpsOf([priced('m', 1, 2)], [priced('m', 0.001, 0.002)], api).map(({ field }) => field)).toEqual([
      'input',
      'output',
    ]));

  it('are those of any price, and of tiers under the same condition', () => {
    const tier = (contextAbove: number, input: number) => ({ tiers: [{ when: { contextAbove }, cost: { input } }] });
    const image = (perImage: number) => ({ cost: { ...unknownCost, perImage } });
    expect(jumpsOf([priced('m', 1, null, image(1))], [priced('m', 1, null, image(0.1))], api)).toEqual([
      { id: 'm', field: 'perImage', was: 0.1, is: 1 },
    ]);
    expect(jumpsOf([priced('m', 1, null, tier(9, 1))], [priced('m', 1, null, tier(9, 0.1))], api)).toEqual([
      { id: 'm', field: 'input (contextAbove 9)', was: 0.1, is: 1 },
    ]);
    expect(jumpsOf([priced('m', 1, null, tier(8, 1))], [priced('m', 1, null, tier(9, 0.1))], api)).toEqual([]);
  });

  it('are none where the price is somebody else’s now, or the model is new', () => {
    const from = { '*': 'api', cost: 'catalog:models.dev' };
    expect(jumpsOf([priced('m', 1, null, { from })], [priced('m', 0.001)], api)).toEqual([]);
    expect(jumpsOf([priced('m', 1)], [priced('n', 0.001)], api)).toEqual([]);
    expect(jumpsOf([priced('m', 1)], [priced('m', 0.001)], { now: 'docs', before: 'api' })).toEqual([]);
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
