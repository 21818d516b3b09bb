import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProgram } from '../../buildProgram.js';

/** Builds the program once, before any test starts it, and gives the workers a folder to share what they make (`onceForAll`). */
export async function setup(): Promise<() => Promise<void>> {
  await buildProgram();
  const folder = await mkdtemp(join(tmpdir(), 'ratecard-tests-'));
  process.env['TESTS_SHARE'] = folder;
  return () => rm(folder, { recursive: true });
}
