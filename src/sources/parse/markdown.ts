import type { Link, Nodes, Root, Table as MdTable, TableCell } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toString } from 'mdast-util-to-string';
import { gfmTable } from 'micromark-extension-gfm-table';
import { htmlTables } from './html.js';
import { type Component, componentsApart, enterOrLeave } from './mdx.js';
import type { Cell, Table } from './tables.js';
import { checkMarkdown } from './checkMarkdown.js';
import { rememberLast } from './rememberLast.js';
import { checkCell, checkCells, checkDepth } from './limits.js';
import { withoutBetween } from './withoutBetween.js';

const tree = (body: string): Root =>
  fromMarkdown(body, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });

/**
 * The tables of a markdown document, pipe tables and embedded HTML ones, in order. In MDX the titles of the components
 * around a table (`<Tab title="Batch">`) are the last of its headings.
 */
export const markdownTables = rememberLast((body: string): readonly Table[] => {
  checkMarkdown(body);
  // A pipe table has a row of dashes with a pipe or a colon; to parse a page takes as long as to read a thousand rows.
  if (!/[|]|:-|-:|<table/i.test(body)) return [];
  const headings: string[] = [];
  const around: Component[] = [];
  const tables: Table[] = [];
  const above = () => [...headings, ...around.map(({ title }) => title)].filter(Boolean);
  for (const node of flatten(tree(componentsApart(body)))) {
    if (node.type === 'heading') {
      headings.length = node.depth - 1;
      headings[node.depth - 1] = toString(node);
    } else if (node.type === 'table') tables.push(pipeTable(node, above()));
    else if (node.type === 'html' && /<table/i.test(node.value)) {
      tables.push(...htmlTables(node.value).map((table) => ({ ...table, headings: [...above(), ...table.headings] })));
    } else if (node.type === 'html') {
      enterOrLeave(around, node.value);
      checkDepth(around.length);
    }
  }
  return tables;
});

/** Blocks in order; quotes, lists and the like are opened so that a table inside is found. */
const flatten = (node: Nodes): Nodes[] =>
  node.type === 'table' || node.type === 'heading' || !('children' in node)
    ? [node]
    : node.children.flatMap((child) => flatten(child));

function pipeTable(table: MdTable, headings: readonly string[]): Table {
  const [header, ...rows] = table.children.map((row) => row.children.map(cell));
  const titles = (header ?? []).map(({ text }) => text);
  const width = Math.max(titles.length, ...rows.map((row) => row.length));
  checkCells(width * table.children.length);
  const empty: Cell = { text: '', links: [] };
  return {
    headings: [...headings],
    header: titles,
    rows: rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? empty)),
  };
}

const cell = (node: TableCell): Cell => ({
  text: checkCell(fold(withoutBetween(words(node), '~~', '~~'))),
  links: linksIn(node).map((link) => ({ text: fold(words(link)), url: link.url })),
});

/**
 * The words as a reader sees them: images are nothing, `<br>` is a line break, other tags are nothing; what is struck
 * out is gone, footnote marks too.
 */
function words(node: Nodes): string {
  if (node.type === 'image' || node.type === 'footnoteReference') return '';
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return /^<br/i.test(node.value) ? '\n' : '';
  if (!('children' in node)) return toString(node);
  const parts = node.children.map((child) => ({ tag: child.type === 'html' ? child.value : '', text: words(child) }));
  return parts.map(({ text }, i) => (isGone(parts.slice(0, i), parts.slice(i)) ? '' : text)).join('');
}

/** Whether what comes next stands in a `<del>`, or in a `<sup>` that holds a footnote mark. */
function isGone(before: readonly { tag: string }[], after: readonly { tag: string; text: string }[]): boolean {
  const open = (tag: RegExp) => before.filter((part) => tag.test(part.tag)).length;
  if (open(/^<(del|s)\b/i) > open(/^<\/(del|s)\b/i)) return true;
  if (open(/^<sup\b/i) <= open(/^<\/sup\b/i)) return false;
  return /^[\W\d]*$/.test(after[0]?.text ?? '');
}

const linksIn = (node: Nodes): Link[] =>
  node.type === 'link' ? [node] : 'children' in node ? node.children.flatMap(linksIn) : [];

const fold = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
