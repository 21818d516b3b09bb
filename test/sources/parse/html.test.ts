import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlTables } from '../../../src/sources/parse/html.js';

const cellText = (html: string) =>
  htmlTables(`<table><tr><td>A</td></tr><tr><td>${html}</td></tr></table>`)[0]!.rows[0]![0]!.text;

const texts = (html: string) => htmlTables(html).map(({ rows }) => rows.map((row) => row.map(({ text }) => text)));

describe('htmlTables', () => {
  it('puts a quote on lines of its own', () => {
    expect(cellText('id-1<blockquote>Currently equivalent to id-2</blockquote>')).toBe(
      'id-1\nCurrently equivalent to id-2',
    );
    expect(cellText('<p>id-1</p><blockquote><p>note</p></blockquote>more')).toBe('id-1\nnote\nmore');
  });

  it('takes the first row as the header and the headings above, the caption last', () => {
    const table = '<table><caption>Per 1M</caption><thead><tr><th>Model</th></tr></thead><tr><td>a</td></tr></table>';
    const body = `<h1>Docs</h1><h2>Old</h2><p>x</p><h2>Pricing</h2><div>${table}</div><h3>Batch</h3>${table}`;
    expect(htmlTables(body)).toMatchObject([
      { headings: ['Docs', 'Pricing', 'Per 1M'], header: ['Model'], rows: [[{ text: 'a' }]] },
      { headings: ['Docs', 'Pricing', 'Batch', 'Per 1M'] },
    ]);
  });

  it('spreads merged cells over each place they cover', () => {
    const body = `<table>
      <tr><th>Model</th><th colspan="2">Price</th></tr>
      <tr><td rowspan="2">a</td><td>1</td><td>2</td></tr>
      <tr><td colspan="2">3</td></tr>
      <tr><td>b</td></tr></table>`;
    expect(htmlTables(body)[0]!.header).toEqual(['Model', 'Price', 'Price']);
    expect(texts(body)).toEqual([
      [
        ['a', '1', '2'],
        ['a', '3', '3'],
        ['b', '', ''],
      ],
    ]);
  });

  it('survives spans that are none', () => {
    const body = '<table><tr><td>A</td></tr><tr><td colspan="x" rowspan="-3">1</td><td colspan="0">2</td></tr></table>';
    expect(texts(body)).toEqual([[['1', '2']]]);
  });

  it('reads a cell as a reader sees it', () => {
    expect(cellText('<del>$2</del> $1<sup>3</sup>')).toBe('$1');
    expect(cellText('x<sup>th</sup><script>1</script>')).toBe('xth');
    expect(cellText('a<br>b &amp; c&nbsp;d')).toBe('a\nb & c d');
    expect(cellText('<div>a</div><div>b</div>')).toBe('a\nb');
  });

  it('keeps links with their words', () => {
    const body = '<table><tr><td>A</td></tr><tr><td>see <a href="/m">the\n model</a></td></tr></table>';
    expect(htmlTables(body)[0]!.rows[0]![0]!.links).toEqual([{ text: 'the\nmodel', url: '/m' }]);
  });

  it('leaves the rows of a nested table to that table', () => {
    const inner = '<table><tr><td>in</td></tr></table>';
    expect(
      htmlTables(`<table><tr><td>A</td></tr><tr><td>${inner}</td></tr></table>`).map(({ header }) => header),
    ).toEqual([['A'], ['in']]);
  });

  it.each(['', 'no table', '<table></table>', '<table><caption>x</caption></table>'])('finds none in %j', (body) =>
    expect(htmlTables(body)).toEqual([]),
  );

  it('gives whole grids for any text', () => {
    const tag = fc.constantFrom('<table>', '</table>', '<tr>', '<td rowspan=3>', '<th colspan="2">', '</td>', '<h2>');
    const page = fc.array(fc.oneof(tag, fc.string())).map((parts) => parts.join(''));
    fc.assert(
      fc.property(page, (body) => {
        for (const { header, rows } of htmlTables(body))
          for (const row of rows) expect(row).toHaveLength(header.length);
      }),
    );
  });
});
