import { describe, expect, it } from 'vitest';
import { runNamed, runsIn } from '../../src/changes/runNamed.js';

const [first, second, third] = ['2026-08-01T07:00:00.000Z', '2026-08-22T07:00:00.000Z', '2026-08-22T19:00:00.000Z'];
const runs = runsIn(
  [
    { run: second, since: first },
    { run: second, since: first },
  ],
  third,
);

describe('the runs of a folder', () => {
  it('are those that its changes name, and the last one', () => expect(runs).toEqual([first, second, third]));

  it.each<[string, readonly (string | undefined)[]]>([
    [first, [first]],
    ['2026-08-01', [first]],
    ['2026-08-22', [second, third]],
    ['2026-08-22T1', [third]],
    // Between two runs, in which nothing need have changed.
    ['2026-08-10', ['2026-08-10']],
    ['2026-08-22T12:00:00.000Z', ['2026-08-22T12:00:00.000Z']],
    ['2026-07-31', []],
    ['2026-08-23', []],
    ['HEAD~1', []],
    ['2026', []],
    ['2026-08', []],
    ['', []],
  ])('%s means %j', (name, expected) => expect(runNamed(name, runs)).toEqual(expected));

  it('are none where none is known', () => {
    expect(runNamed('2026-08-01', runsIn([], undefined))).toEqual([]);
  });
});
