import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exports } from '../../src/exports/index.js';
import type { Table } from '../../src/exports/export.js';
import { lossesByReason } from '../../src/exports/lossesByReason.js';
import { offlineTable } from '../contract/enrichedRun.js';
import { consumers } from './consumers.js';
import { made } from './made.js';

const path = join(import.meta.dirname, '../../docs/exports.md');

/** The page as it is committed. */
export const documented = (): string => readFileSync(path, 'utf8');

/** The page with the parts that are made here as they are now; what the heavy consumers answered is theirs to write. */
export async function writtenHere(page: string, table: Table): Promise<string> {
  const answers = [];
  for (const ask of consumers) answers.push(await ask(table));
  const rows = answers.map(
    ({ consumer, version, pointed, asked, answered }) =>
      `| ${consumer} | ${version} | ${pointed} | ${asked} | ${answered} |`,
  );
  return [
    ['formats', await formatsTable(table)] as const,
    ['light', [...answersHead, ...rows].join('\n')] as const,
  ].reduce((now, [name, text]) => between(now, name, text), page);
}

const answersHead = [
  '| consumer | version | how it is pointed at our file | what it was asked | what it answered |',
  '|---|---|---|---|---|',
];

async function formatsTable(table: Table): Promise<string> {
  const lines = ['| format | file | who reads it | prices left out, why |', '|---|---|---|---|'];
  const notes: string[] = [];
  for (const one of exports) {
    const { format, path: file, summary, notes: own } = one;
    const lost = lossesByReason((await made(one, table)).losses);
    const told = lost.slice(0, 5).map(({ prices, why }) => `${prices}: ${why}`);
    const more = lost.length > 5 ? `; ${lost.length - 5} reasons more` : '';
    lines.push(`| \`${format}\` | \`${file}\` | ${summary} | ${told.join('; ') || 'none'}${more} |`);
    notes.push(...own.map((note) => `- \`${format}\`: ${note}.`));
  }
  return [...lines, '', ...notes].join('\n');
}

function between(page: string, name: string, text: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/exports.md has no markers ${start} … ${end}`);
  return `${page.slice(0, from + start.length)}\n${text}\n${page.slice(to)}`;
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(path, await writtenHere(documented(), await offlineTable()));
