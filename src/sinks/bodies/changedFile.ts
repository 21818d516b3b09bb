import { join } from 'node:path';
import { readIfThere } from '../../store/readIfThere.js';
import type { Written } from '../sink.js';
import { prettyJson, writeAtomically } from '../writeAtomically.js';

/** Writes a JSON file where it is not there as it is to be; undefined where it is. */
export async function changedFile(out: string, path: string, value: unknown): Promise<Written | undefined> {
  const text = prettyJson(value);
  const before = await readIfThere(join(out, path)).catch(() => undefined);
  return before === text ? undefined : writeAtomically(out, path, text);
}
