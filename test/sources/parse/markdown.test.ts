import fc from 'fast-check';
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

  it('takes the headings above a table, the deepest last', () => {
    const body = ['# Docs', '## Old', '### Deep', '## Pricing', ...table, '', '### *Batch* [1](#1)', ...table].join(
      '\n',
    );
    expect(markdownTables(body)).toMatchObject([
      { headings: ['Docs', 'Pricing'], header: ['Model', 'Price'], rows: [[{ text: 'a' }, { text: '$1' }]] },
      { headings: ['Docs', 'Pricing', 'Batch 1'] },
    ]);
  });

  it('fills short rows up, and finds tables in quotes and lists', () => {
    expect(markdownTables('| A | B |\n| - | - |\n| 1 |')[0]!.rows[0]!.map(({ text }) => text)).toEqual(['1', '']);
    expect(markdownTables(table.map((line) => `> ${line}`).join('\n'))).toHaveLength(1);
    expect(markdownTables(`- item\n\n${table.map((line) => `  ${line}`).join('\n')}`)).toHaveLength(1);
  });

  it('reads HTML tables under the headings of the document', () => {
    const html = '<table><tr><th>Model</th></tr><tr><td>a</td></tr></table>';
    expect(markdownTables(`## Pricing\n\n${html}\n`)).toMatchObject([{ headings: ['Pricing'], header: ['Model'] }]);
  });

  it('keeps links with their words, and pictures as nothing', () => {
    const [first] = markdownTables('| A |\n| - |\n| ![x](i.png)[`gpt` 4](/docs/gpt-4) |')[0]!.rows[0]!;
    expect(first).toEqual({ text: 'gpt 4', links: [{ text: 'gpt 4', url: '/docs/gpt-4' }] });
  });

  it('keeps a pipe that is escaped', () => expect(cellText(String.raw`a \| b`)).toBe('a | b'));

  it.each(['', 'no table', '| A |\n| B |', '<html><body>Not found</body></html>'])('finds none in %j', (body) =>
    expect(markdownTables(body)).toEqual([]),
  );

  it('gives whole grids for any text', () => {
    const line = fc.constantFrom(
      '| A | B |',
      '| - | - |',
      '| 1 |',
      '## H',
      '> ',
      '```',
      '<table><tr><td>x',
      '<Tab title="',
      '',
    );
    const body = fc.array(fc.oneof(line, fc.string())).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(body, (text) => {
        for (const { header, rows } of markdownTables(text))
          for (const row of rows) expect(row.length).toBeGreaterThanOrEqual(header.length);
      }),
    );
  });
});
