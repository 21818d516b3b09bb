import { readFile } from 'node:fs/promises';
import { packagePath } from '../read/packagePath.js';
import type { PageProgram } from './reportPage.js';

/** The program of the page, as it was built beside that of the command line. */
export async function pageProgram(): Promise<PageProgram> {
  const [script, style] = await Promise.all(
    ['page.js', 'page.css'].map((name) => readFile(packagePath(`dist/cli/${name}`), 'utf8')),
  );
  return { script: script ?? '', style: style ?? '' };
}
