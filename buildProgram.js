import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { build } from 'esbuild';

const root = import.meta.dirname;
const folder = join(root, 'dist/cli');
const library = join(root, 'dist/lib');
/** The modules of what came with the program. */
const shipped = ['enriched', 'raw', 'prices'];
/** The hash of what they were made by. */
export const madeByPath = join(root, 'src/store/shipped/madeBy.txt');
/** No program runs longer that was started by an earlier build. */
const keptMs = 24 * 60 * 60 * 1000;

/**
 * Builds the program with its libraries: dist/cli/main.js, and parts beside it that are loaded when they are needed. A part is
 * named by the hash of what it holds; it is there before the program that wants it, which is renamed into place, and stays
 * for the programs that still run when another is built: runs start side by side.
 *
 * Gives what is in each file: paths of sources and libraries, relative to the root.
 *
 * What a run of the recordings leaves is beside it as long as it was made by this program and these recordings; else nothing
 * is, and who asks before a first run is answered by the recordings. With `isAlone`, as in a package, that is an error, and
 * nothing is left of earlier builds.
 *
 * @param {{ isAlone?: boolean }} [options]
 */
export async function buildProgram({ isAlone = false } = {}) {
  const [{ outputFiles, metafile }, page, tables, recorded, madeBy] = await Promise.all([
    buildForNode(),
    buildPage(),
    buildShipped(),
    recordedHash(),
    readFile(madeByPath, 'utf8').catch(() => ''),
  ]);
  const isCurrent = madeBy.trim() === hashOf(outputFiles, recorded);
  if (isAlone && !isCurrent) throw new Error('src/store/shipped is of another program: `pnpm generate` makes it anew');
  await Promise.all([folder, join(library, 'shipped')].map((path) => mkdir(path, { recursive: true })));
  const isMain = ({ path = '' }) => basename(path) === 'main.js';
  const parts = outputFiles.filter((file) => !isMain(file));
  await Promise.all(parts.map(({ path, contents }) => place(path, contents)));
  for (const { path, contents } of [
    ...page.outputFiles,
    ...tables.outputFiles.map(({ path, contents }) => ({ path, contents: isCurrent ? contents : nothing })),
    ...outputFiles.filter(isMain),
  ])
    await put(path, contents);
  await sweep(new Set(parts.map(({ path }) => basename(path))), isAlone ? 0 : keptMs);
  return Object.fromEntries(
    Object.entries({ ...metafile.outputs, ...page.metafile.outputs }).map(([path, { inputs }]) => [
      basename(path),
      Object.keys(inputs),
    ]),
  );
}

/** Instead of what another program left. */
const nothing = new TextEncoder().encode('export const files = {};\n');

/** The hash of all that a run of the recordings goes by: the program, as it is built, and what is recorded. */
export async function programHash() {
  const [{ outputFiles }, recorded] = await Promise.all([buildForNode(), recordedHash()]);
  return hashOf(outputFiles, recorded);
}

/** @param {readonly import('esbuild').OutputFile[]} outputFiles @param {string} recorded */
function hashOf(outputFiles, recorded) {
  const hash = createHash('sha256').update(recorded);
  const named = outputFiles.map(({ path, contents }) => ({ name: basename(path), contents }));
  for (const { name, contents } of named.sort((a, b) => (a.name < b.name ? -1 : 1))) hash.update(name).update(contents);
  return hash.digest('hex');
}

async function recordedHash() {
  const hash = createHash('sha256').update(await readFile(join(root, 'data/registry.json')));
  const recordings = join(root, 'data/recordings');
  const entries = await readdir(recordings, { recursive: true, withFileTypes: true });
  const paths = entries.flatMap((one) => (one.isFile() ? [join(one.parentPath, one.name)] : [])).sort();
  const bodies = await Promise.all(paths.map((path) => readFile(path)));
  paths.forEach((path, i) => hash.update(relative(recordings, path)).update(bodies[i] ?? ''));
  return hash.digest('hex');
}

/** The program of the page, which the report has inside. */
const buildPage = () =>
  build({
    absWorkingDir: root,
    entryPoints: { page: 'src/page/main.tsx' },
    outdir: folder,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: 'browser',
    target: 'es2023',
    format: 'iife',
    plugins: [oneLocale],
    logLevel: 'warning',
  });

/** What a run of the recordings leaves, which the program and the library find beside them. */
const buildShipped = () =>
  build({
    absWorkingDir: root,
    entryPoints: shipped.map((name) => `src/store/shipped/${name}.ts`),
    outdir: join(library, 'shipped'),
    write: false,
    format: 'esm',
    logLevel: 'warning',
  });

const buildForNode = () =>
  build({
    absWorkingDir: root,
    entryPoints: ['src/cli/main.ts'],
    outdir: folder,
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    // Names stay, for they stand in the stacks of defects that people report; they cost the start nothing.
    minifySyntax: true,
    minifyWhitespace: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    // It reads a wasm file that lies beside it.
    external: ['sql.js'],
    // Its ES modules, of which only what is used is taken; to Node it names others.
    alias: { rxjs: join(root, 'node_modules/rxjs/dist/esm/index.js') },
    plugins: [oneLocale, atFirstCall, shippedIn('../lib/shipped')],
    // CommonJS libraries ask for Node's own modules in their way.
    banner: {
      js: "import { createRequire as $createRequire } from 'node:module'; const require = $createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });

/** Messages in languages in which nobody is told anything. @type {import('esbuild').Plugin} */
const oneLocale = {
  name: 'one-locale',
  setup: (to) => {
    to.onResolve({ filter: /\/locales\/index\.js$/ }, () => ({ path: 'none', namespace: 'one-locale' }));
    to.onLoad({ filter: /.*/, namespace: 'one-locale' }, () => ({ contents: 'export {};' }));
  },
};

/**
 * They are large, and both have them: a bundle finds them in a folder. @type {(folder: string) => import('esbuild').Plugin}
 */
export const shippedIn = (folder) => ({
  name: 'shipped',
  setup: (to) =>
    to.onResolve({ filter: new RegExp(`^\\./(${shipped.join('|')})\\.js$`) }, ({ path, resolveDir }) =>
      basename(resolveDir) === 'shipped' ? { path: `${folder}/${basename(path)}`, external: true } : undefined,
    ),
});

/** What measures texts makes tables as it starts, which most commands never need: it starts when it is called. @type {import('esbuild').Plugin} */
const atFirstCall = {
  name: 'at-first-call',
  setup: (to) => {
    to.onResolve({ filter: /^string-width$/ }, async ({ path, kind, resolveDir, namespace }) => {
      if (kind !== 'import-statement' || namespace === 'at-first-call') return undefined;
      const found = await to.resolve(path, { kind: 'require-call', resolveDir });
      return { path, namespace: 'at-first-call', pluginData: found.path };
    });
    to.onLoad({ filter: /.*/, namespace: 'at-first-call' }, ({ pluginData }) => ({
      contents: `export default (...given) => require(${JSON.stringify(pluginData)}).default(...given);`,
      resolveDir: root,
    }));
  },
};

/** Writes a part that is not there yet; one that is, is of today. @param {string} path @param {Uint8Array} contents */
async function place(path, contents) {
  const now = new Date();
  await utimes(path, now, now).catch(() => put(path, contents));
}

/** Writes a file whole. @param {string} path @param {Uint8Array} contents */
async function put(path, contents) {
  const unfinished = `${path}.${process.pid}.tmp`;
  await writeFile(unfinished, contents);
  await rename(unfinished, path);
}

/** Removes the parts of earlier builds that are as old. @param {ReadonlySet<string>} kept @param {number} ms */
async function sweep(kept, ms) {
  for (const name of await readdir(folder)) {
    if (!/^part-[A-Z0-9]+\.js$/.test(name) || kept.has(name)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs >= ms) await rm(path, { force: true });
  }
}
