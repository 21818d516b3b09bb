import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FolderInUse } from '../../../src/store/lock/folderInUse.js';
import { type FolderLock, lockFolder, type LockOptions } from '../../../src/store/lock/lockFolder.js';
import { temporaryFolder } from '../../sinks/temporaryFolder.js';

/** The id of a process that ran and is gone. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid!;
}

/** A folder with the lock of such a holder, seen alive so long ago. */
async function heldBy(holder: object | undefined, silentMs = 0): Promise<string> {
  const dir = await temporaryFolder();
  await mkdir(join(dir, '.lock'));
  if (holder) await writeFile(join(dir, '.lock/holder.json'), JSON.stringify(holder));
  const seen = new Date(Date.now() - silentMs);
  await utimes(join(dir, '.lock'), seen, seen);
  return dir;
}

/** Takes the folder until the test is over. */
async function take(dir: string, options: LockOptions = {}): Promise<{ lock: FolderLock; said: string[] }> {
  const said: string[] = [];
  const lock = await lockFolder(dir, { ...options, say: (line) => said.push(line) });
  onTestFinished(() => lock.release());
  return { lock, said };
}

const since = '2026-01-01T00:00:00.000Z';

describe('the lock of a folder', () => {
  it('is for one at a time, and says who holds it', async () => {
    const dir = await temporaryFolder();
    const { lock, said } = await take(dir);
    const refused = await take(dir).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(FolderInUse);
    const who = `another run (pid ${process.pid} on ${hostname()}, since 20`;
    expect((refused as Error).message).toContain(`${dir} is in use by ${who}`);
    expect((refused as Error).message).toMatch(/Z\): wait for it with --wait, or choose another folder with --out$/);
    await lock.release();
    expect(await readdir(dir)).toEqual([]);
    expect((await take(dir)).said).toEqual(said);
  });

  it('is one by whatever path the folder is called', async () => {
    const dir = await temporaryFolder();
    await symlink(dir, `${dir}-link`);
    await take(`${dir}-link`);
    await expect(take(dir)).rejects.toBeInstanceOf(FolderInUse);
  });

  it('can be released twice', async () => {
    const { lock } = await take(await temporaryFolder());
    await lock.release();
    await lock.release();
  });

  it('is waited for', async () => {
    const dir = await temporaryFolder();
    const { lock } = await take(dir);
    const second = take(dir, { waitMs: 10_000 });
    setTimeout(() => void lock.release(), 300);
    expect((await second).said).toEqual([
      expect.stringMatching(`^Waiting for another run \\(pid ${process.pid} on .*, which holds ${dir}\\.$`),
    ]);
  });

  it('is not waited for longer than is said, nor when told to stop', async () => {
    const dir = await temporaryFolder();
    await take(dir);
    const start = performance.now();
    await expect(take(dir, { waitMs: 300 })).rejects.toBeInstanceOf(FolderInUse);
    expect(performance.now() - start).toBeGreaterThanOrEqual(300);
    let isStopped = false;
    setTimeout(() => (isStopped = true), 100);
    await expect(take(dir, { waitMs: 60_000, isStopped: () => isStopped })).rejects.toBeInstanceOf(FolderInUse);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('is taken over at once from a process of this machine that is gone', async () => {
    const pid = await deadPid();
    const dir = await heldBy({ pid, host: hostname(), since });
    expect((await take(dir)).said).toEqual([
      `The lock of ${dir} was taken over from another run (pid ${pid} on ${hostname()}, since ${since}): its process is gone.`,
    ]);
    const { pid: now } = JSON.parse(await readFile(join(dir, '.lock/holder.json'), 'utf8')) as { pid: number };
    expect([now, await readdir(dir)]).toEqual([process.pid, ['.lock']]);
  });

  it.each([
    ['of another machine', { pid: 1, host: 'elsewhere.example', since }],
    ['that does not say whose it is', { odd: true }],
    ['whose process id is by now another process', { pid: process.pid, host: hostname(), since }],
  ])('%s is taken over once it gave no sign of life for a minute', async (_, holder) => {
    await expect(take(await heldBy(holder, 50_000))).rejects.toBeInstanceOf(FolderInUse);
    expect((await take(await heldBy(holder, 61_000))).said).toEqual([
      expect.stringMatching(/no sign of life for 61 s/),
    ]);
  });

  it('that was taken under a clock of another century does not hold until then', async () => {
    const dir = await heldBy(
      { pid: 1, host: 'elsewhere.example', since: '2099-01-01T00:00:00.000Z' },
      -73 * 365 * 864e5,
    );
    expect((await take(dir)).said).toEqual([expect.stringMatching(/from the future/)]);
  });

  it('that was being removed when its holder was killed holds nobody up', async () => {
    expect((await take(await heldBy(undefined))).said).toEqual([]);
  });

  it('whose taking over was itself cut off is taken over all the same', async () => {
    const holder = { pid: await deadPid(), host: hostname(), since };
    const dir = await heldBy(holder);
    await mkdir(join(dir, '.lock-takeover'));
    await writeFile(join(dir, '.lock-takeover/holder.json'), JSON.stringify(holder));
    await take(dir);
    expect(await readdir(dir)).toEqual(['.lock']);
  });

  it('of one that is gone goes to exactly one of many who come at once', { timeout: 60_000 }, async () => {
    const dir = await heldBy({ pid: await deadPid(), host: hostname(), since });
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const child = fork(join(import.meta.dirname, 'takeLock.ts'), [dir], { execArgv: ['--import', 'tsx'] });
        onTestFinished(() => void child.kill('SIGKILL'));
        return ((await once(child, 'message')) as [string])[0];
      }),
    );
    expect(outcomes.sort()).toEqual(['refused', 'refused', 'refused', 'refused', 'taken']);
  });
});
