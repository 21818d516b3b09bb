import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SnapshotHead } from '../../src/model/snapshot.js';
import { priceFile } from '../../src/model/priceFile.js';
import { priceFiles } from '../../src/sinks/priceFiles.js';
import { prettyJson } from '../../src/sinks/writeAtomically.js';
import { anOrigin, aPriceRow, completed, failed, modelRead, priceRead } from '../builders.js';
import { anEnd, aPlan, opened } from './plan.js';
import { filesIn, readText, temporaryFolder } from './temporaryFolder.js';

const path = 'prices/acme-prices.json';
const rows = ['b', 'a', 'b'].map((model) => aPriceRow(model));
const events = rows.map((price) => priceRead(price));
const end = (head: Partial<SnapshotHead> = {}) => completed(head, { kind: 'prices', source: 'acme-prices' });

describe('the file of a price list', () => {
  it('is written when the list has completed, its rows as they came', async () => {
    const dir = await temporaryFolder();
    const sink = opened(priceFiles, aPlan(dir));
    await sink.write(events);
    expect(await filesIn(dir)).toEqual([]);

    await sink.write([end({ url: 'https://prices.example/api' })]);
    const text = await readText(dir, path);
    expect(text).toBe(
      prettyJson({
        schemaVersion: 2,
        source: 'acme-prices',
        endpoint: 'api',
        sources: { api: anOrigin({ url: 'https://prices.example/api' }) },
        rows,
      }),
    );
    expect(priceFile.parse(JSON.parse(text)).rows).toEqual(rows);
    expect(await sink.commit(anEnd())).toEqual([{ path, sha256: createHash('sha256').update(text).digest('hex') }]);
  });

  it.each(['fresh', 'unchanged', 'recording'] as const)('is written where it is %s', async (status) => {
    const dir = await temporaryFolder();
    await opened(priceFiles, aPlan(dir)).write([...events, end({ status })]);
    expect(await filesIn(dir)).toEqual([path]);
  });

  it.each([
    ['is stale: it is what stands in', end({ status: 'stale' })],
    ['fails', failed({ kind: 'prices', source: 'acme-prices' })],
  ])('is left as it is where the list %s', async (_, last) => {
    const dir = await temporaryFolder();
    await opened(priceFiles, aPlan(dir)).write([...events, end()]);
    const before = await readText(dir, path);

    const sink = opened(priceFiles, aPlan(dir));
    await sink.write([events[0]!, last]);
    expect(await sink.commit(anEnd())).toEqual([]);
    expect(await readText(dir, path)).toBe(before);
  });

  it('is none of a provider', async () => {
    const dir = await temporaryFolder();
    await opened(priceFiles, aPlan(dir)).write([modelRead(), completed()]);
    expect(await filesIn(dir)).toEqual([]);
  });

  it('is written by a run that reads price lists alone as well', async () => {
    const dir = await temporaryFolder();
    await opened(priceFiles, aPlan(dir, { datasets: [] })).write([...events, end()]);
    expect(await filesIn(dir)).toEqual([path]);
  });

  it('that can not be written fails the write', async () => {
    const dir = await temporaryFolder();
    await mkdir(join(dir, path), { recursive: true });
    await expect(opened(priceFiles, aPlan(dir)).write([...events, end()])).rejects.toMatchObject({
      fault: { kind: 'file', error: expect.stringContaining('EISDIR') as string },
    });
    expect(await filesIn(dir)).toEqual([]);
  });
});
