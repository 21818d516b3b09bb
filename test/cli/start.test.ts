import { readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildProgram } from '../../buildProgram.js';
import { exports } from '../../src/exports/index.js';
import { formatNames } from '../../src/exports/formats.js';
import { listIds } from '../../src/sources/prices/names.js';
import { priceLists } from '../../src/sources/prices/index.js';
import { aModel, aProviderFile, priced } from '../builders.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';
import { writtenFolder } from '../store/writtenFolder.js';
import { ratecard, root } from './ratecard.js';

let filesOf: Readonly<Record<string, readonly string[]>>;
beforeAll(async () => {
  filesOf = await buildProgram();
});

/** A folder with the table of one offer. */
const aTable = () =>
  writtenFolder([
    aProviderFile({ models: [aModel('m1', { model: { key: 'acme/m1', line: 'acme/m1', facets: {} } })] }),
  ]);

/** Notes each file that the program loads. */
const hooks = `import { appendFileSync } from 'node:fs';
export const load = (url, context, next) => {
  if (url.startsWith('file:')) appendFileSync(process.env.LOADED, url + '\\n');
  return next(url, context);
};`;
const preload = `import { register } from 'node:module'; register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hooks)}`)});`;

/** The libraries that are loaded by a call, and the first folder below src of each source. */
async function loadedBy(args: readonly string[], input = ''): Promise<{ libraries: Set<string>; stdout: string }> {
  const log = join(await temporaryFolder(), 'loaded');
  await writeFile(log, '');
  const env = { LOADED: log, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(preload)}` };
  const { code, stdout } = await ratecard(args, { env, input });
  expect(code).toBe(0);
  const files = (await readFile(log, 'utf8')).trim().split('\n');
  const parts = files.flatMap((url) => filesOf[url.slice(url.lastIndexOf('/') + 1)] ?? []);
  const libraries = parts.flatMap(
    (path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(path)?.[1] ?? [],
  );
  return { libraries: new Set(libraries), stdout };
}

/** A start at which what measures wide characters can't be made. */
const noSegmenter = `--import=data:text/javascript,${encodeURIComponent("Intl.Segmenter = class { constructor() { throw new Error('made'); } };")}`;

const heavy = ['zod', 'rxjs', 'parse5', 'cheerio', 'mdast-util-from-markdown', 'yaml', 'node-fetch', 'decimal.js'];
const ofTerminals = ['ora', 'cli-table3', 'string-width'];

describe('the start of the program', { timeout: 60_000 }, () => {
  it('of a table of plain characters makes nothing that measures others', async () => {
    const told = async (id: string) => {
      const model = { key: `acme/${id}`, line: `acme/${id}`, facets: {} };
      const dir = await writtenFolder([aProviderFile({ models: [priced(aModel(id, { model }))] })]);
      return ratecard(['models', '--out', dir], { env: { NODE_OPTIONS: noSegmenter } });
    };
    const [plain, wide] = [await told('m1'), await told('宽')];
    expect([plain.code, plain.stdout]).toEqual([0, expect.stringContaining('│ acme/m1')]);
    expect([wide.code, wide.stderr]).toEqual([1, expect.stringContaining('Error: made')]);
  });

  it.each([['--help'], ['--version'], ['price', '--help']])(
    'of %s %s loads the command line alone',
    async (...args) => {
      const { libraries, stdout } = await loadedBy(args);
      expect(stdout).not.toBe('');
      expect([...libraries].sort()).toEqual(['commander', 'string-similarity']);
    },
  );

  it('of a price from a table loads no schema, no parser of documents, and for programs no table', async () => {
    const { libraries, stdout } = await loadedBy(['price', 'acme/m1', '--json', '--out', await aTable()]);
    expect(JSON.parse(stdout)).toMatchObject({ id: 'm1', isListed: true });
    expect([...heavy, ...ofTerminals].filter((name) => libraries.has(name))).toEqual([]);
  });

  it('of a price from the table that came with it loads no more', async () => {
    const { libraries, stdout } = await loadedBy([
      'price',
      'openai/gpt-4o',
      '--json',
      '--out',
      await temporaryFolder(),
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ isListed: true, cost: { input: 0.0025 } });
    expect([...heavy, ...ofTerminals].filter((name) => libraries.has(name))).toEqual([]);
  });

  it('of a price for a person loads the table that it shows, and no spinner', async () => {
    const { libraries } = await loadedBy(['price', 'acme/m1', '--out', await aTable()]);
    expect(libraries).toContain('cli-table3');
    expect([...heavy, 'ora'].filter((name) => libraries.has(name))).toEqual([]);
  });

  it('of the filter loads rxjs, and no schema where a record says no price', async () => {
    const args = ['enrich-pricing', '--stdin', '--out', await aTable()];
    const { libraries, stdout } = await loadedBy(args, '{"id":"m1","provider":"acme"}\n');
    expect(JSON.parse(stdout)).toMatchObject({ id: 'm1', model: { key: 'acme/m1' } });
    const more = heavy.filter((name) => name !== 'rxjs');
    expect([...more, ...ofTerminals].filter((name) => libraries.has(name))).toEqual([]);
  });

  it('tells of all formats and price lists in their order', () => {
    expect(formatNames).toEqual(exports.map(({ format }) => format));
    expect(listIds).toEqual(priceLists.map(({ id }) => id));
  });
});

it('a build leaves the parts of programs that may still run, and takes those of earlier days', async () => {
  const [recent, old] = ['part-AAAAAAA1.js', 'part-AAAAAAA2.js'].map((name) => join(root, 'dist/cli', name)) as [
    string,
    string,
  ];
  await writeFile(recent, '');
  await writeFile(old, '');
  await utimes(old, new Date(0), new Date(0));
  await buildProgram();
  await expect(readFile(recent, 'utf8')).resolves.toBe('');
  await expect(readFile(old, 'utf8')).rejects.toThrow('ENOENT');
  await rm(recent);
});
