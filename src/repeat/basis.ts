import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packagePath } from '../read/packagePath.js';
import { version } from '../read/version.js';
import { sha256Of } from '../store/bodies/bodyStore.js';
import { registryPath } from '../store/registry.js';

/**
 * What a program is known by, in the folder that it is built into: the program, which names its parts by the hash of what they
 * hold, and the library. Another build of the same makes the same of them.
 */
const programs = ['cli/main.js', 'lib/index.js'];

/** What the settled files depend on beside pages and options: the program, by its version and what it is, and the registry of models. */
export async function basisOf(built: string = packagePath('dist')): Promise<string> {
  const files = [registryPath, ...programs.map((name) => join(built, name))];
  const hashes = await Promise.all(files.map((path) => readFile(path).then(sha256Of, () => '')));
  return sha256Of(JSON.stringify([version, ...hashes]));
}
