import { expect, it } from 'vitest';
import { ratioOf, turns } from '../../bench/turns.js';

it('measures in turns, and leaves the first round out', async () => {
  const order: string[] = [];
  const times = { ours: [90, 2, 4], floor: [50, 1, 1] };
  const next = (name: 'ours' | 'floor') => () => (order.push(name), times[name].shift() ?? 0);
  expect(await turns({ ours: next('ours'), floor: next('floor') }, 2)).toEqual({ ours: [2, 4], floor: [1, 1] });
  expect(order.join(' ')).toBe('ours floor ours floor ours floor');
});

it('compares round by round: what slows one round of both slows no ratio', () =>
  expect(ratioOf([2, 20, 2, 2], [1, 10, 1, 0.5])).toBe(2));
