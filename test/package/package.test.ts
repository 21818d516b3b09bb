import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleIn } from '../docs/pages.js';
import { emptyProject, offline, packed, root, say } from './project.js';

const script = `import { openPriceBook } from 'ratecard';
const book = await openPriceBook();
const usage = { prompt_tokens: 4000, completion_tokens: 500, prompt_tokens_details: { cached_tokens: 3000 } };
console.log(book.price('openai/gpt-4o')?.cost.input, book.price('openai/gpt-4o')?.pricing.status);
console.log(book.cost('openai/gpt-4o', usage)?.total);
`;
const answer = '0.0025 priced\n0.01125\n';

// It builds, packs and installs twice, which takes longer than all other tests: `pnpm check:package`, and CI, run it.
describe.skipIf(process.env['PACKAGE'] === undefined)('the package', () => {
  let tarball = '';
  let project = '';
  beforeAll(async () => {
    tarball = await packed();
    project = await emptyProject(tarball, 'npm');
    await writeFile(join(project, 'price.js'), script);
  }, 300_000);
  afterAll(async () => {
    await rm(dirname(tarball), { recursive: true });
    await rm(project, { recursive: true });
  });

  const file = (path: string) => join(project, 'node_modules/ratecard', path);

  it('says a price and the cost of a call with cached tokens in five lines, without a network and in less than a second', async () => {
    const measured = `${script}console.log(process.resourceUsage().userCPUTime + process.resourceUsage().systemCPUTime);\n`;
    await writeFile(join(project, 'measured.js'), measured);
    const said = (await say(project, process.execPath, ['measured.js'], offline)).trim().split('\n');
    expect(`${said.slice(0, -1).join('\n')}\n`).toBe(answer);
    expect(Number(said.at(-1)) / 1e6).toBeLessThan(1);
  });

  it('has a program that says a price of that table where no run wrote one', async () => {
    const program = file('dist/cli/main.js');
    const said = await say(project, process.execPath, [program, 'price', 'openai/gpt-4o', '--json'], offline);
    expect(JSON.parse(said)).toMatchObject({ isListed: true, cost: { input: 0.0025 }, pricing: { status: 'priced' } });
  });

  it('says it in a project of pnpm as well', async () => {
    const other = await emptyProject(tarball, 'pnpm');
    await writeFile(join(other, 'price.js'), script);
    expect(await say(other, process.execPath, ['price.js'], offline)).toBe(answer);
    await rm(other, { recursive: true });
  }, 120_000);

  it('has each part of the table below 1.5 MB, the licences and the schemas, and neither tests nor sources', async () => {
    expect((await readdir(file('dist/lib'))).sort()).toEqual(['index.js', 'shipped']);
    const shipped = (await readdir(file('dist/lib/shipped'))).sort();
    expect(shipped).toEqual(['enriched.js', 'prices.js', 'raw.js']);
    const sizes = shipped.map(async (name) => (await stat(file(`dist/lib/shipped/${name}`))).size);
    expect(Math.max(...(await Promise.all(sizes)))).toBeLessThan(1_500_000);
    for (const path of ['LICENSE', 'THIRD-PARTY.md', 'dist/cli/LICENSES.txt', 'data/schemas/model.json']) {
      expect((await readFile(file(path), 'utf8')).length).toBeGreaterThan(0);
    }
    for (const path of ['test', 'src']) await expect(stat(file(path))).rejects.toThrow('ENOENT');
  });

  it('runs the examples of the pages as they are printed', async () => {
    await writeFile(join(project, 'first.js'), sampleIn('README.md'));
    expect(await say(project, process.execPath, ['first.js'], offline)).toMatch(/^0\.0025 0\.99.*\n(.*\n)*0\.01125\n$/);
    await writeFile(join(project, 'readme.js'), sampleIn('docs/library.md'));
    const lines = (await say(project, process.execPath, ['readme.js'], offline)).trim().split('\n');
    expect(lines[0]).toMatch(/^0\.0025 0\.99/);
    expect(Number(lines.find((line) => /^\d{4,}$/.test(line)))).toBeGreaterThan(5000);
    expect(lines.length).toBeGreaterThan(10);
  }, 120_000);

  it('has types that need nobody else’s, and names for them', async () => {
    const typed = `import type { Cost, Model, Pricing, PriceBook, Quote, Tier } from 'ratecard';
${script}
const price = book.price('openai/gpt-4o');
export const named: [PriceBook, Cost | undefined, Model | undefined, Pricing | undefined, readonly Tier[] | undefined, Quote?] =
  [book, price?.cost, price?.offer, price?.pricing, price?.tiers];
`;
    await writeFile(join(project, 'typed.ts'), typed);
    await writeFile(join(project, 'readme.ts'), sampleIn('docs/library.md'));
    const compilerOptions = {
      ...{ strict: true, noEmit: true, target: 'es2022', module: 'nodenext', lib: ['es2023', 'dom'], types: [] },
    };
    await writeFile(
      join(project, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['typed.ts', 'readme.ts'] }),
    );
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    expect(await say(project, process.execPath, [tsc, '-p', '.'])).toBe('');
  }, 60_000);

  it.each(['esm', 'cjs'] as const)(
    'starts as part of a bundle (%s)',
    async (format) => {
      const wrapped =
        format === 'cjs'
          ? `(async () => {${script.replace(/^import.*$/m, "const { openPriceBook } = await import('ratecard');")}})();`
          : script;
      await writeFile(join(project, `${format}.js`), wrapped);
      // Away from everything that is installed.
      const away = await mkdtemp(join(tmpdir(), 'ratecard-bundle-'));
      const outfile = join(away, `bundle.${format === 'cjs' ? 'cjs' : 'mjs'}`);
      await build({
        ...{ absWorkingDir: project, entryPoints: [`${format}.js`], outfile, bundle: true, platform: 'node', format },
        ...{ target: 'node20.19', logLevel: 'error' },
        // CommonJS parts ask for Node's own modules in their way.
        ...(format === 'esm' && {
          banner: {
            js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
          },
        }),
      });
      expect(await say(away, process.execPath, [outfile], offline)).toBe(answer);
      await rm(away, { recursive: true });
    },
    60_000,
  );

  it('is in order by publint and by are-the-types-wrong', async () => {
    const bin = (name: string) => join(root, 'node_modules/.bin', name);
    await say(root, bin('publint'), ['run', tarball, '--strict']);
    await say(root, bin('attw'), [tarball, '--profile', 'esm-only', '--no-emoji', '--no-color']);
  }, 60_000);
});
