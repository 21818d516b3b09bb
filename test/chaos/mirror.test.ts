import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/model/run.js';
import { newFolder, ratecard } from '../cli/ratecard.js';
import { localServer } from '../fetch/localServer.js';
import { type Fault, recordedMirror } from './recordedMirror.js';

/** Answers with each fault once, then as recorded. */
const first = (times: number, fault: Fault): Fault => {
  let left = times;
  return (...args) => left-- > 0 && fault(...args);
};
const status =
  (code: number, headers: Record<string, string> = {}): Fault =>
  (_, response) => {
    response.writeHead(code, headers).end('no');
    return true;
  };

const faults: Record<string, Fault> = {
  'api.cerebras.ai': first(2, status(503)),
  'llm.chutes.ai': first(1, status(429, { 'retry-after': '1' })),
  'api.deepinfra.com': () => true,
  'api.kilo.ai': (_, response, body) => {
    response.writeHead(200, { 'content-length': Buffer.byteLength(body) });
    response.write(body.slice(0, body.length / 2));
    setTimeout(() => response.destroy(), 50);
    return true;
  },
  'api.poe.com': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Sign in</body></html>');
    return true;
  },
  'api.venice.ai': status(404),
};
const failing = ['deepinfra', 'kilo', 'poe', 'venice'];
const recovering = ['cerebras', 'chutes'];

const runOf = async (out: string): Promise<Run> => JSON.parse(await readFile(join(out, 'run.json'), 'utf8')) as Run;
const run = (out: string, url: string, ...more: string[]) =>
  ratecard(['--mirror', url, '--out', out, '--concurrency', '20', '--timeout', '6', '--quiet', ...more]);

describe('a run against a mirror', { timeout: 240_000 }, () => {
  it('names what fails, completes the rest, and keeps what an earlier run wrote', async () => {
    const out = await newFolder();
    const healthy = await localServer(recordedMirror());
    expect(await run(out, healthy.url)).toMatchObject({ code: 0 });
    const before = await runOf(out);
    const kept = await Promise.all(failing.map((id) => readFile(join(out, 'providers', `${id}.json`), 'utf8')));

    const broken = await localServer(recordedMirror(faults));
    expect(await run(out, broken.url)).toMatchObject({ code: 0 });
    const after = await runOf(out);

    for (const id of failing)
      expect(after.providers[id]).toMatchObject({ status: 'stale', error: expect.any(String) as string });
    expect(failing.map((id) => after.providers[id]?.error)).toEqual([
      expect.stringContaining('6 s'),
      expect.stringMatching(/body|cut|closed|whole/i),
      expect.stringContaining('HTML'),
      expect.stringContaining('404'),
    ]);
    expect(await Promise.all(failing.map((id) => readFile(join(out, 'providers', `${id}.json`), 'utf8')))).toEqual(
      kept,
    );
    for (const id of recovering) expect(after.providers[id]).toMatchObject({ status: 'unchanged', error: null });
    for (const [id, provider] of Object.entries(after.providers))
      expect([id, provider.models]).toEqual([id, before.providers[id]?.models]);
    expect((await readdir(join(out, 'providers'))).filter((name) => name.includes('tmp'))).toEqual([]);
    expect(broken.hits.filter((hit) => hit.includes('api.cerebras.ai'))).toHaveLength(3);
  });

  it('falls back along the chain where there is no earlier run, and says why', async () => {
    const out = await newFolder();
    const broken = await localServer(recordedMirror(faults));
    expect(await run(out, broken.url, ...failing.flatMap((id) => ['--provider', id]))).toMatchObject({ code: 0 });
    const { providers } = await runOf(out);
    for (const id of failing) {
      expect(providers[id]).toMatchObject({ status: 'fresh', link: 'catalog', error: expect.any(String) as string });
      expect(providers[id]?.models).toBeGreaterThan(0);
    }
  });
});
