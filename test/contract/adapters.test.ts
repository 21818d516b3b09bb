import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const dir = join(import.meta.dirname, '../../src/sources');

/** The code of the adapters, `parse/` excepted, which may try what it parses; comments left out. */
const files = readdirSync(dir, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(dir, join(entry.parentPath, entry.name)))
  .filter((file) => !file.startsWith('parse/'))
  .map((file) => ({ file, code: codeOf(readFileSync(join(dir, file), 'utf8')) }));

function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

const habits: [what: string, pattern: RegExp, guilty: string][] = [
  ['optional requests, in place of companions', /\boptional\s*:\s*true\b/, '{ url, optional: true }'],
  [
    'try of their own, in place of a fault of the page',
    /\btry\s*\{/,
    'try { return tables(page); } catch { return []; }',
  ],
  [
    'search for a page by its address, in place of a name',
    /\burl\b\s*[!=]==?|[!=]==?\s*(\w+\.)*url\b/,
    'pages.find(({ request }) => request.url === prices)',
  ],
];

describe('the code of the adapters', () => {
  it('is looked through whole: 100 files at least', () => {
    expect(files.length).toBeGreaterThanOrEqual(100);
    expect(files.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['openai.ts', 'openai/prices.ts', 'azure.ts']),
    );
  });

  it.each(habits)('has no %s', (_, pattern, guilty) => {
    expect(guilty).toMatch(pattern);
    expect(files.filter(({ code }) => pattern.test(code)).map(({ file }) => file)).toEqual([]);
  });
});
