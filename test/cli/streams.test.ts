import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanEnv, ended, newFolder, ratecard, root, start } from './ratecard.js';

describe("ratecard's output", { timeout: 60_000 }, () => {
  it.each([[['sources', '--json']], [['explain', 'openai/gpt-4o', '--offline']]])(
    '%j ends quietly when nobody reads it',
    async (args) => {
      const child = start([...args, '--out', await newFolder()]);
      child.stdout.destroy();
      expect(await ended(child)).toMatchObject({ code: 0, stderr: '' });
    },
  );

  it('goes on without anybody who reads the progress', async () => {
    const out = await newFolder();
    const child = start(['--offline', '--provider', 'groq', '--out', out]);
    child.stderr.destroy();
    expect(await ended(child)).toMatchObject({ code: 0 });
    expect(await readdir(out)).toContain('run.json');
  });

  it.each([[['sources', '--json']], [['download', '--offline', '--stdout', '--quiet', '--provider', 'groq']]])(
    '%j says once that there is no room for it',
    async (args) => {
      const child = spawn(process.execPath, ['dist/cli/main.js', ...args, '--out', await newFolder()], {
        cwd: root,
        env: cleanEnv(),
        stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
      });
      let stderr = '';
      child.stderr?.on('data', (text: Buffer) => (stderr += String(text)));
      expect(await once(child, 'close')).toEqual([1, null]);
      expect(stderr).toMatch(/^error: ENOSPC[^\n]*\n$/);
    },
  );

  it('goes nowhere where the manifest cannot be written', async () => {
    const file = join(await newFolder(), 'file');
    await writeFile(file, '');
    for (const out of [file, '/proc/out']) {
      const { code, stdout, stderr } = await ratecard(['--offline', '--stdout', '--provider', 'groq', '--out', out]);
      expect([out, code, stdout, stderr.split('\n')[0]]).toEqual([out, 1, '', expect.stringContaining('--out')]);
    }
  });
});
