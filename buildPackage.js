import { execFile } from 'node:child_process';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { build } from 'esbuild';

// What the package has beside the program: the library as one file, and the settled table of the recordings as another, which
// the library loads when it is asked for a price.
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

/** @param {string[]} args */
const run = (...args) =>
  promisify(execFile)(process.execPath, [program, ...args], { maxBuffer: 64 * 1024 * 1024, encoding: 'utf8' });

const out = await mkdtemp(join(tmpdir(), 'ratecard-table-'));
try {
  await run('--offline', '--quiet', '--concurrency', '10', '--out', out);
  const { stdout: table } = await run('export', 'table', '--out', out);
  const packed = await promisify(gzip)(JSON.stringify(JSON.parse(table)), { level: constants.Z_BEST_COMPRESSION });
  const unfinished = join(library, `shippedTable.js.${process.pid}.tmp`);
  await writeFile(unfinished, `export const shippedTable =\n  '${packed.toString('base64')}';\n`);
  await rename(unfinished, join(library, 'shippedTable.js'));
} finally {
  await rm(out, { recursive: true });
}
