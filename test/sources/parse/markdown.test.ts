import { describe, expect, it } from 'vitest';
import { markdownTables } from '../../../src/sources/parse/markdown.js';

const table = ['| Model | Price |', '| --- | --- |', '| a | \\$1 |'];
const cellText = (cell: string) => markdownTables(`| A |\n| --- |\n| ${cell} |`)[0]!.rows[0]![0]!.text;

describe('markdownTables', () => {
  it('finds tables within components, indented or right below the tag, and names the components', () => {
    const body = [
      '## LLM',
      '<Tabs>',
      '  <Tab title="Standard">',
      ...table.map((line) => `    ${line}`),
      '  </Tab>',
      '',
      "  <Tab title='Batch > 1' icon={x}>",
      ...table.map((line) => `    ${line}`),
      '  </Tab>',
      '</Tabs>',
      '<Frame />',
      ...table,
      '<Accordion title="Legacy">',
      ...table,
      '</Accordion>',
    ].join('\n');
    expect(markdownTables(body).map(({ headings }) => headings)).toEqual([
      ['LLM', 'Standard'],
      ['LLM', 'Batch > 1'],
      ['LLM'],
      ['LLM', 'Legacy'],
    ]);
  });

  it('leaves tables in code alone', () => {
    expect(markdownTables(['```md', ...table, '```'].join('\n'))).toEqual([]);
  });

  it('reads a cell as a reader sees it: no struck-out price, no footnote mark, no tags', () => {
    expect(cellText(String.raw`~~\$0.60~~ \$0.30 / M tokens`)).toBe('$0.30 / M tokens');
    expect(cellText('<del>$2</del> $1<sup>2</sup>')).toBe('$1');
    expect(cellText('Jan 2026<sup>2, 3</sup> and 10<sup>th</sup>')).toBe('Jan 2026 and 10th');
    expect(cellText('<Tooltip content="~5k words">1M tokens</Tooltip>')).toBe('1M tokens');
    expect(cellText('**a**<br />b')).toBe('a\nb');
  });
});
