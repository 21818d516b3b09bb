import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';

/**
 * What takes seconds to make, and is the same for all tests, made by the first worker that asks for it and read by the others
 * from the folder that the tests share; made anew where there is none. It has to be JSON.
 */
export async function onceForAll<Value>(name: string, make: () => Promise<Value>): Promise<Value> {
  const folder = process.env['TESTS_SHARE'];
  if (folder === undefined) return make();
  const path = join(folder, `${name}.json`);
  const release = await lock(path, { realpath: false, stale: 120_000, retries: { retries: 1_000, factor: 1 } });
  try {
    const known = await readFile(path, 'utf8').catch(() => undefined);
    const text = known ?? JSON.stringify(await make());
    if (known === undefined) await writeFile(path, text);
    return JSON.parse(text) as Value;
  } finally {
    await release();
  }
}
