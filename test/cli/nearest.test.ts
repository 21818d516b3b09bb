import { expect, it } from 'vitest';
import { nearest } from '../../src/cli/nearest.js';

it.each([
  ['dwnload', ['run', 'download', 'record'], 'download'],
  ['RECORDS', ['run', 'Record'], 'Record'],
  ['xyz', ['run', 'record'], undefined],
  ['run', [], undefined],
])('finds the candidate most like %j in %j', (word, candidates, found) =>
  expect(nearest(word, candidates)).toBe(found),
);
