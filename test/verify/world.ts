import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Run } from '../../src/model/run.js';
import { openNetworks } from '../../src/read/networks.js';
import { run, type RunOptions } from '../../src/run.js';
import { digestOf } from '../../src/sinks/manifest.js';
import { prettyJson } from '../../src/sinks/writeAtomically.js';
import { sources } from '../../src/sources/index.js';
import { priceLists } from '../../src/sources/prices/index.js';
import { openBodies, sha256Of } from '../../src/store/bodies/bodyStore.js';
import type { Verified } from '../../src/verify/difference.js';
import { verifyFolder } from '../../src/verify/verifyFolder.js';
import { type Fault, recordedMirror } from '../chaos/recordedMirror.js';
import { localServer } from '../read/localServer.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';
import { recordingsDir } from '../sources/harness.js';

const ids = ['anthropic', 'cerebras', 'deepseek', 'google'];
const some: Pick<RunOptions, 'sources' | 'lists'> = {
  sources: sources.filter(({ id }) => ids.includes(id)),
  lists: priceLists.filter(({ id }) => id === 'helicone'),
};

const offline = () => openNetworks({ mode: 'offline', env: {}, recordingsDir });

/** Runs a few providers and a price list without a network. */
export const runOffline = (out: string): Promise<Run> => run({ networks: offline(), out, ...some });

/** Runs them over a network that answers as recorded, with faults by host. */
export async function runLive(
  out: string,
  faults: Readonly<Record<string, Fault>> = {},
  more: RunOptions = {},
): Promise<Run> {
  const mirror = await localServer(recordedMirror(faults));
  const networks = openNetworks({ mode: 'live', mirror: mirror.url, env: {}, recordingsDir, answers: openBodies(out) });
  return run({ networks, out, ...some, ...more }).finally(() => mirror.stop());
}

/** What `verify` finds in a folder. */
export const verified = (out: string): Promise<Verified> =>
  verifyFolder(out, { recordings: offline().embedded, sources, lists: priceLists });

/** A copy of a folder, of the running test's own. */
export async function copyOf(dir: string): Promise<string> {
  const out = await temporaryFolder();
  await cp(dir, out, { recursive: true, preserveTimestamps: true });
  return out;
}

/** Changes a file, and the manifest so that it vouches for it. */
export async function forge(out: string, path: string, change: (text: string) => string): Promise<void> {
  const text = change(await readFile(join(out, path), 'utf8'));
  await writeFile(join(out, path), text);
  const told = JSON.parse(await readFile(join(out, 'run.json'), 'utf8')) as Run;
  const vouching = told.left && Object.hasOwn(told.left, path) ? told.left : told.files;
  if (path !== 'run.json') vouching[path] = sha256Of(text);
  delete told.digest;
  await writeFile(join(out, 'run.json'), prettyJson({ ...told, digest: digestOf(told) }));
}
