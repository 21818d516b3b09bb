import { describe, expect, it } from 'vitest';
import { bar } from '../../../src/cli/show/bar.js';
import { ascii, blocks, marksOf } from '../../../src/cli/show/marks.js';
import { scaleOf } from '../../../src/cli/show/scale.js';

describe('a bar', () => {
  it.each([
    [0, ''],
    [0.001, '▏'],
    [1 / 16, '▌'],
    [0.5, '████'],
    [0.55, '████▍'],
    [1, '████████'],
    [7, '████████'],
    [-1, ''],
  ])('of %d in eight columns is %j', (share, drawn) => expect(bar(share, 8, blocks)).toBe(drawn));

  it.each([
    [0, ''],
    [0.001, '#'],
    [0.25, '##'],
    [0.3, '##'],
    [0.32, '###'],
    [1, '########'],
  ])('of %d in ASCII is %j', (share, drawn) => expect(bar(share, 8, ascii)).toBe(drawn));
});

describe('the marks of a terminal', () => {
  it.each([
    [{ LANG: 'de_DE.UTF-8' }, 'linux', blocks],
    [{ LANG: 'C.utf8' }, 'linux', blocks],
    [{ LC_ALL: '', LC_CTYPE: 'UTF-8' }, 'darwin', blocks],
    [{ LC_ALL: 'C', LANG: 'en_US.UTF-8' }, 'linux', ascii],
    [{ LANG: 'en_US.ISO-8859-1' }, 'linux', ascii],
    [{}, 'linux', ascii],
    [{}, 'win32', blocks],
  ] as const)('are those of its locale: %j on %s', (env, platform, marks) =>
    expect(marksOf(env, platform)).toBe(marks),
  );
});

describe('a scale', () => {
  it('begins at zero where the least is not lost beside the largest', () => {
    const { name, share } = scaleOf([1, 10, 4]);
    expect([name, share(10), share(4), share(1)]).toEqual(['linear', 1, 0.4, 0.1]);
  });

  it('is one of logarithms where it would be', () => {
    const { name, share } = scaleOf([1, 100, 10]);
    expect(name).toBe('log');
    expect([share(100), share(10), share(1)]).toEqual([1, 0.55, 0.1]);
  });

  it('of one value, or of none, is linear', () =>
    expect([scaleOf([3]).name, scaleOf([]).name]).toEqual(['linear', 'linear']));
});
