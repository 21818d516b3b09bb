import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { build } from 'esbuild';
import { buildProgram } from './buildProgram.js';

// What the package has: the library as one file, the settled table of the recordings as another, in parts that are read when
// somebody asks for a price in them, and the program, which answers by that table where no run wrote one.
const root = import.meta.dirname;
const library = join(root, 'dist/lib');
const program = join(root, 'dist/cli/main.js');

await build({
  absWorkingDir: root,
  entryPoints: ['src/index.ts'],
  outfile: join(library, 'index.js'),
  bundle: true,
  packages: 'external',
  external: ['./shippedTable.js'],
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  logLevel: 'warning',
});

/** @type {(json: string) => import('./src/model/providerFile.js').ProviderFile} */
const fileIn = JSON.parse;

/** The parts of a table, by the names of their files in a folder. @param {string} folder */
async function partsIn(folder) {
  /** @type {Record<string, { kind: string | null, from: number, to: number }>} */
  const providers = {};
  let parts = '';
  for (const name of (await readdir(folder)).sort()) {
    const file = fileIn(await readFile(join(folder, name), 'utf8'));
    const packed = await promisify(gzip)(JSON.stringify(file), { level: constants.Z_BEST_COMPRESSION });
    const from = parts.length;
    parts += packed.toString('base64');
    providers[file.provider.id] = { kind: file.provider.kind, from, to: parts.length };
  }
  return { providers, parts };
}

await buildProgram();
const out = await mkdtemp(join(tmpdir(), 'ratecard-table-'));
try {
  await promisify(execFile)(process.execPath, [program, '--offline', '--quiet', '--concurrency', '10', '--out', out]);
  const table = await partsIn(join(out, 'providers-enriched'));
  const unfinished = join(library, `shippedTable.js.${process.pid}.tmp`);
  await writeFile(unfinished, `export const shippedTable =\n  ${JSON.stringify(table)};\n`);
  await rename(unfinished, join(library, 'shippedTable.js'));
} finally {
  await rm(out, { recursive: true });
}
await writeLicences(await buildProgram({ isPackage: true }));

/** Writes the licences of the libraries that are in the program beside it. @param {Record<string, string[]>} filesOf */
async function writeLicences(filesOf) {
  const inside = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;
  const packages = new Set(
    Object.values(filesOf).flatMap((files) => files.flatMap((file) => inside.exec(file)?.[1] ?? [])),
  );
  const texts = await Promise.all(
    [...packages].map(async (path) => {
      const licence = (await readdir(join(root, path))).find((name) => /^licen[cs]e/i.test(name));
      const text = licence === undefined ? 'see its package.json' : await readFile(join(root, path, licence), 'utf8');
      return `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}\n\n${text.trim()}\n`;
    }),
  );
  await writeFile(join(root, 'dist/cli/LICENSES.txt'), texts.sort().join(`\n${'-'.repeat(80)}\n`));
}
