import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { random as seeded } from '../chaos/random.js';
import { newFolder } from '../cli/ratecard.js';
import { filesIn } from '../sinks/temporaryFolder.js';
import { runLive, verified } from './world.js';

/** How many bytes are changed, one at a time. `VERIFY_SEEDS=1000 pnpm test test/verify` for many. */
const count = Number(process.env['VERIFY_SEEDS'] ?? 12);

let dir: string;
let paths: string[];
beforeAll(async () => {
  dir = await newFolder();
  await runLive(dir);
  const sizes = await Promise.all(
    (await filesIn(dir)).map(async (path) => [path, (await stat(join(dir, path))).size] as const),
  );
  paths = sizes.flatMap(([path, size]) => (size > 0 ? [path] : []));
});
afterAll(() => rm(dir, { recursive: true }));

it(`finds each of ${count} changed bytes`, { timeout: 3_600_000 }, async () => {
  const missed: string[] = [];
  for (let seed = 1; seed <= count; seed++) {
    const random = seeded(seed);
    const path = paths[Math.floor(random() * paths.length)] ?? '';
    const before = await readFile(join(dir, path));
    const at = Math.floor(random() * before.length);
    const after = Buffer.from(before);
    after[at] = ((before[at] ?? 0) + 1 + Math.floor(random() * 255)) % 256;
    await writeFile(join(dir, path), after);
    const { differences } = await verified(dir);
    if (!differences.some(({ file }) => file === path)) missed.push(`seed ${seed}: ${path}, byte ${at}`);
    await writeFile(join(dir, path), before);
  }
  expect(missed).toEqual([]);
  expect((await verified(dir)).differences).toEqual([]);
});
