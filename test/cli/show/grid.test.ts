import { describe, expect, it } from 'vitest';
import { grid } from '../../../src/cli/show/grid.js';

const head = ['who', 'why', 'n'];
const long = 'https://acme.example/a/very/long/address/of/a/page';
const widthOf = (lines: readonly string[]) => Math.max(...lines.map(({ length }) => length));

describe('grid', () => {
  it('is as wide as its words where nobody knows the width, numbers to the right', () =>
    expect(
      grid(
        head,
        [
          ['acme', 'no key', 7],
          ['b', ['x', 'y'], 12],
        ],
        { numbers: [2] },
      ),
    ).toEqual([
      '┌──────┬────────┬────┐',
      '│ who  │ why    │  n │',
      '├──────┼────────┼────┤',
      '│ acme │ no key │  7 │',
      '│ b    │ x      │ 12 │',
      '│      │ y      │    │',
      '└──────┴────────┴────┘',
    ]));

  it.each([40, 60, 80])('is at most %i wide', (columns) =>
    expect(widthOf(grid(head, [['acme', 'why not '.repeat(20), 7]], { columns }))).toBeLessThanOrEqual(columns),
  );

  it('breaks lines between words, and an address wherever it must', () => {
    expect(grid(head, [['acme', 'one two three four', 7]], { columns: 30 }).join('\n')).toMatch(/│ one two three +│/);
    const cut = grid(head, [['acme', long, 7]], { columns: 40 }).join('\n');
    expect(cut.replace(/[^\w:/.]/g, '')).toContain(long.slice(0, 12));
    expect(cut).not.toContain('…');
  });

  it('has the widths that are asked for where there is room, and less where there is not', () => {
    expect(widthOf(grid(head, [['a', 'b', 1]], { widths: [10, 60, 8] }))).toBe(82);
    expect(widthOf(grid(head, [['a', 'b', 1]], { widths: [10, 60, 8], columns: 50 }))).toBe(50);
  });

  it('shows texts as they are, whatever they tell a terminal to do, and as one line', () =>
    expect(grid(head, [['a\nb\t\u001b[2Jc', ['\u202ex', 'y\r\nz'], '\u0007\u009b']])).toEqual([
      '┌────────────────┬───────────┬─────────────┐',
      '│ who            │ why       │ n           │',
      '├────────────────┼───────────┼─────────────┤',
      String.raw`│ a b \u{1b}[2Jc │ \u{202e}x │ \u{7}\u{9b} │`,
      '│                │ y z       │             │',
      '└────────────────┴───────────┴─────────────┘',
    ]));
});
