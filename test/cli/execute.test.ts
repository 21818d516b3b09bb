import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Subject } from 'rxjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNetworks } from '../../src/read/networks.js';
import { recordingsDir } from '../../src/read/recordingsDir.js';
import { run } from '../../src/run.js';
import type { Run } from '../../src/model/run.js';
import { localServer } from '../read/localServer.js';
import { page } from '../docs/pages.js';
import { filesIn, readText, temporaryFolder } from '../sinks/temporaryFolder.js';
import { after } from '../builders.js';
import { commandLine, type Ended, linesOf, manifestIn, newFolder, providerIn, ratecard } from './ratecard.js';

const only = (...ids: string[]) => ids.flatMap((id) => ['--provider', id]);

describe('an offline run of everything', () => {
  let home: string;
  let out: string;
  let ran: Ended;
  let manifest: Run;

  beforeAll(async () => {
    home = await newFolder();
    out = join(home, 'data');
    ran = await ratecard(['--offline', '--concurrency', '10'], { cwd: home });
    manifest = await manifestIn(out);
  }, 120_000);
  afterAll(() => rm(home, { recursive: true }));

  it('ends well, with nothing on stdout', () => expect([ran.code, ran.stdout]).toEqual([0, '']));

  it('says of each source, price lists included, that it is done', () => {
    const total = Object.keys(manifest.providers).length + Object.keys(manifest.prices).length;
    const done =
      ran.stderr.match(
        new RegExp(`^\\[.+\\] Completed \\(\\d+/${total} - \\d+\\.\\d%\\), as recorded on \\d{4}-\\d\\d-\\d\\d$`, 'gm'),
      ) ?? [];
    expect(done).toHaveLength(total);
    const names = ['OpenRouter', 'Helicone'].map((name) => done.filter((line) => line.startsWith(`[${name}]`)).length);
    expect(names).toEqual([1, 2]); // Helicone is a price list and a provider.
  });

  it('says how far it is every ten sources, with those that run side by side', () => {
    const form = /^Progress: \d+0\/\d+ \(\d+\.\d%\) - (\d+) running - Elapsed: \d+\.\ds - ETA: \d+\.\ds$/gm;
    const running = [...ran.stderr.matchAll(form)].map(([, count]) => Number(count));
    const { providers, prices } = manifest;
    const total = Object.keys(providers).length + Object.keys(prices).length;
    expect(running).toHaveLength(Math.floor((total - 1) / 10));
    // Ten are read at a time, and as many again are joined and written; those that wait for the lists come on top.
    expect(running.filter((count) => count < 5)).toEqual([]);
    expect(running.at(-1)).toBeLessThanOrEqual(20);
  });

  it('reads all from recordings, none of it at fault, and says how long each took', () => {
    const all = [...Object.values(manifest.providers), ...Object.values(manifest.prices)];
    expect(new Set(all.map(({ status, error }) => `${status} ${error ?? ''}`))).toEqual(new Set(['recording ']));
    expect(all.filter(({ ms }) => ms > 0).length).toBeGreaterThan(all.length / 2);
    expect(manifest.prices['helicone']).toMatchObject({
      ...{ name: 'Helicone', endpoint: 'api', via: 'recording', prices: 1129, rows: 1129, rejected: 0 },
    });
  });

  it('writes the same files whatever the concurrency', async () => {
    const other = await temporaryFolder();
    const networks = openNetworks({ mode: 'offline', env: {}, recordingsDir });
    await run({ networks, out: other, concurrency: 2 });
    const written = (await filesIn(out)).filter((path) => path !== 'run.json');
    expect((await filesIn(other)).filter((path) => path !== 'run.json')).toEqual(written);
    const differing = [];
    for (const path of written) if ((await readText(out, path)) !== (await readText(other, path))) differing.push(path);
    expect(differing).toEqual([]);
    expect((await manifestIn(other)).files).toEqual(manifest.files);
    expect(Object.keys(manifest.files).sort()).toEqual(written);
  }, 60_000);

  it('lets the third strategy decide as often as docs/evaluation.md says', async () => {
    const [, exact, contains, similar] =
      /\*exact\* decides (\d+), \*contains\* (\d+) and \*similar\* (\w+)/.exec(page('docs/evaluation.md')) ?? [];
    const [, model] = /\*model\* decides (\d+)/.exec(page('docs/evaluation.md')) ?? [];
    expect([Number(exact), Number(contains), similar, Number(model)]).toEqual([
      ...[manifest.matches['exact'], manifest.matches['contains'], 'none', manifest.matches['model']],
    ]);
    const files = await Promise.all(
      Object.keys(manifest.providers).map((id) => providerIn(out, id, 'providers-enriched')),
    );
    const strategies = files.flatMap(({ models }) => models.flatMap(({ pricing }) => pricing.match?.strategy ?? []));
    expect(new Set(strategies)).toEqual(new Set(['exact', 'contains', 'model']));
  });

  it('leaves an earlier run alone when it writes to stdout, as many lines as models', async () => {
    const before = await filesIn(home);
    const textsOf = async () => Promise.all(before.map((path) => readText(home, path)));
    const texts = await textsOf();
    const { code, stdout } = await ratecard(['--offline', '--stdout'], { cwd: home });
    expect(code).toBe(0);
    expect(await filesIn(home)).toEqual(before);
    expect((await textsOf()).map((text, i) => text === texts[i])).toEqual(texts.map(() => true));

    const lines = linesOf(stdout);
    expect(lines).toHaveLength(manifest.totals.models);
    const counts: Record<string, number> = {};
    for (const { pricing } of lines) counts[pricing.status] = (counts[pricing.status] ?? 0) + 1;
    expect(counts).toEqual(manifest.totals.prices);
  }, 60_000);
});

describe('a run', { timeout: 60_000 }, () => {
  it('falls back to recordings without a network, says so once, and gives their dates', async () => {
    const out = await temporaryFolder();
    const nowhere = { HTTPS_PROXY: 'http://127.0.0.1:9', NO_PROXY: '' };
    const some = only('openrouter', 'vercel', 'groq', 'venice', 'chutes');
    const { code, stderr } = await commandLine(['--out', out, ...some], { env: nowhere });
    expect(code).toBe(0);
    expect(stderr.match(/There is no network/g)).toHaveLength(1);
    expect(stderr).not.toContain('ECONNREFUSED');
    expect(stderr).toMatch(/^5 providers: 5 from recordings of 2026-\d\d-\d\d to 2026-08-31\.$/m);
  });

  it('refuses a folder that it cannot write, before anything else', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    for (const out of [join(file, 'out'), file, '/proc/out']) {
      const { code, stdout, stderr } = await commandLine(['--offline', '--out', out]);
      expect([out, code, stdout, stderr.trim().split('\n').length]).toEqual([out, 1, '', 1]);
      expect(stderr).toContain('--out');
    }
  });

  it('needs no folder for lines on stdout', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    for (const out of [file, '/proc/out']) {
      const { code, stdout } = await commandLine(['--offline', '--stdout', ...only('groq'), '--out', out]);
      expect([out, code, linesOf(stdout).length]).toEqual([out, 0, 17]);
    }
  });

  it('writes nothing in a dry run, and says what it would have done', async () => {
    const out = await temporaryFolder();
    const { code, stderr } = await commandLine(['--offline', '--dry-run', ...only('groq'), '--out', out]);
    expect([code, await readdir(out)]).toEqual([0, []]);
    expect(stderr).toContain('1 provider: 1 from a recording of 2026-08-31 (groq).\n');
    expect(stderr).not.toMatch(/Helicone|LiteLLM/);
    expect(stderr).toContain('Nothing was written (--dry-run).');
  });

  it('is silent under --quiet', async () => {
    const args = ['--offline', '--quiet', ...only('groq'), '--out', await temporaryFolder()];
    expect(await commandLine(args)).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('refuses to cut files short, and cuts lines short', async () => {
    const out = await temporaryFolder();
    await mkdir(join(out, 'providers'));
    await writeFile(join(out, 'providers', 'groq.json'), '{}');
    const args = ['--offline', '--limit', '2', ...only('groq'), '--out', out];
    expect(await commandLine(args)).toMatchObject({ code: 2, stderr: expect.stringContaining('--limit') as string });
    const { code, stdout } = await commandLine([...args, '--stdout']);
    expect([code, linesOf(stdout).length]).toEqual([0, 2]);
  });

  it('exits 1 under --strict when a provider failed, and when none could be read', async () => {
    const out = await temporaryFolder();
    const broken = await localServer((_, response) => response.writeHead(404).end());
    const args = ['--mirror', broken.url, ...only('groq'), '--out', out, '--quiet'];
    expect((await commandLine(args)).code).toBe(0);
    expect(await commandLine([...args, '--strict'])).toMatchObject({
      ...{ code: 1, stderr: expect.stringMatching(/^error: --strict: .*groq/) as string },
    });
    expect(await commandLine([...args, '--live', '--out', await temporaryFolder()])).toMatchObject({
      ...{ code: 1, stderr: expect.stringMatching(/^error: no provider could be read/) as string },
    });
  });

  it('exits 1 under --strict when the price list failed, and prices nothing by it', async () => {
    const body = { data: [{ id: 'a/b', pricing: { prompt: '0.000001', completion: '0.000002' } }, { id: 'a/c' }] };
    const server = await localServer((request, response) =>
      response.writeHead(request.url?.includes('openrouter') ? 200 : 404).end(JSON.stringify(body)),
    );
    const out = await temporaryFolder();
    const args = ['--live', '--mirror', server.url, '--prices', 'helicone', ...only('openrouter'), '--out', out];
    expect(await commandLine([...args, '--strict', '--quiet'])).toMatchObject({
      ...{ code: 1, stderr: expect.stringMatching(/^error: --strict: 1 failed: helicone/) as string },
    });
    const { models } = await providerIn(out, 'openrouter', 'providers-enriched');
    expect(models.map(({ pricing }) => [pricing.status, pricing.issues.map(({ code }) => code)])).toEqual([
      ['priced', []],
      ['unknown', ['not-priced']],
    ]);
    const { prices } = await manifestIn(out);
    expect(prices['helicone']).toMatchObject({
      ...{ status: 'failed', prices: 0, faults: [{ endpoint: 'api', request: null, kind: 'http', httpStatus: 404 }] },
    });
    expect(await filesIn(out)).not.toContain('prices/helicone.json');
  });

  it('never shows a key', async () => {
    const out = await temporaryFolder();
    const key = 'sk-very-secret-4711';
    const echo = await localServer((request, response) => response.writeHead(401).end(JSON.stringify(request.headers)));
    const { stdout, stderr } = await commandLine(['--mirror', echo.url, ...only('groq'), '--out', out], {
      env: { GROQ_API_KEY: key },
    });
    expect(echo.headers.some(({ authorization }) => authorization === `Bearer ${key}`)).toBe(true);
    const written = await Promise.all((await filesIn(out)).map((path) => readText(out, path)));
    expect(written.length).toBeGreaterThan(0);
    expect([stdout, stderr, ...written].filter((text) => text.includes(key))).toEqual([]);
  });

  it('keeps a provider whose list lost more than 30 % of its rows, until told that it is right', async () => {
    const out = await temporaryFolder();
    let rows = 10;
    const server = await localServer((request, response) => {
      const row = (i: number) => ({ id: `a/${i}`, pricing: { prompt: '0.000001', completion: '0.000002' } });
      const body = { data: Array.from({ length: rows }, (_, i) => row(i)) };
      response.writeHead(request.url?.includes('openrouter') ? 200 : 404).end(JSON.stringify(body));
    });
    const args = ['--mirror', server.url, ...only('openrouter'), '--out', out, '--quiet'];
    const openrouter = async (...more: string[]) => {
      expect((await commandLine([...args, ...more])).code).toBe(0);
      return (await manifestIn(out)).providers['openrouter'];
    };
    expect(await openrouter()).toMatchObject({ status: 'fresh', models: 10 });
    rows = 6;
    expect(await openrouter()).toMatchObject({
      ...{ status: 'stale', models: 10, error: expect.stringContaining('--accept-shrink') as string },
    });
    expect(await openrouter('--accept-shrink')).toMatchObject({
      ...{ status: 'fresh', models: 6, drift: { rows: { was: 10, is: 6 } } },
    });
  });

  it('that is broken off leaves what was whole, says so, and exits 130', async () => {
    const out = await temporaryFolder();
    await cp(join(import.meta.dirname, '../../package.json'), join(out, 'run.json'));
    const before = await readFile(join(out, 'run.json'), 'utf8');
    const stop = new Subject<void>();
    const isWritten = async (): Promise<void> => {
      while (!(await filesIn(out)).includes('providers/groq.json')) await after(5);
    };
    const server = await localServer((request, response) => {
      if (request.url?.includes('sambanova')) void isWritten().then(() => stop.next());
      else response.writeHead(404).end();
    });
    const args = ['download', '--mirror', server.url, '--concurrency', '1', ...only('groq', 'sambanova')];
    const { code, stdout, stderr } = await commandLine([...args, '--out', out], { stop });
    expect([code, stdout]).toEqual([130, '']);
    expect(stderr.split('\n').slice(-3)).toEqual([
      ...['', `Interrupted: 1 file was written to ${out}, the manifest is that of the last whole run.`, ''],
    ]);
    expect(await filesIn(out)).toEqual(['providers/groq.json', 'run.json']);
    expect(await readFile(join(out, 'run.json'), 'utf8')).toBe(before);
  });
});
