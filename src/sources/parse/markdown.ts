import type { Link, Nodes, Root, Table as MdTable, TableCell } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toString } from 'mdast-util-to-string';
import { gfmTable } from 'micromark-extension-gfm-table';
import { htmlTables } from './html.js';
import type { Cell, Table } from './tables.js';

const tree = (body: string): Root =>
  fromMarkdown(body, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });

/** The tables of a markdown document, pipe tables and embedded HTML ones, in order. */
export function markdownTables(body: string): Table[] {
  const headings: string[] = [];
  const tables: Table[] = [];
  for (const node of flatten(tree(body))) {
    if (node.type === 'heading') {
      headings.length = node.depth - 1;
      headings[node.depth - 1] = toString(node);
    } else if (node.type === 'table') tables.push(pipeTable(node, headings.filter(Boolean)));
    else if (node.type === 'html' && /<table/i.test(node.value)) {
      tables.push(
        ...htmlTables(node.value).map((table) => ({
          ...table,
          headings: [...headings.filter(Boolean), ...table.headings],
        })),
      );
    }
  }
  return tables;
}

/** Blocks in order; quotes, lists and the like are opened so that a table inside is found. */
const flatten = (node: Nodes): Nodes[] =>
  node.type === 'table' || node.type === 'heading' || !('children' in node)
    ? [node]
    : node.children.flatMap((child) => flatten(child));

function pipeTable(table: MdTable, headings: readonly string[]): Table {
  const [header, ...rows] = table.children.map((row) => row.children.map(cell));
  const titles = (header ?? []).map(({ text }) => text);
  const width = Math.max(titles.length, ...rows.map((row) => row.length));
  const empty: Cell = { text: '', links: [] };
  return {
    headings: [...headings],
    header: titles,
    rows: rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? empty)),
  };
}

const cell = (node: TableCell): Cell => ({
  text: fold(words(node)),
  links: linksIn(node).map((link) => ({ text: fold(words(link)), url: link.url })),
});

/** The words as a reader sees them: images are nothing, `<br>` is a line break, other tags are nothing. */
function words(node: Nodes): string {
  if (node.type === 'image' || node.type === 'footnoteReference') return '';
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return /^<br/i.test(node.value) ? '\n' : '';
  return 'children' in node ? node.children.map(words).join('') : toString(node);
}

const linksIn = (node: Nodes): Link[] =>
  node.type === 'link' ? [node] : 'children' in node ? node.children.flatMap(linksIn) : [];

const fold = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
