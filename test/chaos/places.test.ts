import { execFileSync, spawn } from 'node:child_process';
import { chmod, cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { cleanEnv, ended, newFolder, ratecard, root, start } from '../cli/ratecard.js';
import { localServer } from '../read/localServer.js';
import { filesIn, readText, temporaryFolder } from '../sinks/temporaryFolder.js';
import { tornIn } from './wholeFiles.js';

const few = ['groq', 'chutes', 'cerebras'].flatMap((id) => ['--provider', id]);
const argsTo = (out: string) => ['--offline', '--quiet', '--prices', 'helicone', ...few, '--out', out];
const runInto = (out: string, ...more: string[]) => ratecard([...argsTo(out), ...more]);

/** A folder of its own for each test, as a good run left it. */
let good: string;
beforeAll(async () => {
  good = await newFolder();
  expect(await runInto(good)).toEqual({ code: 0, stdout: '', stderr: '' });
}, 60_000);
afterAll(() => rm(good, { recursive: true }));
const afterGood = async (): Promise<string> => {
  const out = await temporaryFolder();
  await cp(good, out, { recursive: true });
  return out;
};

/** A run into a folder that hangs until it is told to end; settles once it holds the folder. */
async function hangingRun(out: string) {
  const mirror = await localServer(() => undefined);
  const child = start(['--mirror', mirror.url, '--out', out, '--quiet', '--live', ...few]);
  const end = ended(child);
  onTestFinished(() => void child.kill('SIGKILL'));
  await expect.poll(() => mirror.hits.length, { timeout: 30_000 }).toBeGreaterThan(0);
  return { child, end };
}

describe('two runs in one folder', { timeout: 120_000 }, () => {
  it.each([
    ['run', () => []],
    ['download', () => ['download']],
    ['enrich-pricing', () => ['enrich-pricing']],
    ['check --ack', () => ['check', '--ack', 'groq/x', '--because', 'y']],
  ])('%s: the second ends at once, and says in a line who holds it', async (name, command) => {
    const out = await afterGood();
    const { child } = await hangingRun(out);
    const before = await readText(out, 'run.json');
    const args = name === 'check --ack' ? ['--out', out] : ['--offline', '--quiet', '--out', out];
    const { code, stdout, stderr } = await ratecard([...command(), ...args]);
    expect([code, stdout]).toEqual([1, '']);
    const who = `error: ${out} is in use by another run (pid ${child.pid} on ${hostname()}, since `;
    expect([stderr.startsWith(who), stderr.trim().split('\n').length]).toEqual([true, 1]);
    expect(await readText(out, 'run.json')).toBe(before);
  });

  it('one that writes nothing there needs not wait', async () => {
    const out = await afterGood();
    await hangingRun(out);
    expect(await runInto(out, '--dry-run')).toMatchObject({ code: 0 });
    expect(await runInto(out, '--stdout')).toMatchObject({ code: 0, stderr: '' });
  });

  it('with --wait the second waits until the first was broken off, which gives the folder free', async () => {
    const out = await afterGood();
    const { child, end } = await hangingRun(out);
    const second = runInto(out, '--wait');
    setTimeout(() => child.kill('SIGINT'), 1_500);
    expect(await end).toMatchObject({ code: 130 });
    const { code, stderr } = await second;
    expect([code, stderr.split('\n')]).toEqual([
      ...[0, [expect.stringMatching(`^Waiting for another run \\(pid ${child.pid} on .*, which holds ${out}\\.$`), '']],
    ]);
    expect((await readdir(out)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('with --wait and a time it waits so long, and can be broken off', async () => {
    const out = await afterGood();
    const { child } = await hangingRun(out);
    expect(await runInto(out, '--wait', '0.5')).toMatchObject({
      ...{ code: 1, stderr: expect.stringMatching(/^Waiting .*\nerror: .* is in use by another run .*\n$/) as string },
    });
    const waiting = start([...argsTo(out), '--wait']);
    waiting.stderr.once('data', () => waiting.kill('SIGINT'));
    expect(await ended(waiting)).toMatchObject({ code: 130 });
    expect(child.exitCode).toBeNull();
    expect(await readdir(out)).toContain('.lock');
  });

  it('started at once: each succeeds or says who was first, and every file is whole', async () => {
    const out = await afterGood();
    const ends = await Promise.all([1, 2, 3].map(() => runInto(out)));
    for (const { code, stderr } of ends)
      expect([code, stderr]).toEqual(code === 0 ? [0, ''] : [1, expect.stringMatching(/in use by another run/)]);
    expect(ends.some(({ code }) => code === 0)).toBe(true);
    expect(await tornIn(out)).toEqual([]);
    expect((await readdir(out)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('of which the first fails: the folder is free', async () => {
    const out = await afterGood();
    const mirror = await localServer((_, response) => response.writeHead(404).end());
    const empty = await temporaryFolder();
    expect(await ratecard(['--mirror', mirror.url, '--live', '--quiet', ...few, '--out', empty])).toMatchObject({
      code: 1,
    });
    await writeFile(join(out, 'overrides.yaml'), 'nonsense: [');
    expect(await runInto(out)).toMatchObject({ code: 1 });
    for (const dir of [out, empty]) expect((await readdir(dir)).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('an output folder', { timeout: 120_000 }, () => {
  it('behind a link is written through it, and is one folder with what it leads to', async () => {
    const out = await afterGood();
    const link = join(await temporaryFolder(), 'link');
    await symlink(out, link);
    await rm(join(out, 'providers/groq.json'));
    expect(await runInto(link)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(await filesIn(out)).toEqual(await filesIn(good));
    await hangingRun(link);
    expect(await runInto(out)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/in use by another run/) as string,
    });
  });

  it('whose files are links: the links are replaced by files, and what they led to stays as it was', async () => {
    const [out, other] = [await afterGood(), await temporaryFolder()];
    await writeFile(join(other, 'mine.json'), 'mine');
    await rm(join(out, 'run.json'));
    await symlink(join(other, 'mine.json'), join(out, 'run.json'));
    expect(await runInto(out)).toMatchObject({ code: 0 });
    expect(await readFile(join(other, 'mine.json'), 'utf8')).toBe('mine');
    expect(await tornIn(out)).toEqual([]);
  });

  it.each([
    ['a file', async (out: string) => writeFile(out, 'x')],
    ['below a file', async (out: string) => writeFile(join(out, '..'), 'x').catch(() => undefined)],
  ])('that is %s is named with the next step, in a line', async (_, make) => {
    const out = join(await temporaryFolder(), 'out');
    await make(out);
    const at = _ === 'a file' ? out : '/dev/null/out';
    const { code, stdout, stderr } = await runInto(at);
    expect([code, stdout, stderr]).toEqual([
      1,
      '',
      `error: the folder ${at} can't be written (ENOTDIR): choose another one with --out\n`,
    ]);
  });

  it.each(['run.json', 'baselines.json'])(
    'in which a folder has the name of %s: one line, all else whole, and free',
    async (name) => {
      const out = await afterGood();
      await rm(join(out, name));
      await mkdir(join(out, name));
      const { code, stderr } = await runInto(out);
      expect([code, stderr]).toEqual([
        ...[
          1,
          `error: EISDIR: ${join(out, name)}: a folder has the name of a file: move it away, or choose another folder with --out\n`,
        ],
      ]);
      expect(await tornIn(out)).toEqual([]);
      expect((await filesIn(out)).filter((path) => /tmp|lock/.test(path))).toEqual([]);
    },
  );

  it.skipIf(process.getuid?.() === 0)('that is read-only is named with the next step', async () => {
    const out = await afterGood();
    await chmod(out, 0o500);
    onTestFinished(() => chmod(out, 0o700));
    expect(await runInto(out)).toMatchObject({
      ...{ code: 1, stderr: `error: the folder ${out} can't be written (EACCES): choose another one with --out\n` },
    });
  });
});

/** Whether a user may mount here, in a namespace of his own. */
const canMount = ((): boolean => {
  try {
    execFileSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe.skipIf(!canMount)('a file system of its own', { timeout: 120_000 }, () => {
  /** Runs the program into a folder after `mount` has made that one of its own; the shell goes on with `after`. */
  const mounted = async (out: string, mount: string, after = 'true') => {
    const program = `${process.execPath} ${join(root, 'dist/cli/main.js')} ${argsTo('"$OUT"').join(' ')}`;
    const script = `${mount}; ${program}; code=$?; ${after}; exit $code`;
    const child = spawn('unshare', ['-rm', 'sh', '-c', script], { cwd: root, env: cleanEnv({ OUT: out, GOOD: good }) });
    return ended(child);
  };

  it.each([100, 300, 450])('that is full after %d KB: one line, nothing torn, no temporary file', async (room) => {
    const [out, copy] = [await temporaryFolder(), await temporaryFolder()];
    const mount = `mount -t tmpfs -o size=8m tmpfs "$OUT"; cp -R "$GOOD"/. "$OUT"; dd if=/dev/zero of="$OUT/ballast" bs=1k 2>/dev/null; truncate -s -${room}k "$OUT/ballast"`;
    const { code, stderr } = await mounted(out, mount, `rm "$OUT/ballast"; cp -R "$OUT"/. ${copy}`);
    if (code !== 0)
      expect([code, stderr]).toEqual([
        1,
        expect.stringMatching(/^(error: ENOSPC: .*the disk is full: make room.*\n|.*ENOSPC.*\n)$/),
      ]);
    expect(await tornIn(copy)).toEqual([]);
    expect(await filesIn(copy)).toEqual(await filesIn(good));
  });

  it('that is read-only is named with the next step', async () => {
    const out = await afterGood();
    const { code, stderr } = await mounted(out, 'mount --bind "$OUT" "$OUT"; mount -o remount,bind,ro "$OUT"');
    expect([code, stderr]).toEqual([
      1,
      `error: the folder ${out} can't be written (EROFS): choose another one with --out\n`,
    ]);
    expect(await tornIn(out)).toEqual([]);
  });
});
