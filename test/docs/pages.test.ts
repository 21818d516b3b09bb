import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { commands } from '../../src/cli/commands/index.js';
import * as library from '../../src/index.js';
import { overrides } from '../../src/model/override.js';
import { root } from '../cli/ratecard.js';
import { issueCodes } from './issueCodes.js';
import { page, pagePaths, sampleIn } from './pages.js';
import { parts, withParts } from './parts.js';

const all = [...pagePaths, 'CONTRIBUTING.md', 'CHANGELOG.md'];

it.each(Object.keys(parts))('%s is as the code makes it (run `pnpm generate` to refresh it)', async (path) =>
  expect(page(path)).toBe(await withParts(path, page(path))),
);

describe('README.md', () => {
  it('is read in one go', () => expect(page('README.md').split('\n').length).toBeLessThanOrEqual(201));

  it('leads to every other page', () =>
    expect(all.filter((path) => path !== 'README.md' && !page('README.md').includes(`](${path})`))).toEqual([]));

  it('tells of every command, and of no other', () => {
    const told = [...page('README.md').matchAll(/^\| `ratecard ?([a-z-]*)/gm)].map(([, name = '']) => name || 'run');
    const known = commands.map(({ name }) => name);
    expect(known.filter((name) => !told.includes(name))).toEqual([]);
    expect(told.filter((name) => name !== 'diff' && !known.includes(name))).toEqual([]);
  });

  it('says of each dependency what it is for', () => {
    const builtWith = page('README.md').split('## Built with')[1] ?? '';
    const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    const types = (name: string) => name.startsWith('@types/');
    expect(names.filter((name) => !types(name) && !new RegExp(`(?<![\\w@/-])${name}\\b`).test(builtWith))).toEqual([]);
  });
});

/** The anchors of a page, as GitHub makes them of its headings. */
const anchorsOf = (path: string): string[] =>
  [...page(path).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Links of a page to others and to itself, out of blocks of code. */
const linksOf = (path: string): string[] =>
  [
    ...page(path)
      .replaceAll(/^```.*?^```$/gms, '')
      .matchAll(/\]\(([^)\s]+)\)/g),
  ]
    .map(([, target = '']) => target)
    .filter((target) => !/^https?:/.test(target));

/** What the package holds beside what npm always takes along. */
const isShipped = (path: string): boolean =>
  ['README.md', 'LICENSE', 'package.json'].includes(path) ||
  manifest.files.some((place) => path === place || path.startsWith(`${place}/`));

describe.each(all)('%s', (path) => {
  it('leads only to what is there, in the package too', () => {
    const broken = linksOf(path).filter((target) => {
      const [file = '', anchor] = target.split('#');
      const to = file === '' ? path : normalize(join(dirname(path), file));
      if (!existsSync(join(root, to)) || !isShipped(to)) return true;
      return anchor !== undefined && !anchorsOf(to).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it('names no script that is not there', () => {
    const own = ['run', 'install', ...Object.keys(manifest.scripts)];
    const named = [...page(path).matchAll(/\bpnpm(?:@10)?(?: -s)? ([a-z][a-z:-]*)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => script !== 'has' && !own.includes(script))).toEqual([]);
  });

  it('names no file of the project that is not there', () => {
    const named = [...page(path).matchAll(/`((?:src|test|examples|bench|data\/schemas)\/[\w./-]+)`/g)].map(
      ([, name = '']) => name,
    );
    expect(named.filter((name) => !name.includes('/example-ai') && !existsSync(join(root, name)))).toEqual([]);
  });
});

it('every page is in the package', () => expect(all.filter((path) => !isShipped(path))).toEqual([]));

it.each([
  ['README.md', 1],
  ['docs/library.md', 4],
])('the example of %s imports only what the library exports', (path, least) => {
  const [, names = ''] = /^import \{ (.*) \} from 'ratecard';$/m.exec(sampleIn(path)) ?? [];
  expect(names.split(', ').length).toBeGreaterThanOrEqual(least);
  expect(names.split(', ').filter((name) => !(name in library))).toEqual([]);
});

it('every code of an issue that the program can say has its line, and no other has', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const source = files.map((name) => readFileSync(join(root, 'src', name), 'utf8')).join('\n');
  const given = [...source.matchAll(/\bcode: ([^\n{}]*),\s*detail/g)].map(([, expression = '']) => expression);
  const said = given.flatMap((expression) => [...expression.matchAll(/'([a-z-]+)'/g)].map(([, code = '']) => code));
  expect(new Set(said).size).toBeGreaterThan(15);
  expect(said.filter((code) => !issueCodes.has(code))).toEqual([]);
  expect([...issueCodes.keys()].filter((code) => !source.includes(`'${code}'`))).toEqual([]);
});

it('the override of docs/cookbook.md is one', () => {
  const [, sample = ''] = /^```yaml\n(.*?)^```$/ms.exec(page('docs/cookbook.md')) ?? [];
  expect(overrides.parse(parse(sample))).toHaveLength(1);
});

describe('CHANGELOG.md', () => {
  const versions = [...page('CHANGELOG.md').matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading);

  it('has a part for each version, the newest first, and the one that is being made', () => {
    expect(versions[0]).toBe('[Unreleased]');
    expect(versions.slice(1).every((heading) => /^\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d$/.test(heading))).toBe(true);
    expect(versions[1]).toContain(`[${manifest.version}]`);
  });

  it('sorts changes by their kind', () => {
    const kinds = [...page('CHANGELOG.md').matchAll(/^### (.*)$/gm)].map(([, kind = '']) => kind);
    const known = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];
    expect(kinds.filter((kind) => !known.includes(kind))).toEqual([]);
  });
});
