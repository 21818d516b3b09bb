import { describe, expect, it } from 'vitest';
import type { DeadLetter } from '../../../src/model/deadLetter.js';
import { localServer } from '../../read/localServer.js';
import { filesIn, readText, temporaryFolder } from '../../sinks/temporaryFolder.js';
import { commandLine, linesOf, manifestIn, providerIn } from '../ratecard.js';

const only = (...ids: string[]) => ids.flatMap((id) => ['--provider', id]);
const download = (...args: string[]) => commandLine(['download', ...args]);

describe('download', { timeout: 60_000 }, () => {
  it.each([
    [[...only('helicone'), '--stdout'], /leave out --stdout/],
    [[...only('helicone'), '--limit', '3'], /leave out --limit/],
    [[...only('groq'), '--prices', '/nope'], /leave out --prices, add --provider helicone/],
    [['--prices', '/nope'], /leave out --prices/],
    [[...only('groq'), '--stdout', 'enriched'], /--stdout raw/],
  ])('is wrong usage with %j', async (args, message) => {
    const out = await temporaryFolder();
    const { code, stdout, stderr } = await download(...args, '--offline', '--out', out);
    expect([code, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(stderr).toMatch(message);
    expect(await filesIn(out)).toEqual([]);
  });

  it('writes what providers state, joined with nothing', async () => {
    const out = await temporaryFolder();
    expect(await download('--offline', ...only('groq'), '--out', out, '--quiet')).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(await filesIn(out)).toEqual(['baselines.json', 'providers/groq.json', 'rejected.jsonl', 'run.json']);
    expect(await manifestIn(out)).toMatchObject({ prices: {}, matches: {}, quarantined: [] });
  });

  it.each(['OpenRouter', 'open router', 'OPENROUTER'])('knows a provider as %j', async (name) => {
    const args = ['--offline', '--stdout', '--limit', '2', '--quiet', ...only(name)];
    const { code, stdout } = await download(...args, '--out', await temporaryFolder());
    expect([code, linesOf(stdout).map(({ provider }) => provider)]).toEqual([0, ['openrouter', 'openrouter']]);
  });
});

describe('download of a price list', { timeout: 60_000 }, () => {
  it.each(['helicone', 'HELICONE', 'Heli cone', 'heli-cone'])('knows it as %j', async (name) => {
    const out = await temporaryFolder();
    const { code, stderr } = await download('--offline', ...only(name), '--concurrency', '10', '--out', out);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^\[Helicone\] Completed \(1\/1 - 100\.0%\), as recorded on 2026-07-29$/m);
    expect(stderr).toContain(`1129 prices of 2026-07-29 (recording) are in ${out}/prices/helicone.json`);
    expect(await filesIn(out)).toEqual(['baselines.json', 'prices/helicone.json', 'rejected.jsonl']);
  });

  it('goes together with providers, which stay as they state themselves', async () => {
    const [alone, mixed] = [await temporaryFolder(), await temporaryFolder()];
    const args = ['--offline', '--quiet', ...only('openai')];
    expect((await download(...args, '--out', alone)).code).toBe(0);
    expect((await download(...args, ...only('helicone'), '--out', mixed)).code).toBe(0);
    expect(await filesIn(mixed)).toEqual([...(await filesIn(alone)), 'prices/helicone.json'].sort());
    expect(await providerIn(mixed, 'openai')).toEqual(await providerIn(alone, 'openai'));
    const { providers, prices, totals, matches } = await manifestIn(mixed);
    expect(Object.keys(providers)).toEqual(['openai']);
    expect(prices).toMatchObject({ helicone: { name: 'Helicone', status: 'recording', rows: 1129, prices: 1129 } });
    expect([totals.prices, totals.sources, matches]).toEqual([
      ...[(await manifestIn(alone)).totals.prices, (await manifestIn(alone)).totals.sources, {}],
    ]);
  });

  it('believes one that lost rows under --accept-shrink', async () => {
    let rows = 10;
    const server = await localServer((_, response) => {
      const row = (i: number) => ({ provider: 'A', model: `m${i}`, operator: 'equals', input_cost_per_1m: 1 });
      response.end(JSON.stringify({ data: Array.from({ length: rows }, (_, i) => row(i)) }));
    });
    const args = [...only('helicone'), '--mirror', server.url, '--out', await temporaryFolder()];
    expect((await download(...args)).stderr).toMatch(/^10 prices are in/m);
    rows = 1;
    const { stderr } = await download(...args);
    expect(stderr).toMatch(/^10 prices of \S+ \(stale\) are in/m);
    expect(stderr).toMatch(/^\[Helicone\] Kept as of .*--accept-shrink/m);
    expect((await download(...args, '--accept-shrink')).stderr).toMatch(/^1 prices are in/m);
  });

  it('keeps the manifest of the last run, and the rows of the last list where the new one fails', async () => {
    const out = await temporaryFolder();
    expect((await download('--offline', ...only('groq'), '--out', out)).code).toBe(0);
    const before = await manifestIn(out);
    let status = 200;
    const row = { provider: 'A', model: 'm', operator: 'equals', input_cost_per_1m: 1 };
    const server = await localServer((_, response) => response.writeHead(status).end(JSON.stringify({ data: [row] })));
    const args = [...only('helicone'), '--mirror', server.url, '--live', '--out', out];
    expect((await download(...args)).stderr).toMatch(/^1 prices are in/m);
    status = 404;
    expect((await download(...args)).stderr).toMatch(/^1 prices of \S+ \(stale\) are in/m);
    expect(await manifestIn(out)).toEqual(before);
  });

  it('is counted like any source in a run, rows that cannot be read as dead letters', async () => {
    const row = { provider: 'A', model: 'm', operator: 'equals', input_cost_per_1m: 1 };
    const server = await localServer((_, response) =>
      response.end(JSON.stringify({ data: [row, { ...row, model: null }] })),
    );
    const out = await temporaryFolder();
    const args = ['--mirror', server.url, '--live', '--quiet', '--out', out];
    await commandLine([...args, ...only('groq')]);
    const { prices } = await manifestIn(out);
    expect(prices['helicone']).toMatchObject({ status: 'fresh', rows: 2, prices: 1, rejected: 1, skipped: 0 });
    expect(linesOf<DeadLetter>(await readText(out, 'rejected.jsonl'))).toMatchObject([
      { source: 'helicone', kind: 'prices', stage: 'validate', path: 'model', row: { ...row, model: null } },
    ]);
  });

  it('fails under --strict where a recording stands in, and without --strict says so', async () => {
    const broken = await localServer((_, response) => response.writeHead(404).end());
    const args = [...only('helicone'), '--mirror', broken.url, '--out', await temporaryFolder()];
    expect(await download(...args)).toMatchObject({ code: 0, stderr: expect.stringContaining('404') as string });
    const { code, stderr } = await download(...args, '--strict');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^\[Helicone\] .*404/m);
    expect(stderr).toMatch(/^error: --strict: 1 failed: helicone \(.*404.*\)$/m);
    expect(await download(...args, '--live', '--out', await temporaryFolder())).toMatchObject({
      ...{ code: 1, stderr: expect.stringMatching(/^error: no price list could be read/m) as string },
    });
  });
});
