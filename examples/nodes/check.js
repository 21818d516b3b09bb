// The program says and writes the same on every version of Node that it promises to run on:
//   node check.js FOLDER     the folder that an offline run of this version of Node wrote
// A version that is not installed, such as on another system, is told and passed over.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const [out] = process.argv.slice(2);
if (out === undefined || !existsSync(join(out, 'run.json'))) {
  console.error('error: say which folder a run wrote: node check.js FOLDER');
  process.exit(2);
}
const program = join(import.meta.dirname, '../../dist/cli/main.js');
const { optionalDependencies } = createRequire(import.meta.url)('./package.json');

/** What each of these says on stdout and stderr is the same; `input` is its stdin. */
const asked = [
  { args: ['--version'] },
  { args: ['--help'] },
  { args: ['price', 'openai/gpt-4o', '--out', out] },
  { args: ['explain', 'openai/gpt-4o', '--out', out] },
  { args: ['enrich-pricing', '--stdin', '--out', out], input: '{"provider":"openai","id":"gpt-4o"}\n' },
  {
    args: ['cost', '--stdin', '--brief', '--out', out],
    input: '{"provider":"openai","model":"gpt-4o","usage":{"prompt_tokens":9,"completion_tokens":1}}\n',
  },
];

async function said(node, { args, input = '' }) {
  const done = promisify(execFile)(node, [program, ...args], { env: { ...process.env, NO_COLOR: '1' } });
  done.child.stdin.end(input);
  const { stdout, stderr } = await done;
  return { args, stdout, stderr };
}

/** The files of a run; the manifest says when it ran. */
async function filesOf(folder) {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
  return paths
    .filter((path) => /^\/(providers|providers-enriched|history|prices)\/|^\/models\.json$/.test(path))
    .sort();
}

async function checked(node, want) {
  for (const [i, question] of asked.entries()) assert.deepEqual(await said(node, question), want[i]);
  const folder = await mkdtemp(join(tmpdir(), 'ratecard-nodes-'));
  try {
    execFileSync(node, [program, '--offline', '--quiet', '--out', folder]);
    const paths = await filesOf(folder);
    assert.deepEqual(paths, await filesOf(out));
    for (const path of paths)
      assert.ok((await readFile(folder + path)).equals(await readFile(out + path)), `${path} is another`);
    return paths.length;
  } finally {
    await rm(folder, { recursive: true });
  }
}

const want = await Promise.all(asked.map((question) => said(process.execPath, question)));
for (const name of Object.keys(optionalDependencies)) {
  const node = join(import.meta.dirname, 'node_modules', name, 'bin/node');
  if (!existsSync(node)) console.log(`${name}: not installed here`);
  else console.log(`${name}: ${asked.length} commands say and ${await checked(node, want)} files hold the same`);
}
