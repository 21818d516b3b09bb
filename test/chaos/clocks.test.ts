import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Baseline } from '../../src/model/baseline.js';
import type { ProviderFile } from '../../src/model/providerFile.js';
import { manifestIn, newFolder, providerIn, ratecard } from '../cli/ratecard.js';
import { localServer } from '../read/localServer.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';
import { answering, recordedMirror } from './recordedMirror.js';

const ids = ['groq', 'openrouter', 'llmgateway', 'venice', 'cloudflare-workers-ai', 'fireworks-ai'];
const some = [...ids.flatMap((id) => ['--provider', id]), '--quiet', '--prices', 'helicone'];
/** The environment of a program whose clock says so. */
const clockOf = (CLOCK: string) => ({ CLOCK, NODE_OPTIONS: `--import=${join(import.meta.dirname, 'setClock.mjs')}` });
const runAt = (clock: string | undefined, out: string, ...args: string[]) =>
  ratecard([...some, '--out', out, ...args], clock === undefined ? {} : { env: clockOf(clock) });
const today = () => new Date().toISOString().slice(0, 10);

/** A provider's models as they were read, without the days at which they were. */
const undated = async (out: string, id: string): Promise<string> => {
  const { models } = await providerIn(out, id);
  return JSON.stringify(models).replaceAll(/"[^"]*@\d{4}-\d\d-\d\d"/g, '"page"');
};
const allUndated = (out: string) => Promise.all(ids.map((id) => undated(out, id)));

describe('a wrong clock', { timeout: 120_000 }, () => {
  let good: string;

  beforeAll(async () => {
    good = await newFolder();
    const mirror = await localServer(recordedMirror());
    expect(await runAt(undefined, good, '--mirror', mirror.url)).toEqual({ code: 0, stdout: '', stderr: '' });
    mirror.stop();
  }, 60_000);
  afterAll(() => rm(good, { recursive: true }));

  const afterGood = async (): Promise<string> => {
    const out = await temporaryFolder();
    await cp(good, out, { recursive: true });
    return out;
  };

  it.each(['1970-01-02', '2099-01-01', '2030-01-01'])(
    'of %s retires no model, makes nothing stale, dates nothing wrongly, and is named',
    async (clock) => {
      const mirror = await localServer(recordedMirror());
      for (const out of [await afterGood(), await temporaryFolder()]) {
        const { code, stderr } = await runAt(clock, out, '--mirror', mirror.url);
        const says = `this machine's clock says ${clock}, the hosts that were asked say ${today()}: set it right`;
        expect([code, stderr]).toEqual([0, `Warning: ${says}.\n`]);
        const manifest = await manifestIn(out);
        expect(manifest.clock).toBe(says);
        for (const id of ids) expect(manifest.providers[id]?.status).toMatch(/^(fresh|unchanged)$/);
        expect(await allUndated(out)).toEqual(await allUndated(good));
        const dates = Object.values(manifest.providers).flatMap(({ fetchedAt, readAt }) => [fetchedAt, readAt]);
        expect(new Set(dates.map((date) => date?.slice(0, 10)))).toEqual(new Set([today()]));
      }
      const { code, stderr } = await runAt(clock, await temporaryFolder(), '--mirror', mirror.url, '--strict');
      expect([code, stderr.split('\n')[1]]).toEqual([
        1,
        expect.stringMatching(/--strict: this machine's clock says/) as string,
      ]);
    },
  );

  it('changes nothing of a run from recordings, and is named', async () => {
    const [right, wrong] = [await temporaryFolder(), await temporaryFolder()];
    expect(await runAt(undefined, right, '--offline')).toMatchObject({ code: 0, stderr: '' });
    const { code, stderr } = await runAt('1970-01-02', wrong, '--offline');
    expect([code, stderr]).toEqual([
      0,
      "Warning: this machine's clock says 1970-01-02, which can not be: set it right.\n",
    ]);
    for (const id of ids) expect(await providerIn(wrong, id)).toEqual(await providerIn(right, id));
  });

  it('that an earlier run had freezes nothing: its dates are mended, and its age begins today', async () => {
    const out = await afterGood();
    const baselinesPath = join(out, 'baselines.json');
    const future = '2099-05-05T00:00:00.000Z';
    const baselines = JSON.parse(await readFile(baselinesPath, 'utf8')) as Record<string, Baseline>;
    const ahead = Object.entries(baselines).map(([id, one]) => [id, { ...one, readAt: future }]);
    await writeFile(baselinesPath, JSON.stringify(Object.fromEntries(ahead)));
    for (const id of ids) {
      const file = await providerIn(out, id);
      const sources = Object.entries(file.sources).map(([name, page]) => [name, { ...page, fetchedAt: future }]);
      const pages = Object.fromEntries(sources) as ProviderFile['sources'];
      const text = JSON.stringify({ ...file, sources: pages });
      await writeFile(join(out, `providers/${id}.json`), text);
    }
    // One of them fails, so its date can't be made anew.
    const mirror = await localServer(recordedMirror({ 'api.venice.ai': answering(404) }));
    expect(await runAt(undefined, out, '--mirror', mirror.url)).toMatchObject({ code: 0 });
    const { providers } = await manifestIn(out);
    expect(providers['venice']?.status).toBe('stale');
    expect(await allUndated(out)).toEqual(await allUndated(good));
    const left = ids.filter((id) => id !== 'venice').map((id) => readFile(join(out, `providers/${id}.json`), 'utf8'));
    expect((await Promise.all(left)).join('')).not.toContain('2099-05');
    const mended = JSON.parse(await readFile(baselinesPath, 'utf8')) as Record<string, Baseline>;
    for (const id of ids) expect([id, mended[id]?.readAt.slice(0, 10)]).toEqual([id, today()]);

    // A week later the lesser endpoint is believed.
    const later = new Date(Date.now() + 8 * 864e5);
    const broken = recordedMirror({ 'api.venice.ai': answering(404) });
    const weekLater = await localServer((request, response) => {
      response.setHeader('date', later.toUTCString());
      broken(request, response);
    });
    const args = ['--mirror', weekLater.url, '--accept-shrink'];
    expect(await runAt(later.toISOString(), out, ...args)).toMatchObject({ code: 0 });
    expect((await manifestIn(out)).providers['venice']).toMatchObject({ status: 'fresh', endpoint: 'catalog' });
  });
});
