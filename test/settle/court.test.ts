import { expect, it } from 'vitest';
import { openCourt } from '../../src/settle/court.js';
import { aList, aRow } from './given.js';

it('hears a list that is in another unit than all others, and compares no price with its', () => {
  const list = (id: string, times: number, ...more: string[]) =>
    aList(
      id,
      ...Array.from({ length: 25 }, (_, i) => aRow(`bird-${i}`, { input: 0.0005 * times * (1 + i / 100) })),
      ...more.map((model) => aRow(model, { input: 0.0005 * times })),
    );
  const court = openCourt([list('first', 1, 'goose-1'), list('second', 1), list('third', 1000, 'swan-1')]);
  expect(court.lists.map((one) => one.list)).toEqual(['first', 'second', 'third']);
  expect([...(court.apart ?? [])].map(([id]) => id)).toEqual(['third']);
  expect(court.peers.of('fowl', 'goose-1')).toHaveLength(1);
  expect(court.peers.of('fowl', 'swan-1')).toEqual([]);
});
