import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportData } from '../../../src/report/reportData.js';
import { commandLine, manifestIn, providerIn } from '../ratecard.js';

describe('report', () => {
  let out = '';
  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'ratecard-'));
  });
  afterAll(() => rm(out, { recursive: true }));

  const dataIn = async (path: string): Promise<ReportData> => {
    const [, packed = ''] = /id="data">([^<]*)</.exec(await readFile(path, 'utf8')) ?? [];
    return JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString()) as ReportData;
  };

  it('is written by a run that is asked for it, with what the run wrote', async () => {
    const done = await commandLine(['--offline', '--provider', 'groq', '--report', '--out', out]);
    expect(done.code).toBe(0);
    expect(done.stderr).toMatch(/\nWritten: the page to .*report\.html \(\d+ KB\)\.\n$/);
    const [data, run, file] = [
      await dataIn(join(out, 'report.html')),
      await manifestIn(out),
      await providerIn(out, 'groq', 'providers-enriched'),
    ];
    expect(data.run?.startedAt).toBe(run.startedAt);
    expect(data.providers.map(({ id, offers }) => [id, offers.length])).toEqual([['groq', file.models.length]]);
    expect(data.run?.quarantined).toEqual(run.quarantined);
    expect(Object.keys(data.steps).length).toBeGreaterThan(0);
  });

  it('is written by a run in which something failed, too, whatever --strict makes of that', async () => {
    const strict = join(out, 'strict');
    const nobody = ['--mirror', 'http://127.0.0.1:9', '--timeout', '1'];
    const done = await commandLine([...nobody, '--provider', 'groq', '--report', '--strict', '--out', strict]);
    expect(done.code).toBe(1);
    expect(done.stderr).toMatch(/\nWritten: the page to .*\nerror: --strict: \d+ failed: /);
    expect((await dataIn(join(strict, 'report.html'))).providers.map(({ id }) => id)).toEqual(['groq']);
  });

  it('is made of what stands in the folder, and a site around it', async () => {
    const site = join(out, 'site');
    const done = await commandLine(['report', '--out', out, '--site', site]);
    expect([done.code, done.stdout]).toEqual([0, '']);
    expect(done.stderr).toMatch(/^Written: the page to .*\nWritten: a site of \d+ files to .*site\.\n$/);
    const names = await readdir(site);
    expect(names).toEqual(
      expect.arrayContaining(['index.html', 'models', 'exports', 'schemas', 'run.json', 'models.json']),
    );
    expect(await readFile(join(site, 'index.html'), 'utf8')).toBe(await readFile(join(out, 'report.html'), 'utf8'));
    expect(await readdir(join(site, 'schemas'))).toEqual(await readdir('data/schemas'));
  });

  it('says nothing where it is asked to be quiet', async () => {
    expect(await commandLine(['report', '--quiet', '--out', out])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('does not go with a run that writes nothing', async () => {
    const done = await commandLine(['--offline', '--report', '--dry-run', '--out', out]);
    expect(done).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: --report is made of the files that a run writes: leave out --dry-run and --stdout\n',
    });
  });

  it('says where a site can not be written', async () => {
    const done = await commandLine(['report', '--quiet', '--out', out, '--site', join(out, 'run.json')]);
    expect([done.code, done.stderr]).toEqual([
      1,
      expect.stringMatching(/can't be written \(ENOTDIR\): choose another folder with --site\n$/),
    ]);
  });
});
