import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { holdFolder } from '../../src/store/holdFolder.js';
import { filesIn, temporaryFolder } from '../sinks/temporaryFolder.js';
import { folderWith } from './folderWith.js';

it('makes the folder and holds it', async () => {
  const out = join(await temporaryFolder(), 'a/b');
  const lock = await holdFolder(out);
  await expect(holdFolder(out)).rejects.toThrow('is in use by another run');
  await lock.release();
  expect(await readdir(out)).toEqual([]);
});

it('sweeps it and the folders in it, and says so', async () => {
  const half = `.json.${process.pid}.tmp`;
  const out = await folderWith({ [`run${half}`]: '{', [`providers/acme${half}`]: '{', 'providers/acme.json': '{}' });
  const said: string[] = [];
  const lock = await holdFolder(out, { say: (line) => said.push(line) });
  await lock.release();
  expect(await filesIn(out)).toEqual(['providers/acme.json']);
  expect(said).toEqual([`2 temporary files of a killed run swept from ${out}.`]);
});
