import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { after } from '../builders.js';
import { recordedMirror, silent } from '../chaos/recordedMirror.js';
import { localServer } from '../read/localServer.js';
import { filesIn, temporaryFolder } from '../sinks/temporaryFolder.js';
import { cleanEnv, ended, ratecard, root, start } from './ratecard.js';

const only = (...ids: string[]) => ids.flatMap((id) => ['--provider', id]);

describe("the program's exit code", { timeout: 60_000 }, () => {
  it('is 2 for wrong usage, said in one line', async () => {
    const out = join(await temporaryFolder(), 'out');
    expect(await ratecard(['dwnload', '--out', out])).toEqual({
      ...{ code: 2, stdout: '', stderr: 'error: no command "dwnload"; did you mean "download"?\n' },
    });
  });

  it('is 1 where nothing could be produced, said in one line', async () => {
    const out = await temporaryFolder();
    const says = `error: ${out}/providers holds no models: run \`ratecard download\` first\n`;
    expect(await ratecard(['enrich-pricing', '--offline', '--out', out])).toEqual({
      code: 1,
      stdout: '',
      stderr: says,
    });
  });
});

describe("the program's streams", { timeout: 60_000 }, () => {
  it('hands a line of the filter on before the next one comes', async () => {
    const child = start(['enrich-pricing', '--stdin', '--offline']);
    child.stdin.write('{"id":"gpt-4o","provider":"openai"}\n');
    const [first] = (await once(child.stdout, 'data')) as [Buffer];
    expect(JSON.parse(String(first))).toMatchObject({ id: 'gpt-4o', cost: { input: 0.0025 } });
    child.stdin.end('{"id":"gpt-4o-mini","provider":"openai"}');
    const { code, stdout } = await ended(child);
    expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ id: 'gpt-4o-mini' })]);
  });

  it.each([[['sources', '--json']], [['explain', 'openai/gpt-4o', '--offline']]])(
    'end %j quietly when nobody reads it',
    async (args) => {
      const child = start([...args, '--out', await temporaryFolder()]);
      child.stdout.destroy();
      expect(await ended(child)).toMatchObject({ code: 0, stderr: '' });
    },
  );

  it('end a run quietly when the reader of stdout has enough', async () => {
    const child = start(['--offline', '--stdout', '--quiet', '--out', await temporaryFolder()]);
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await ended(child)).toMatchObject({ code: 0, stderr: '' });
  });

  it('need nobody who reads the progress', async () => {
    const out = await temporaryFolder();
    const child = start(['--offline', ...only('groq'), '--out', out]);
    child.stderr.destroy();
    expect(await ended(child)).toMatchObject({ code: 0 });
    expect(await filesIn(out)).toContain('run.json');
  });

  it.each([[['sources', '--json']], [['download', '--offline', '--stdout', '--quiet', ...only('groq')]]])(
    'say once that there is no room for %j',
    async (args) => {
      const child = spawn(process.execPath, ['dist/cli/main.js', ...args, '--out', await temporaryFolder()], {
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
});

describe('Ctrl-C', { timeout: 60_000 }, () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'stops what is under way, leaves no temporary file, and exits 130 (%s)',
    async (signal) => {
      const out = await temporaryFolder();
      const mirror = await localServer(() => undefined);
      const child = start(['--mirror', mirror.url, '--out', out, '--quiet']);
      await expect.poll(() => mirror.hits.length, { timeout: 30_000 }).toBeGreaterThan(0);
      child.kill(signal);
      expect(await ended(child)).toEqual({ code: 130, stdout: '', stderr: '' });
      expect(await filesIn(out)).toEqual([]);
    },
  );

  it('is heard at once while the price list hangs after the last provider', async () => {
    const out = await temporaryFolder();
    const mirror = await localServer(recordedMirror({ 'helicone.ai': silent }));
    const child = start(['--mirror', mirror.url, '--out', out, '--prices', 'helicone', ...only('chutes')]);
    const isAsked = (path: string) => mirror.hits.some((hit) => hit.startsWith(`GET /${path}`));
    await expect.poll(() => isAsked('helicone.ai/') && isAsked('models.dev/'), { timeout: 30_000 }).toBe(true);
    await after(500); // models.dev, the last of the chain, is answered and read.
    const pressed = Date.now();
    child.kill('SIGINT');
    expect(await ended(child)).toEqual({
      ...{ code: 130, stdout: '' },
      stderr: '\nInterrupted: nothing was written, the manifest is that of the last whole run.\n',
    });
    expect(Date.now() - pressed).toBeLessThan(2_000);
    expect(await filesIn(out)).toEqual([]);
  });

  it('leaves a provider that was downloaded beside a price list that hangs', async () => {
    const out = await temporaryFolder();
    const mirror = await localServer(recordedMirror({ 'helicone.ai': silent }));
    const child = start(['download', '--mirror', mirror.url, '--out', out, ...only('helicone', 'chutes')]);
    child.stderr.on('data', (text: Buffer) => {
      if (String(text).includes('[Chutes] Completed')) child.kill('SIGINT');
    });
    setTimeout(() => child.kill('SIGINT'), 5_000).unref();
    const { code, stderr } = await ended(child);
    expect([code, stderr.split('\n').at(-2)]).toEqual([
      ...[130, `Interrupted: 1 file was written to ${out}, the manifest is that of the last whole run.`],
    ]);
    expect(await filesIn(out)).toEqual(['providers/chutes.json']);
  });
});
