import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/model/model.js';
import type { Run } from '../../src/model/run.js';
import { localServer } from '../fetch/localServer.js';
import { readme } from '../readme.js';
import { ended, newFolder, ratecard, start } from './ratecard.js';

const modelLines = (text: string): Model[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Model);

describe('ratecard', { timeout: 120_000 }, () => {
  it('writes the same files from the same recordings, whatever the concurrency, and as many lines as models', async () => {
    const [a, b] = [await newFolder(), await newFolder()];
    const [first, second] = await Promise.all([
      ratecard(['--offline', '--out', a, '--concurrency', '10']),
      ratecard(['run', '--offline', '--out', b, '--concurrency', '2', '--quiet']),
    ]);
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(first.stderr).toMatch(/Progress: 10\/\d+ \(\d+\.\d%\) - \d+ running - Elapsed: \d+\.\ds - ETA: \d+\.\ds/);
    const shown = readme().match(/^│ (?!…).*│$/gm) ?? [];
    expect(shown.filter((line) => !first.stderr.includes(line))).toEqual([]);
    expect(shown.length).toBeGreaterThan(10);
    expect(first.stderr).toMatch(/^\[OpenRouter\] Completed \(\d+\/\d+ - \d+\.\d%\)$/m);
    expect([first.stdout, second.stdout]).toEqual(['', '']);
    expect(second.stderr).toBe('');

    for (const folder of ['providers', 'providers-enriched']) {
      const names = await readdir(join(a, folder));
      expect(await readdir(join(b, folder))).toEqual(names);
      for (const name of names) {
        const read = (out: string) => readFile(join(out, folder, name), 'utf8');
        expect([name, (await read(b)) === (await read(a))]).toEqual([name, true]);
      }
    }
    expect(await readFile(join(b, 'rejected.jsonl'), 'utf8')).toBe(await readFile(join(a, 'rejected.jsonl'), 'utf8'));

    const { totals, providers } = JSON.parse(await readFile(join(a, 'run.json'), 'utf8')) as Run;
    expect(Object.values(providers).filter(({ status }) => status !== 'recording')).toEqual([]);
    const lines = modelLines((await ratecard(['--offline', '--stdout', '--out', b])).stdout);
    expect(lines).toHaveLength(totals.models);
  });

  it('falls back to recordings without a network, says so once, and gives their dates', async () => {
    const out = await newFolder();
    const nowhere = { HTTPS_PROXY: 'http://127.0.0.1:9', NO_PROXY: '' };
    const some = ['openrouter', 'vercel', 'groq', 'venice', 'chutes'].flatMap((id) => ['--provider', id]);
    const { code, stderr } = await ratecard(['--out', out, ...some], { env: nowhere });
    expect(code).toBe(0);
    expect(stderr.match(/There is no network/g)).toHaveLength(1);
    expect(stderr).not.toContain('ECONNREFUSED');
    expect(stderr).toMatch(/│ 2026-08-01 +│ .*openrouter/);
  });

  it('stops quietly when the reader of stdout has enough', async () => {
    const child = start(['--offline', '--stdout', '--quiet', '--out', await newFolder()]);
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await ended(child)).toMatchObject({ code: 0, stderr: '' });
  });

  it('aborts on Ctrl-C, leaves no temporary file, and exits 130', async () => {
    const out = await newFolder();
    const silent = await localServer(() => undefined);
    const child = start(['--mirror', silent.url, '--out', out, '--quiet']);
    await expect.poll(() => silent.hits.length, { timeout: 60_000 }).toBeGreaterThan(0);
    child.kill('SIGINT');
    expect(await ended(child)).toMatchObject({ code: 130, stderr: '' });
    expect(await readdir(out, { recursive: true })).toEqual([]);
  });

  it.each([
    [['--concurrency', '0'], /--concurrency.*whole number from 1 to 64/],
    [['--concurrency', '-3'], /--concurrency.*whole number from 1 to 64/],
    [['--concurrency', 'abc'], /--concurrency.*whole number from 1 to 64/],
    [['--concurrency', '1e9'], /--concurrency.*whole number from 1 to 64/],
    [['--timeout', 'x'], /--timeout.*number of seconds/],
    [['--provider', 'opnai'], /no provider "opnai".*openai/i],
    [['--concurency', '3'], /unknown option '--concurency'.*--concurrency/],
    [['--offline', '--live'], /exclude each other/],
    [['--mirror', 'ftp://x'], /--mirror.*web address/],
    [['--mirror', 'http://me:secret@localhost'], /--mirror.*without a name and password/],
    [['--prices', 'https://me:secret@x.example/list.json'], /--prices.*without a name and password/],
    [['help', 'nosuch'], /no command "nosuch"/],
    [['dwnload'], /no command "dwnload".*download/],
  ])('%j is wrong usage: one line, exit 2, nothing written', async (args, message) => {
    const out = join(await newFolder(), 'out');
    const { code, stdout, stderr } = await ratecard([...args, '--out', out]);
    expect([code, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(stderr).toMatch(message);
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });

  it('refuses a folder that it cannot write, before anything else', async () => {
    const file = join(await newFolder(), 'file');
    await writeFile(file, '');
    for (const out of [join(file, 'out'), file, '/proc/out']) {
      const { code, stderr } = await ratecard(['--offline', '--out', out]);
      expect([out, code, stderr.trim().split('\n').length]).toEqual([out, 1, 1]);
      expect(stderr).toContain('--out');
    }
  });

  it.each(['OpenRouter', 'open router', 'OPENROUTER'])('knows a provider as %j', async (name) => {
    const { code, stdout } = await ratecard([
      'download',
      '--offline',
      '--stdout',
      '--limit',
      '2',
      '--quiet',
      '--provider',
      name,
      '--out',
      await newFolder(),
    ]);
    expect([code, modelLines(stdout).map(({ provider }) => provider)]).toEqual([0, ['openrouter', 'openrouter']]);
  });

  it('downloads, then enriches what was downloaded, to the same files as one run', async () => {
    const [once, twice] = [await newFolder(), await newFolder()];
    const groq = ['--offline', '--provider', 'groq', '--quiet'];
    expect((await ratecard([...groq, '--out', once])).code).toBe(0);
    expect((await ratecard(['download', ...groq, '--out', twice])).code).toBe(0);
    expect(await readdir(twice)).not.toContain('providers-enriched');
    expect((await ratecard(['enrich-pricing', '--offline', '--quiet', '--out', twice])).code).toBe(0);
    for (const folder of ['providers', 'providers-enriched']) {
      expect(await readFile(join(twice, folder, 'groq.json'), 'utf8')).toBe(
        await readFile(join(once, folder, 'groq.json'), 'utf8'),
      );
    }
  });

  it('filters JSON lines: as many out as in, in order, unknown fields kept', async () => {
    const records = [
      { id: 'gpt-4o', provider: 'openai', name: null, cost: { input: null, output: null }, mine: { deep: [1] } },
      { id: 'no-such-model', provider: 'openai', name: 'x', cost: { input: null, output: null } },
      { id: 'x', provider: 'nobody', cost: { input: 0.5, output: 1 } },
    ];
    const input = records.map((record) => JSON.stringify(record)).join('\n');
    const { code, stdout } = await ratecard(['enrich-pricing', '--stdin', '--offline'], { input });
    const out = modelLines(stdout);
    expect(code).toBe(0);
    expect(out.map(({ id }) => id)).toEqual(records.map(({ id }) => id));
    expect(out[0]).toMatchObject({
      cost: { input: 0.0025, output: 0.01 },
      pricing: { match: { provider: 'OPENAI', model: 'gpt-4o' } },
      mine: { deep: [1] },
    });
    expect(out[1]?.pricing).toMatchObject({ status: 'unknown', match: null });
    expect(out[2]).toEqual(records[2]);
  });

  it('writes nothing in a dry run', async () => {
    const out = await newFolder();
    expect((await ratecard(['--offline', '--dry-run', '--provider', 'groq', '--out', out])).code).toBe(0);
    expect(await readdir(out)).toEqual([]);
  });

  it('fetches the price list alone', async () => {
    const out = await newFolder();
    expect((await ratecard(['download', '--offline', '--provider', 'Helicone', '--out', out])).code).toBe(0);
    expect(await readdir(out, { recursive: true })).toEqual(['prices', join('prices', 'helicone.json')]);
  });

  it('exits 1 under --strict when a provider failed', async () => {
    const out = await newFolder();
    const broken = await localServer((_, response) => response.writeHead(404).end());
    const args = ['--mirror', broken.url, '--provider', 'groq', '--out', out, '--quiet'];
    expect((await ratecard(args)).code).toBe(0);
    expect(await ratecard([...args, '--strict'])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^error: --strict: .*groq/) as string,
    });
    expect(await ratecard([...args, '--live', '--out', await newFolder()])).toMatchObject({ code: 1 });
  });

  it('exits 1 under --strict when the price list failed', async () => {
    const body = { data: [{ id: 'a/b', pricing: { prompt: '0.000001', completion: '0.000002' } }] };
    const server = await localServer((request, response) =>
      response.writeHead(request.url?.includes('openrouter') ? 200 : 404).end(JSON.stringify(body)),
    );
    const out = await newFolder();
    const args = ['--live', '--mirror', server.url, '--provider', 'openrouter', '--out', out];
    expect(await ratecard([...args, '--strict', '--quiet'])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^error: --strict: .*the price list/) as string,
    });
    const { models } = JSON.parse(await readFile(join(out, 'providers-enriched', 'openrouter.json'), 'utf8')) as {
      models: Model[];
    };
    expect(models.map(({ pricing }) => pricing.issues)).toEqual([[]]);
  });

  it('never shows a key', async () => {
    const out = await newFolder();
    const key = 'sk-very-secret-4711';
    const echo = await localServer((request, response) => response.writeHead(401).end(JSON.stringify(request.headers)));
    const { stdout, stderr } = await ratecard(['--mirror', echo.url, '--provider', 'groq', '--out', out], {
      env: { GROQ_API_KEY: key },
    });
    expect(echo.headers.some(({ authorization }) => authorization === `Bearer ${key}`)).toBe(true);
    const files = await readdir(out, { recursive: true, withFileTypes: true });
    const written = await Promise.all(
      files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'utf8')),
    );
    expect(written.length).toBeGreaterThan(0);
    expect([stdout, stderr, ...written].filter((text) => text.includes(key))).toEqual([]);
  });

  it('lists the sources', async () => {
    const { code, stdout } = await ratecard(['sources', '--json', '--out', await newFolder()], {
      env: { GROQ_API_KEY: 'x' },
    });
    const rows = JSON.parse(stdout) as { id: string }[];
    expect(code).toBe(0);
    expect(rows.find(({ id }) => id === 'groq')).toMatchObject({
      key: 'GROQ_API_KEY',
      keyPresent: true,
      evidence: 'recorded',
      lastOutcome: null,
    });
  });

  it('explains a price', async () => {
    const { code, stdout } = await ratecard([
      'explain',
      'claude 3.5 haiku',
      '--provider',
      'anthropic',
      '--offline',
      '--json',
      '--out',
      await newFolder(),
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ match: { model: 'claude-3-5-haiku-20241022' } });
  });

  it('keeps a provider whose list lost more than 30 % of its rows, until told that it is right', async () => {
    const out = await newFolder();
    let rows = 10;
    const server = await localServer((request, response) => {
      const body = {
        data: Array.from({ length: rows }, (_, i) => ({
          id: `a/${i}`,
          pricing: { prompt: '0.000001', completion: '0.000002' },
        })),
      };
      response.writeHead(request.url?.includes('openrouter') ? 200 : 404).end(JSON.stringify(body));
    });
    const args = ['--mirror', server.url, '--provider', 'openrouter', '--out', out, '--quiet'];
    const openrouter = async (...more: string[]) => {
      expect((await ratecard([...args, ...more])).code).toBe(0);
      return (JSON.parse(await readFile(join(out, 'run.json'), 'utf8')) as Run).providers['openrouter'];
    };
    expect(await openrouter()).toMatchObject({ status: 'fresh', models: 10 });
    rows = 6;
    expect(await openrouter()).toMatchObject({
      status: 'stale',
      models: 10,
      error: expect.stringContaining('--accept-shrink') as string,
    });
    expect(await openrouter('--accept-shrink')).toMatchObject({
      status: 'fresh',
      models: 6,
      drift: { rows: { was: 10, is: 6 } },
    });
  });

  it('refuses to cut files short', async () => {
    const out = await newFolder();
    await mkdir(join(out, 'providers'));
    await writeFile(join(out, 'providers', 'groq.json'), '{}');
    expect(await ratecard(['--offline', '--limit', '1', '--out', out])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--limit') as string,
    });
  });
});
