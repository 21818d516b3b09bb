import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { NEVER } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { download } from '../../src/cli/download.js';
import type { Options } from '../../src/cli/options.js';
import { localServer } from '../fetch/localServer.js';
import { filesIn, temporaryFolder } from '../sinks/temporaryFolder.js';

async function ran(options: Options): Promise<{ code: number; stderr: string }> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const surroundings = { stdin, stdout, stderr, env: {}, stop: NEVER, isStopped: () => false };
  const code = await download.run(options, surroundings);
  return { code, stderr: await text(stderr.end()) };
}

describe('download', () => {
  it.each<[Options, RegExp]>([
    [{ provider: ['helicone'], stdout: true }, /leave out --stdout/],
    [{ provider: ['helicone'], limit: 3 }, /leave out --limit/],
    [{ provider: ['groq', 'Heli cone'] }, /--provider Helicone fetches the price list alone/],
    [{ provider: ['groq'], prices: '/nope' }, /leave out --prices/],
    [{ provider: ['groq'], stdout: 'enriched' }, /--stdout raw/],
  ])('is wrong usage with %j', async (options, message) => {
    const out = await temporaryFolder();
    await expect(ran({ ...options, out, offline: true })).rejects.toMatchObject({
      ...{ exitCode: 2, message: expect.stringMatching(message) as string },
    });
    expect(await filesIn(out)).toEqual([]);
  });

  it.each(['helicone', 'HELICONE', 'Heli cone', 'heli-cone'])('knows the price list as %j', async (name) => {
    const out = await temporaryFolder();
    expect(await ran({ provider: [name], out, offline: true, concurrency: 10 })).toMatchObject({ code: 0 });
    expect(await filesIn(out)).toEqual(['prices/helicone.json']);
  });

  it('believes a price list that lost rows under --accept-shrink', async () => {
    let rows = 10;
    const server = await localServer((_, response) => {
      const row = (i: number) => ({ provider: 'A', model: `m${i}`, operator: 'equals', input_cost_per_1m: 1 });
      response.end(JSON.stringify({ data: Array.from({ length: rows }, (_, i) => row(i)) }));
    });
    const options = { provider: ['helicone'], out: await temporaryFolder(), mirror: server.url };
    expect((await ran(options)).stderr).toMatch(/^10 prices/);
    rows = 1;
    expect((await ran(options)).stderr).toMatch(/^10 prices .*--accept-shrink/);
    expect((await ran({ ...options, acceptShrink: true })).stderr).toMatch(/^1 prices/);
  });

  it('fails under --strict where a recording of the price list stands in', async () => {
    const broken = await localServer((_, response) => response.writeHead(404).end());
    const options = { provider: ['helicone'], out: await temporaryFolder(), mirror: broken.url };
    expect(await ran(options)).toMatchObject({ code: 0, stderr: expect.stringContaining('404') as string });
    await expect(ran({ ...options, strict: true })).rejects.toMatchObject({
      ...{ exitCode: 1, message: expect.stringMatching(/^--strict: Helicone: .*404/) as string },
    });
  });
});
