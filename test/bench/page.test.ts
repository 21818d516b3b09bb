import { describe, expect, it } from 'vitest';
import { path, withFigures } from '../../bench/page.js';
import { runnable } from '../../bench/parts.js';
import { plotOf } from '../../bench/plot.js';
import type { Row } from '../../bench/row.js';
import { terminalTable } from '../../bench/table.js';
import { page } from '../docs/pages.js';

const rows: Row[] = [
  { part: 'start', what: '--help', floor: '`node -e 0`', ours: '80 ms', ratio: 2.2, bar: 2.5, memory: 50.4 },
  { part: 'run', what: 'a run', floor: 'a copy', ours: '', ratio: 4.126, bar: 3, memory: null },
  { part: 'cost', what: 'a call', floor: 'tokenlens', ours: '1 µs', ratio: 0.05, bar: null, memory: null },
];

describe('the page of a run', () => {
  const text = 'a\n<!-- machine -->\nold\n<!-- /machine -->\nb\n<!-- figures -->\nold\n<!-- /figures -->\nc';

  it('has its figures and the machine in place of those that stood there', () =>
    expect(withFigures(text, rows, '2 cores', '2026-01-31')).toBe(
      [
        ...[
          'a',
          '<!-- machine -->',
          'Measured on 2026-01-31 on 2 cores.',
          '<!-- /machine -->',
          'b',
          '<!-- figures -->',
        ],
        '| part | what | ours | beside | ratio | bar | memory |',
        '|---|---|---|---|---|---|---|',
        '| start | --help | 80 ms | `node -e 0` | 2.2 | 2.5 | 50 MB |',
        '| run | a run | - | a copy | 4.13 | 3 (over) | - |',
        '| cost | a call | 1 µs | tokenlens | 0.05 | - | - |',
        ...['<!-- /figures -->', 'c'],
      ].join('\n'),
    ));

  it('is told on a terminal as well', () => {
    const lines = terminalTable(rows).split('\n');
    expect(lines.find((line) => line.includes('a copy'))).toMatch(/ 4\.13 .* 3 \(over\) /);
  });

  it('shows every part as it stands in the docs', () => {
    const [, figures = ''] = page(path).split(/<!-- \/?figures -->/);
    expect(runnable.filter((name) => !figures.includes(`\n| ${name} |`))).toEqual([]);
    expect(page(path)).toMatch(/<!-- machine -->\nMeasured on \d{4}-\d\d-\d\d on \d+ cores/);
    expect(page(path)).toContain('(performance.svg)');
  });
});

describe('the plot of a run', () => {
  const svg = plotOf(rows);

  it('is an SVG with a bar for each row, and what is over in another colour', () => {
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg.match(/<rect [^>]*>/g)).toHaveLength(3);
    expect(svg.match(/fill="#c0392b"/g)).toHaveLength(1);
    for (const name of ['start: --help / node -e 0', 'run: a run / a copy', 'cost: a call / tokenlens'])
      expect(svg).toContain(name);
  });

  it('leaves out what has no place on its scale', () =>
    expect(plotOf([...rows, { ...rows[0]!, what: 'none', ratio: NaN }]).match(/<rect [^>]*>/g)).toHaveLength(3));
});
