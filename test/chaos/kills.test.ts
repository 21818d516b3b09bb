import { watch } from 'node:fs';
import { cp, readdir, rm } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ended, newFolder, ratecard, start } from '../cli/ratecard.js';
import { filesIn, readText, temporaryFolder } from '../sinks/temporaryFolder.js';
import { seeded } from './seeded.js';
import { tornIn } from './wholeFiles.js';

// What holds after kill -9 at any moment: every file is whole, the next run succeeds, says that it took the lock over where
// there was one, sweeps the temporary files, and leaves what a run that nobody killed would have left.
const kills = Number(process.env['KILLS'] ?? 30);
const seed = Number(process.env['SEED'] ?? 11);
/** Runs side by side, each into a folder of its own. */
const lanes = 2;

const few = ['groq', 'chutes', 'cerebras', 'xai'].flatMap((id) => ['--provider', id]);
const args = (out: string) => ['--offline', '--quiet', '--prices', 'helicone', ...few, '--out', out];

/** Starts a run and kills it: at a share of a run's time, or so many ms after it first wrote. */
async function killed(out: string, wholeMs: number, random: () => number): Promise<string> {
  const child = start(args(out));
  const end = ended(child);
  const share = random();
  const kill = () => void child.kill('SIGKILL');
  if (random() < 0.4) {
    const timer = setTimeout(kill, share * wholeMs);
    await end;
    clearTimeout(timer);
    return `killed ${Math.round(share * wholeMs)} ms after its start`;
  }
  const seen = watch(out, { recursive: true }, () => {
    seen.close();
    setTimeout(kill, share * 60);
  });
  await end;
  seen.close();
  return `killed ${Math.round(share * 60)} ms after it first wrote`;
}

describe(`kill -9 at ${kills} moments (SEED=${seed})`, { timeout: 60_000 + kills * 10_000 }, () => {
  let good: string;
  let wholeMs = 0;

  beforeAll(async () => {
    good = await newFolder();
    const begun = performance.now();
    expect(await ratecard(args(good))).toEqual({ code: 0, stdout: '', stderr: '' });
    wholeMs = performance.now() - begun;
  });
  afterAll(() => rm(good, { recursive: true }));

  const textsIn = async (out: string) => {
    // What grows with every run is held to be whole, not to be the same.
    const paths = (await filesIn(out)).filter((path) => path !== 'run.json' && path !== 'baselines.json');
    return Promise.all(paths.map(async (path) => [path, await readText(out, path)] as const));
  };

  it('tears no file, and the next run makes everything good', async () => {
    const whole = await textsIn(good);
    const lane = async (number: number): Promise<{ locked: number; temporary: number }> => {
      const random = seeded(seed * lanes + number);
      const out = await temporaryFolder();
      await cp(good, out, { recursive: true });
      const met = { locked: 0, temporary: 0 };
      for (let i = number; i < kills; i += lanes) {
        const how = `kill ${i}, ${await killed(out, wholeMs, random)}`;
        expect([how, await tornIn(out)]).toEqual([how, []]);
        const left = await readdir(out, { recursive: true });
        const isLocked = left.includes('.lock/holder.json');
        const hasTemporary = left.some((path) => path.endsWith('.tmp'));
        met.locked += Number(isLocked);
        met.temporary += Number(hasTemporary);
        const { code, stderr } = await ratecard(args(out));
        expect([how, code, stderr]).toEqual([
          ...[how, 0],
          expect.stringMatching(
            `^${isLocked ? 'The lock of .* was taken over from another run \\(pid \\d+ on .*\\): its process is gone\\.\n' : ''}` +
              `${hasTemporary ? '\\d+ temporary files? of a killed run swept from .*\n' : ''}$`,
          ),
        ]);
        expect([how, await textsIn(out), await tornIn(out)]).toEqual([how, whole, []]);
      }
      return met;
    };
    const met = await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
    const sum = (of: 'locked' | 'temporary') => met.reduce((total, one) => total + one[of], 0);
    console.log(`${kills} kills: ${sum('locked')} left a lock, ${sum('temporary')} a temporary file`);
    expect(sum('locked')).toBeGreaterThan(kills / 10);
  });
});
