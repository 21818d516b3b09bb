import { spawn } from 'node:child_process';
import { copyFile, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { localServer } from '../fetch/localServer.js';
import { cleanEnv, ended, newFolder } from './ratecard.js';

const root = join(import.meta.dirname, '../..');

/** The program with recordings of its own. */
async function installed(): Promise<string> {
  const dir = await newFolder();
  await mkdir(join(dir, 'dist/cli'), { recursive: true });
  await copyFile(join(root, 'dist/cli/main.js'), join(dir, 'dist/cli/main.js'));
  await copyFile(join(root, 'package.json'), join(dir, 'package.json'));
  await symlink(join(root, 'node_modules'), join(dir, 'node_modules'));
  return dir;
}

it('records the others where the recording of one is damaged', { timeout: 60_000 }, async () => {
  const dir = await installed();
  const recordings = join(dir, 'data/recordings');
  await mkdir(join(recordings, 'openrouter'), { recursive: true });
  await writeFile(join(recordings, 'openrouter/meta.json'), '{"half');
  const server = await localServer((_, response) => response.end('{"data":[]}'));
  const some = ['--provider', 'openrouter', '--provider', 'helicone', '--concurrency', '1'];
  const { code, stderr } = await ended(
    spawn(process.execPath, [join(dir, 'dist/cli/main.js'), 'record', '--mirror', server.url, ...some], {
      env: cleanEnv(),
    }),
  );
  expect([code, stderr.trim().split('\n')]).toEqual([
    ...[0, [expect.stringMatching(/^\[OpenRouter\] .*meta\.json is damaged/), '[Helicone] Recorded 1 answer']],
  ]);
  expect(await readdir(join(recordings, 'helicone'))).toEqual(['meta.json', 'response.json']);
});
