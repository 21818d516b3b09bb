import { createHash } from 'node:crypto';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dataset, providerFile } from '../../src/model/providerFile.js';
import { providerFiles } from '../../src/sinks/providerFiles.js';
import { prettyJson } from '../../src/sinks/writeAtomically.js';
import {
  aModel,
  anOrigin,
  aPricing,
  aProviderFile,
  aSource,
  completed,
  failed,
  modelRead,
  priced,
  priceRead,
  rejected,
  started,
} from '../builders.js';
import { anEnd, aPlan, opened } from './plan.js';
import { filesIn, readText, temporaryFolder } from './temporaryFolder.js';

const first = { ...started(), env: aSource().env };
const rows = ['b', 'B', 'a', 'a-10', 'a-9'].map((id) => modelRead(aModel(id), priced(aModel(id))));
const inOrder = ['B', 'a', 'a-10', 'a-9', 'b'].map((id) => aModel(id));
const [raw, enriched] = ['providers/acme.json', 'providers-enriched/acme.json'] as const;

const openIn = (out: string, ...datasets: Dataset[]) =>
  opened(providerFiles, aPlan(out, datasets.length > 0 ? { datasets } : {}));

describe('the files of a provider', () => {
  it('are the raw and the enriched one, written when it has completed, models sorted by id', async () => {
    const dir = await temporaryFolder();
    const sink = openIn(dir);
    await sink.write([first, ...rows.slice(0, 2)]);
    await sink.write(rows.slice(2));
    expect(await filesIn(dir)).toEqual([]);

    await sink.write([completed()]);
    expect(await readText(dir, raw)).toBe(prettyJson(aProviderFile({ models: inOrder })));
    expect(await readText(dir, enriched)).toBe(prettyJson(aProviderFile({ models: inOrder.map(priced) })));
    expect(await filesIn(dir)).toEqual([enriched, raw].sort());
  });

  it('are told at the commit, each with the hash of its bytes', async () => {
    const dir = await temporaryFolder();
    const sink = openIn(dir);
    await sink.write([first, ...rows, completed()]);
    const sha256 = async (path: string) =>
      createHash('sha256')
        .update(await readText(dir, path))
        .digest('hex');
    expect(await sink.commit(anEnd())).toEqual([
      { path: raw, sha256: await sha256(raw) },
      { path: enriched, sha256: await sha256(enriched) },
    ]);
  });

  it('say of the reading where it came from and when', async () => {
    const dir = await temporaryFolder();
    const sink = openIn(dir, 'raw');
    await sink.write([first, completed({ endpoint: 'docs', via: 'mirror', fetchedAt: '2026-03-01T00:00:00.000Z' })]);
    const docs = anOrigin({ via: 'mirror', fetchedAt: '2026-03-01T00:00:00.000Z' });
    expect(JSON.parse(await readText(dir, raw))).toEqual(
      aProviderFile({ endpoint: 'docs', sources: { docs }, models: [] }),
    );
  });

  it('have the pages that their own models name, and no others, sorted', async () => {
    const dir = await temporaryFolder();
    const sink = openIn(dir);
    const on = (endpoint: string) => ({ evidence: { endpoint, row: 0 } });
    const model = aModel('m', {
      pricing: aPricing(on('docs/meters')),
      quotes: [{ witness: 'provider', ...on('docs@2025-12-01'), cost: {}, tiers: [], match: null }],
    });
    const enrichedOne = { ...model, quotes: undefined, pricing: aPricing(on('prices/helicone/api')) };
    const names = ['prices/helicone/api', 'docs@2025-12-01', 'docs/meters', 'docs', 'api'];
    const sources = Object.fromEntries(names.map((name) => [name, anOrigin({ sha256: `sha256 of ${name}` })]));
    await sink.write([first, modelRead(model, enrichedOne), completed({ sources })]);
    const named = async (path: string) => {
      const file = providerFile.parse(JSON.parse(await readText(dir, path)));
      for (const [name, { sha256 }] of Object.entries(file.sources)) expect(sha256).toBe(`sha256 of ${name}`);
      return Object.keys(file.sources);
    };
    expect(await named(raw)).toEqual(['api', 'docs/meters', 'docs@2025-12-01']);
    expect(await named(enriched)).toEqual(['api', 'prices/helicone/api']);
  });

  it('can be read again', async () => {
    const dir = await temporaryFolder();
    const sink = openIn(dir, 'enriched');
    await sink.write([first, ...rows, completed()]);
    expect(providerFile.parse(JSON.parse(await readText(dir, enriched))).models).toHaveLength(rows.length);
  });

  it.each<[Dataset, string]>([
    ['raw', raw],
    ['enriched', enriched],
  ])('are only the %s one where only that is wanted', async (dataset, path) => {
    const dir = await temporaryFolder();
    const sink = openIn(dir, dataset);
    await sink.write([first, ...rows, completed()]);
    expect(await filesIn(dir)).toEqual([path]);
    expect((await sink.commit(anEnd())).map((written) => written.path)).toEqual([path]);
  });

  it('of one that is stale are the raw one as it is, and the enriched one anew', async () => {
    const dir = await temporaryFolder();
    await openIn(dir).write([first, ...rows, completed()]);
    const before = await readText(dir, raw);

    const sink = openIn(dir);
    await sink.write([first, rows[0]!, completed({ status: 'stale' })]);
    expect((await sink.commit(anEnd())).map(({ path }) => path)).toEqual([enriched]);
    expect(await readText(dir, raw)).toBe(before);
    expect(await readText(dir, enriched)).toBe(prettyJson(aProviderFile({ models: [priced(aModel('b'))] })));
  });

  it('of one that fails are left as they are', async () => {
    const dir = await temporaryFolder();
    await openIn(dir).write([first, ...rows, completed()]);
    const before = [await readText(dir, raw), await readText(dir, enriched)];

    const sink = openIn(dir);
    await sink.write([first, failed()]);
    expect(await sink.commit(anEnd())).toEqual([]);
    expect([await readText(dir, raw), await readText(dir, enriched)]).toEqual(before);
  });

  it('are none of a price list, and none of rejected rows', async () => {
    const dir = await temporaryFolder();
    const sink = openIn(dir);
    await sink.write([
      { ...first, kind: 'prices', source: 'prices' },
      ...[priceRead(), rejected(), completed({}, { kind: 'prices', source: 'prices' })],
    ]);
    expect(await sink.commit(anEnd())).toEqual([]);
    expect(await filesIn(dir)).toEqual([]);
  });

  it('are none of one that is not done at an abort', async () => {
    const dir = await temporaryFolder();
    const sink = openIn(dir);
    await sink.write([first, ...rows]);
    expect(await sink.abort()).toEqual([]);
    await sink.write([completed()]);
    expect(await filesIn(dir)).toEqual([]);
  });

  it('that can not be written fail the write, and leave no temporary file', async () => {
    const dir = await temporaryFolder();
    await mkdir(join(dir, raw), { recursive: true });
    await expect(openIn(dir).write([first, ...rows, completed()])).rejects.toMatchObject({
      fault: { kind: 'file', error: expect.stringContaining('EISDIR') as string },
    });
    expect(await filesIn(dir)).toEqual([]);
  });

  it('have the same bytes whatever the order of the rows and of the writes', async () => {
    const parent = await temporaryFolder();
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        fc.nat(rows.length),
        async (some, cut) => {
          const files = await Promise.all(
            [rows, some].map(async (list) => {
              const sink = openIn(await mkdtemp(join(parent, 'run-')));
              await sink.write([first, ...list.slice(0, cut)]);
              await sink.write([...list.slice(cut), completed()]);
              return sink.commit(anEnd());
            }),
          );
          expect(files[0]).toHaveLength(2);
          expect(files[1]).toEqual(files[0]);
        },
      ),
      { numRuns: 20 },
    );
  });
});
