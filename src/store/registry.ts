import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Identify, identifier } from '../identity/identifier.js';
import type { Registry } from '../model/registry.js';

/** The registry that comes with the package. */
export const registryPath = join(import.meta.dirname, '../../data/registry.json');

let known: Promise<Identify> | undefined;

/** Tells which models offers are, by the registry of the package, which is read once. */
export const openIdentify = (): Promise<Identify> =>
  (known ??= readFile(registryPath, 'utf8').then((text) => identifier(JSON.parse(text) as Registry)));
