import { readFile } from 'node:fs/promises';
import { type Identify, identifier } from '../identity/identifier.js';
import { spellingsOf } from '../identity/spellings.js';
import type { ModelOf } from '../match/sameModel.js';
import type { Registry } from '../model/registry.js';
import { packagePath } from '../read/packagePath.js';

/** The registry that comes with the package. */
export const registryPath = packagePath('data/registry.json');

/** What the registry of the package is asked. */
export interface KnownModels {
  /** Which models offers are. */
  readonly identify: Identify;
  /** Which model an id is, whoever sells it. */
  readonly modelOf: ModelOf;
}

let known: Promise<KnownModels> | undefined;

/** The models that come with the package; the file is read once. */
export const openRegistry = (): Promise<KnownModels> =>
  (known ??= readFile(registryPath, 'utf8').then((text) => {
    const registry = JSON.parse(text) as Registry;
    return { identify: identifier(registry), modelOf: spellingsOf(registry) };
  }));
