import { type Cheerio, type CheerioAPI, load } from 'cheerio';
import type { Element } from 'domhandler';
import type { Cell, Table } from './tables.js';

/**
 * The tables of an HTML page, in order, with rowspan and colspan spread out. The header is the first row;
 * headings are those above the table in the page, the caption comes last.
 */
export function htmlTables(body: string): Table[] {
  const $ = load(body);
  const headings: string[] = [];
  const tables: Table[] = [];
  $('h1,h2,h3,h4,h5,h6,summary,table').each((_, element) => {
    if (element.tagName !== 'table') {
      const depth = element.tagName === 'summary' ? 6 : Number(element.tagName.slice(1));
      headings.length = depth - 1;
      headings[depth - 1] = cell($, $(element)).text;
      return;
    }
    const caption = cell($, $(element).children('caption')).text;
    const [header, ...rows] = grid($, $(element));
    if (header)
      tables.push({
        headings: [...headings.filter(Boolean), ...(caption ? [caption] : [])],
        header: header.map(({ text }) => text),
        rows,
      });
  });
  return tables;
}

/** The table's cells as a full grid: a merged cell stands in each place it covers. */
function grid($: CheerioAPI, table: Cheerio<Element>): Cell[][] {
  const own = table.find('tr').filter((_, row) => $(row).closest('table').is(table));
  const cells: Cell[][] = own.toArray().map(() => []);
  own.each((y, row) => {
    let x = 0;
    $(row)
      .children('td,th')
      .each((_, element) => {
        while (cells[y]?.[x]) x++;
        const content = cell($, $(element));
        for (let down = 0; down < span($(element), 'rowspan'); down++)
          for (let right = 0; right < span($(element), 'colspan'); right++) {
            const line = cells[y + down];
            if (line) line[x + right] = content;
          }
      });
  });
  const width = Math.max(0, ...cells.map((line) => line.length));
  return cells.map((line) => Array.from({ length: width }, (_, i) => line[i] ?? { text: '', links: [] }));
}

const span = (element: Cheerio<Element>, name: string): number =>
  Math.min(200, Math.max(1, Number(element.attr(name)) || 1));

/** What a reader sees of an element: `<br>` and block ends are line breaks; `<del>` and `<s>` are gone, footnote marks too. */
function cell($: CheerioAPI, element: Cheerio<Element>): Cell {
  const copy = element.clone();
  copy.find('del,s,script,style').remove();
  copy
    .find('sup')
    .filter((_, sup) => /^\W*\d*\W*$/.test($(sup).text()))
    .remove();
  copy.find('br').replaceWith('\n');
  copy.find('p,li,div').append('\n');
  copy.find('blockquote').prepend('\n').append('\n');
  const links = copy
    .find('a')
    .toArray()
    .map((a) => ({ text: fold($(a).text()), url: $(a).attr('href') ?? '' }));
  return { text: fold(copy.text()), links };
}

const fold = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
