import { readFile } from 'node:fs/promises';
import { of, throwError } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/model/run.js';
import type { Networks } from '../../src/read/networks.js';
import { run, type RunOptions } from '../../src/run.js';
import type { Request } from '../../src/model/request.js';
import { aList, anEndpoint, aSource, notFound } from '../builders.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';

const api: Request = { url: 'https://acme.example/api', key: { env: ['ACME_API_KEY'] } };
const source = aSource({
  endpoints: [
    anEndpoint({
      requests: { list: api },
      normalize: ({ id, input }) => ({ id, cost: { input: input as number } }),
    }),
    anEndpoint({ name: 'docs', normalize: ({ id }) => ({ id }) }),
  ],
});

interface Day {
  readonly api?: readonly unknown[];
  readonly docs?: readonly unknown[];
  readonly hasKey?: boolean;
  readonly via?: 'live' | 'recording' | 'mirror';
}

const ids = (count: number, prefix = 'm') => Array.from({ length: count }, (_, i) => ({ id: `${prefix}${i}` }));
const pricedAt = (count: number, factor = 1) =>
  Array.from({ length: count }, (_, i) => ({ id: `m${i}`, input: 0.0001 * (i + 1) * factor }));

function networks({ api: listed, docs, hasKey = true, via = 'live' }: Day): Networks {
  const network = {
    fetch: (request: Request) => {
      const rows = request.url === api.url ? listed : docs;
      return rows
        ? of(aList(rows, { request, via, fetchedAt: new Date().toISOString() }))
        : throwError(() => notFound(request.url));
    },
    canUse: ({ key }: Request) => hasKey || key === undefined,
    isDown: false,
  };
  return { network, recordings: undefined, embedded: network, isOffline: via === 'recording' };
}

/** What the manifest says of the source on each of the days, one run after the other into one folder. */
async function daysOf(days: readonly (Day & Pick<RunOptions, 'acceptShrink' | 'acceptJump'>)[]) {
  const out = await temporaryFolder();
  const told: Run['providers'][string][] = [];
  for (const { acceptShrink, acceptJump, ...day } of days) {
    const options = { out, sources: [source], lists: [], datasets: ['raw'] as const, acceptShrink, acceptJump };
    const { providers } = await run({ ...options, networks: networks(day) });
    told.push(providers['acme']!);
  }
  return told;
}

const short = (told: Awaited<ReturnType<typeof daysOf>>) => told.map(({ status, models }) => `${status} ${models}`);

describe('a guard', () => {
  it('is not switched off by a key that is gone: a lesser endpoint does not stand in', async () => {
    const told = await daysOf([
      { api: ids(400), docs: ids(38) },
      { api: ids(400), docs: ids(38), hasKey: false },
      { api: ids(400), docs: ids(400), hasKey: false },
      { docs: ids(38), hasKey: false, acceptShrink: true },
      { docs: ids(38), hasKey: false },
    ]);
    expect(short(told)).toEqual(['fresh 400', 'stale 400', 'stale 400', 'fresh 38', 'unchanged 38']);
    for (const { error, faults } of told.slice(1, 3)) {
      expect(error).toBe(
        'api, which an earlier run had, needs ACME_API_KEY: set it, or run with --accept-shrink to go on without',
      );
      expect(faults).toMatchObject([{ endpoint: 'api', kind: 'no-key' }]);
    }
    expect(told[3]?.gone.records).toHaveLength(362);
    expect(told[4]?.error).toBeNull();
  });

  it('is not switched off by a key that sees less, on whichever endpoint', async () => {
    const told = await daysOf([{ docs: ids(38), hasKey: false }, { api: ids(1) }, { docs: ids(38) }, { api: ids(38) }]);
    expect(short(told)).toEqual(['fresh 38', 'stale 38', 'fresh 38', 'fresh 38']);
    expect(told[1]?.error).toMatch(/^the list fell from 38 of docs to 1 of api records/);
  });

  it('is not switched off by a recording, nor by a mirror', async () => {
    const told = await daysOf([
      { api: ids(50), via: 'recording' },
      { api: ids(1) },
      { api: ids(50), via: 'mirror' },
      { api: ids(1) },
    ]);
    expect(short(told)).toEqual(['recording 50', 'stale 50', 'fresh 50', 'stale 50']);
  });

  it('is not switched off by a run from recordings in between, however little is recorded', async () => {
    const told = await daysOf([{ api: ids(50) }, { api: ids(3), via: 'recording' }, { api: ids(4) }, { api: ids(50) }]);
    expect(short(told)).toEqual(['fresh 50', 'recording 3', 'stale 3', 'fresh 50']);
  });

  it('is not switched off by other names in the place of the models', async () => {
    const told = await daysOf([
      { api: ids(20) },
      { api: ids(20, 'renamed-') },
      { api: ids(20, 'renamed-'), acceptShrink: true },
    ]);
    expect(short(told)).toEqual(['fresh 20', 'stale 20', 'fresh 20']);
    expect(told[1]?.error).toMatch(/^20 of the 20 records of the list are gone \(m0, m1, m10 …\)/);
  });

  it('names what is gone also where that is little', async () => {
    const told = await daysOf([{ api: pricedAt(10) }, { api: [...pricedAt(10).slice(2), { id: 'm1' }] }]);
    expect(told[1]).toMatchObject({ status: 'fresh', error: null, gone: { records: ['m0'], prices: ['m1'] } });
  });

  it('of the unit of prices lasts until it is told otherwise', async () => {
    const told = await daysOf([
      { api: pricedAt(5) },
      { api: pricedAt(5, 1000) },
      { api: pricedAt(5, 1000) },
      { api: pricedAt(5, 1000), acceptJump: true },
      { api: pricedAt(5, 1000) },
    ]);
    expect(told.map(({ jumps, error }) => [jumps.length, error?.slice(0, 35) ?? null])).toEqual([
      [0, null],
      [5, 'all 5 prices of api are 1,000 times'],
      [5, 'all 5 prices of api are 1,000 times'],
      [0, null],
      [0, null],
    ]);
  });

  it('is there for a price that nobody has seen before: what is beyond any price is never written', async () => {
    for (const input of [1e308, 1e305, 1e-300, 1e12]) {
      const out = await temporaryFolder();
      await run({ out, sources: [source], lists: [], networks: networks({ api: [{ id: 'm', input }, { id: 'n' }] }) });
      for (const folder of ['providers', 'providers-enriched']) {
        const text = await readFile(`${out}/${folder}/acme.json`, 'utf8');
        const [m] = (JSON.parse(text) as { models: { cost: { input: number }; pricing: unknown }[] }).models;
        expect(m).toMatchObject({ cost: { input: null }, pricing: { status: 'unknown', source: null } });
        expect(text).toContain('is beyond any price');
      }
    }
  });
});
