import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { packagePath } from '../read/packagePath.js';
import { version } from '../read/version.js';
import { sha256Of } from '../store/bodies/bodyStore.js';
import { registryPath } from '../store/registry.js';

/** What the settled files depend on beside pages and options: the program, by its version and its files, and the registry of models. */
export async function basisOf(): Promise<string> {
  const registry = await readFile(registryPath).catch(() => '');
  return sha256Of(JSON.stringify([version, sha256Of(registry), await filesIn(packagePath('dist'))]));
}

/** The files of the program with their sizes and dates. */
async function filesIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true }).catch(() => [])).filter((name) => name.endsWith('.js'));
  return Promise.all(
    names.sort().map(async (name) => {
      const { size, mtimeMs } = await stat(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    }),
  );
}
