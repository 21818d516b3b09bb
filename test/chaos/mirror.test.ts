import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fault as NotedFault } from '../../src/model/fault.js';
import type { Model } from '../../src/model/model.js';
import type { Run } from '../../src/model/run.js';
import { commandLine, manifestIn, newFolder, providerIn, ratecard } from '../cli/ratecard.js';
import { localServer } from '../read/localServer.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';
import { answering, type Fault, first, recordedMirror, silent } from './recordedMirror.js';

const faults: Record<string, Fault> = {
  'api.cerebras.ai': first(2, answering(503)),
  'llm.chutes.ai': first(1, answering(429, { 'retry-after': '1' })),
  'api.deepinfra.com': silent,
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
  'api.venice.ai': answering(404),
};
const failing = ['deepinfra', 'kilo', 'poe', 'venice'];
const recovering = ['cerebras', 'chutes'];

const args = (out: string, url: string) => ['--mirror', url, '--out', out, '--concurrency', '20', '--quiet'];
const only = (...ids: string[]) => ids.flatMap((id) => ['--provider', id]);
const textOf = (out: string) => (id: string) => readFile(join(out, 'providers', `${id}.json`), 'utf8');

/** All faults of a run, of providers and price lists alike. */
const faultsOf = ({ providers, prices }: Run): (NotedFault & { source: string })[] =>
  [...Object.entries(providers), ...Object.entries(prices)].flatMap(([source, one]) =>
    one.faults.map((fault) => ({ ...fault, source })),
  );

describe('a run against a mirror', { timeout: 120_000 }, () => {
  let healthy: string;

  beforeAll(async () => {
    healthy = await newFolder();
    const mirror = await localServer(recordedMirror());
    expect(await ratecard(args(healthy, mirror.url))).toMatchObject({ code: 0 });
    mirror.stop();
  }, 120_000);
  afterAll(() => rm(healthy, { recursive: true }));

  /** A folder with what the healthy run left there. */
  const afterHealthy = async (): Promise<string> => {
    const out = await temporaryFolder();
    await cp(healthy, out, { recursive: true });
    return out;
  };

  it('names what fails, completes the rest, and keeps what an earlier run wrote', async () => {
    const out = await afterHealthy();
    const before = await manifestIn(out);
    const broken = await localServer(recordedMirror(faults));
    expect(await ratecard([...args(out, broken.url), '--timeout', '5'])).toMatchObject({ code: 0 });
    const after = await manifestIn(out);

    for (const id of failing)
      expect(after.providers[id]).toMatchObject({ status: 'stale', error: expect.any(String) as string });
    expect(failing.map((id) => after.providers[id]?.error)).toEqual([
      expect.stringContaining('5 s'),
      expect.stringMatching(/body|cut|closed|whole/i),
      expect.stringContaining('HTML'),
      expect.stringContaining('404'),
    ]);
    expect(failing.map((id) => after.providers[id]?.faults[0]?.kind)).toEqual(['timeout', 'network', 'shape', 'http']);
    expect(await Promise.all(failing.map(textOf(out)))).toEqual(await Promise.all(failing.map(textOf(healthy))));
    for (const id of recovering) expect(after.providers[id]).toMatchObject({ status: 'unchanged', error: null });
    expect(recovering.map((id) => after.providers[id]?.requests.retried)).toEqual([2, 1]);
    expect(after.providers['deepinfra']?.ms).toBeGreaterThanOrEqual(5_000);
    const modelsOf = ({ providers }: Run) => Object.entries(providers).map(([id, { models }]) => [id, models]);
    expect(modelsOf(after)).toEqual(modelsOf(before));
    expect((await readdir(out, { recursive: true })).filter((name) => name.includes('tmp'))).toEqual([]);
    expect(broken.hits.filter((hit) => hit.includes('api.cerebras.ai'))).toHaveLength(3);
  });

  it('falls back along the chain where there is no earlier run, and says why', async () => {
    const out = await temporaryFolder();
    const broken = await localServer(recordedMirror(faults));
    const some = ['--timeout', '3', ...only(...failing)];
    expect(await commandLine([...args(out, broken.url), ...some])).toMatchObject({ code: 0 });
    const { providers } = await manifestIn(out);
    for (const id of failing) {
      expect(providers[id]).toMatchObject({
        ...{ status: 'fresh', endpoint: 'catalog', error: expect.any(String) as string },
      });
      expect(providers[id]?.models).toBeGreaterThan(0);
    }
  });

  describe('of which a companion is refused for an hour', () => {
    let out: string;
    let start: number;
    let end: number;

    beforeAll(async () => {
      out = await newFolder();
      await cp(healthy, out, { recursive: true });
      const tooMany = answering(429, { 'retry-after': '3600' });
      const limited = await localServer(recordedMirror({ 'prices.azure.com': tooMany }));
      start = Date.now();
      expect(await commandLine([...args(out, limited.url), ...only('azure')])).toMatchObject({ code: 0 });
      end = Date.now();
    }, 60_000);
    afterAll(() => rm(out, { recursive: true }));

    it('keeps the prices and tiers that the companion brought', async () => {
      const priceOf = ({ id, cost, tiers, pricing }: Model) => ({ id, cost, tiers, pricing });
      const { models } = await providerIn(out, 'azure');
      const day = new Date(start).toISOString().slice(0, 10);
      /** Without the day that the page of a kept price is called by. */
      const undated = (model: Model): Model => {
        const { evidence } = model.pricing;
        const endpoint = evidence?.endpoint.replace(`@${day}`, '') ?? '';
        return { ...model, pricing: { ...model.pricing, evidence: evidence && { ...evidence, endpoint } } };
      };
      const before = (await providerIn(healthy, 'azure')).models;
      expect(models.map(undated).map(priceOf)).toEqual(before.map(priceOf));
      const kept = models.filter((model) => model.kept?.['cost'] === day);
      for (const { pricing } of kept) expect(pricing.evidence?.endpoint).toMatch(`@${day}`);
      expect([kept.length, kept.filter(({ tiers }) => tiers.length > 0).length]).toEqual([23, 13]);
    });

    it('names the fault in the manifest, with the time from which to ask again', async () => {
      const manifest = await manifestIn(out);
      expect(manifest.providers['azure']).toMatchObject({
        ...{ status: 'fresh', endpoint: 'docs', kept: { records: 19, prices: 23, facts: 0 } },
      });
      const faults = faultsOf(manifest).filter(({ request }) => request === 'meters');
      expect(faults).toMatchObject([{ source: 'azure', endpoint: 'docs', kind: 'http', httpStatus: 429, attempts: 1 }]);
      const retryAt = faults[0]?.retryAt ?? '';
      expect(manifest.providers['azure']?.retryAt).toBe(retryAt);
      expect(Date.parse(retryAt)).toBeGreaterThanOrEqual(start + 3_600_000);
      expect(Date.parse(retryAt)).toBeLessThanOrEqual(end + 3_600_000);
    });

    it('says of what is kept why that very page did not come', async () => {
      const { providers } = await manifestIn(out);
      expect(providers['azure']?.error).toMatch(
        /prices\.azure\.com.* answered 429.*: 19 records, 23 prices kept as of/,
      );
    });
  });

  it('can be asked for every page that was refused as one too many', async () => {
    const out = await afterHealthy();
    const tooMany = answering(429, { 'retry-after': '3600' });
    const hosts = ['helicone.ai', 'api.venice.ai', 'prices.azure.com', 'openrouter.ai'];
    const limited = await localServer(recordedMirror(Object.fromEntries(hosts.map((host) => [host, tooMany]))));
    const some = only('venice', 'azure', 'openrouter', 'groq');
    expect(await commandLine([...args(out, limited.url), ...some])).toMatchObject({ code: 0 });

    const refused = limited.hits
      .map((hit) => hit.replace('GET /', 'https://'))
      .filter((url) => hosts.some((host) => url.startsWith(`https://${host}/`)));
    const noted = faultsOf(await manifestIn(out)).filter(({ httpStatus }) => httpStatus === 429);
    expect(noted.map(({ url }) => new URL(url ?? '').href).sort()).toEqual(refused.sort());
    expect(new Set(noted.map(({ source }) => source))).toEqual(new Set(['helicone', 'venice', 'azure', 'openrouter']));
    expect(noted.filter(({ retryAt }) => retryAt === null)).toEqual([]);
  });
});
