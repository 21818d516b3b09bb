import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../cli/ratecard.js';

/** Every page for people, by its path in the project: the README first, in which a newcomer starts. */
export const pagePaths: readonly string[] = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `docs/${name}`),
];

/** A page as it stands. */
export const page = (path: string): string => readFileSync(join(root, path), 'utf8');
export const writePage = (path: string, text: string): void => writeFileSync(join(root, path), text);

/** The first block of TypeScript of a page. */
export const sampleIn = (path: string): string => /^```ts\n(.*?)^```$/ms.exec(page(path))?.[1] ?? '';

/** A page with the text between the markers of that name. */
export function between(text: string, name: string, made: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`there are no markers ${start} … ${end}`);
  return `${text.slice(0, from + start.length)}\n${made}\n${text.slice(to)}`;
}

/** A row of a table in Markdown. */
export const row = (...cells: readonly (string | number)[]): string =>
  `| ${cells.map((cell) => String(cell).replaceAll('|', String.raw`\|`)).join(' | ')} |`;

/** A table in Markdown. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(...head), `|${'---|'.repeat(head.length)}`, ...rows.map((cells) => row(...cells))].join('\n');
