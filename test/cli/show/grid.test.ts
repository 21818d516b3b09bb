import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { grid } from '../../../src/cli/show/grid.js';

const head = ['who', 'why', 'n'];
const long = 'https://acme.example/a/very/long/address/of/a/page';
const widthOf = (lines: readonly string[]) => Math.max(...lines.map((line) => stringWidth(line)));

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

  it('breaks the head of a picture rather than leave it out', () =>
    expect(
      grid(
        ['who', 'in + out (log)'],
        [
          ['acme', '████'],
          ['b', '█'],
        ],
        { columns: 20, pictures: [1] },
      ),
    ).toEqual([
      '┌──────┬───────┐',
      '│ who  │ in +  │',
      '│      │ out   │',
      '│      │ (log) │',
      '├──────┼───────┤',
      '│ acme │ ████  │',
      '│ b    │ █     │',
      '└──────┴───────┘',
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

  it('leaves out the columns that give way where it would be hard to read, in their order, and says so', () => {
    const four = ['name', 'price', 'unit', 'stated by'];
    const rows = [['a/very-long-name/of-a-model', 1.25, 'USD per 1M tokens', 'the provider itself']];
    const shown = (columns?: number) => grid(four, rows, { columns, numbers: [1], giveWay: ['unit', 'stated by'] });
    expect(shown()[1]).toMatch(/name +│ price │ unit +│ stated by/);
    expect(shown(80)[1]).toMatch(/name +│ price │ unit +│ stated by/);
    expect(shown(70)[1]).toMatch(/name +│ price │ stated by +│$/);
    expect(shown(70).at(-1)).toBe('A wider terminal also shows unit.');
    expect(shown(45).at(-1)).toBe('A wider terminal also shows unit and stated by.');
  });

  it('breaks no number, however narrow it is', () => {
    const shown = grid(['name', 'tokens'], [['one two three four five', 123456789]], { columns: 30, numbers: [1] });
    expect(shown.join('\n')).toContain('│ 123456789 │');
  });

  it.each([40, 80])('is at most %i wide also where letters are two columns wide', (columns) =>
    expect(widthOf(grid(head, [['通义千问大模型', '千问'.repeat(40), 7]], { columns }))).toBeLessThanOrEqual(columns),
  );

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
