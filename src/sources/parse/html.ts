import type { Cheerio, CheerioAPI } from 'cheerio/slim';
import { type AnyNode, type Element, hasChildren, isTag, isText } from 'domhandler';
import { htmlPage } from './htmlPage.js';
import type { Cell, Table } from './tables.js';
import { linesIn } from './linesIn.js';
import { checkCell, checkCells } from './limits.js';

/**
 * The tables of an HTML page, in order, with rowspan and colspan spread out. The header is the first row;
 * headings are those above the table in the page, the caption comes last.
 */
export function htmlTables(body: string): Table[] {
  const $ = htmlPage(body);
  const headings: string[] = [];
  const tables: Table[] = [];
  $('h1,h2,h3,h4,h5,h6,summary,table').each((_, element) => {
    if (element.tagName !== 'table') {
      const depth = element.tagName === 'summary' ? 6 : Number(element.tagName.slice(1));
      headings.length = depth - 1;
      headings[depth - 1] = cell(element).text;
      return;
    }
    const [title] = $(element).children('caption').toArray();
    const caption = title ? cell(title).text : '';
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
  let covered = 0;
  own.each((y, row) => {
    let x = 0;
    $(row)
      .children('td,th')
      .each((_, element) => {
        while (cells[y]?.[x]) x++;
        const content = cell(element);
        for (let down = 0; down < span($(element), 'rowspan'); down++)
          for (let right = 0; right < span($(element), 'colspan'); right++) {
            const line = cells[y + down];
            checkCells((covered += 1));
            if (line) line[x + right] = content;
          }
      });
  });
  const width = cells.reduce((most, line) => Math.max(most, line.length), 0);
  checkCells(width * cells.length);
  return cells.map((line) => Array.from({ length: width }, (_, i) => line[i] ?? { text: '', links: [] }));
}

const span = (element: Cheerio<Element>, name: string): number =>
  Math.min(200, Math.max(1, Number(element.attr(name)) || 1));

const cell = (element: Element): Cell => ({
  text: checkCell(fold(words(element))),
  links: linksIn(element).map((link) => ({ text: fold(words(link)), url: link.attribs['href'] ?? '' })),
});

/** What a reader sees: `<br>` and block ends are line breaks; `<del>` and `<s>` are gone, footnote marks too. */
function words(node: AnyNode): string {
  if (isText(node)) return node.data;
  if (!hasChildren(node) || isGone(node)) return '';
  const inside = node.children.map(words).join('');
  const tag = isTag(node) ? node.name : '';
  if (tag === 'br') return '\n';
  if (tag === 'sup' && /^\W*(?:\d+\W*)?$/.test(inside)) return '';
  if (tag === 'blockquote') return `\n${inside}\n`;
  return ['p', 'li', 'div'].includes(tag) ? `${inside}\n` : inside;
}

const isGone = (node: AnyNode): boolean => isTag(node) && ['del', 's', 'script', 'style'].includes(node.name);

const linksIn = (node: AnyNode): Element[] => {
  if (!hasChildren(node) || isGone(node)) return [];
  const inside = node.children.flatMap(linksIn);
  return isTag(node) && node.name === 'a' ? [node, ...inside] : inside;
};

const fold = (text: string): string => linesIn(text.replace(/[^\S\n]+/g, ' ')).join('\n');
