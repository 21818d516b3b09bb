import { expect, it } from 'vitest';
import { type BodyFile, leastUsed } from '../../../src/sinks/bodies/prune.js';

const file = (text: string, usedMs: number, bytes = 10): BodyFile => ({ text, usedMs, bytes });

it('of too many bodies the least recently used ones go, and none that is pinned', () => {
  const files = [file('new', 3), file('old', 1), file('middle', 2)];
  expect(leastUsed(files, new Set(), 30)).toEqual([]);
  expect(leastUsed(files, new Set(), 29)).toEqual(['old']);
  expect(leastUsed(files, new Set(), 10)).toEqual(['old', 'middle']);
  expect(leastUsed(files, new Set(['old']), 10)).toEqual(['middle', 'new']);
  expect(leastUsed(files, new Set(['old', 'middle', 'new']), 0)).toEqual([]);
});
