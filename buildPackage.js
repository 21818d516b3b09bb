import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildProgram, shippedIn } from './buildProgram.js';

// What the package has: the library as one file, the program, and what a run of the recordings leaves, for both.
const root = import.meta.dirname;

await build({
  absWorkingDir: root,
  entryPoints: ['src/index.ts'],
  outfile: 'dist/lib/index.js',
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  plugins: [shippedIn('./shipped')],
  logLevel: 'warning',
});

await writeLicences(await buildProgram({ isAlone: true }));

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
