import { describe, expect, it } from 'vitest';
import type { PriceFile } from '../../src/model/priceFile.js';
import { priceFiles } from '../../src/sinks/priceFiles.js';
import { providerFiles } from '../../src/sinks/providerFiles.js';
import { givenList } from '../../src/sources/prices/givenList.js';
import { baselineKey, previousOfPrices, previousOfProvider, readProviderFile } from '../../src/store/previous.js';
import {
  aBaseline,
  anEndpoint,
  anOrigin,
  aPriceList,
  aPriceRow,
  aProviderFile,
  aSource,
  completed,
  day1,
  day2,
  modelRead,
  models,
  priceRead,
  started,
} from '../builders.js';
import { aPlan, opened } from '../sinks/plan.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';
import { folderWith } from './folderWith.js';

const aPriceFile = (more: Partial<PriceFile> = {}): PriceFile => ({
  schemaVersion: 2,
  source: 'acme-prices',
  endpoint: 'api',
  sources: { api: anOrigin({ url: 'https://prices.example/api' }) },
  rows: [aPriceRow()],
  ...more,
});

/** What a snapshot holds of which a file says nothing. */
const unsaid = {
  ...{
    rejected: 0,
    skipped: 0,
    priced: 0,
    unread: {},
    partial: null,
    jumps: [],
    gone: { records: [], prices: [] },
    bytes: 0,
    faults: [],
    error: null,
    retryAt: null,
    drift: null,
  },
  kept: { records: 0, prices: 0, facts: 0 },
  requests: { answered: 0, retried: 0, failed: 0 },
  ...{ letters: [], shape: {}, stated: {} },
};

describe('the file of a provider', () => {
  it('is what the sink wrote of it, and not of another', async () => {
    const dir = await temporaryFolder();
    const first = { ...started(), env: aSource().env };
    await opened(providerFiles, aPlan(dir)).write([first, modelRead(), completed()]);
    expect(await readProviderFile(dir, 'acme')).toEqual(aProviderFile());
    expect(await readProviderFile(dir, 'beta')).toBeUndefined();
  });

  it('is not the enriched one', async () => {
    const dir = await folderWith({ 'providers-enriched/acme.json': aProviderFile() });
    expect(await readProviderFile(dir, 'acme')).toBeUndefined();
  });
});

describe('what earlier runs knew of a provider', () => {
  const baseline = aBaseline({ rows: 7 });

  it('is its file as a snapshot, with the baseline of its name', async () => {
    const sources = { api: anOrigin({ fetchedAt: day2 }), 'docs@2025-12-01': anOrigin({ sha256: 'def' }) };
    const dir = await folderWith({ 'providers/acme.json': aProviderFile({ models: models(2), sources }) });
    const known = { acme: baseline, 'prices/acme': aBaseline({ rows: 9 }) };
    expect(await previousOfProvider(dir, aSource(), known)).toEqual({
      snapshot: {
        status: 'unchanged',
        endpoint: 'api',
        sources,
        url: 'https://acme.example/api',
        via: 'live',
        fetchedAt: day2,
        sha256: 'abc',
        readAt: day2,
        rows: 2,
        items: models(2),
        ...unsaid,
      },
      baseline,
    });
  });

  it('may be the file alone', async () => {
    const dir = await folderWith({ 'providers/acme.json': aProviderFile() });
    expect(await previousOfProvider(dir, aSource(), {})).toMatchObject({ baseline: undefined });
  });

  it.each([
    ['there is no file', {}],
    ['its file is damaged', { 'providers/acme.json': '{"schemaVersion":2,' }],
    ['another version wrote its file', { 'providers/acme.json': { ...aProviderFile(), schemaVersion: 1 } }],
  ])('is nothing where %s, whatever the baseline', async (_, files) =>
    expect(await previousOfProvider(await folderWith(files), aSource(), { acme: baseline })).toBeUndefined(),
  );
});

describe('what earlier runs knew of a price list', () => {
  const list = aPriceList();
  const baseline = aBaseline({ rows: 7 });

  it('is its file as a snapshot, with the baseline of its name', async () => {
    const dir = await temporaryFolder();
    const end = completed({ url: 'https://prices.example/api' }, { kind: 'prices', source: 'acme-prices' });
    await opened(priceFiles, aPlan(dir)).write([priceRead(aPriceRow('a')), priceRead(aPriceRow('b')), end]);
    const known = { 'prices/acme-prices': baseline, 'acme-prices': aBaseline({ rows: 9 }) };
    expect(await previousOfPrices(dir, list, known)).toEqual({
      snapshot: {
        status: 'unchanged',
        endpoint: 'api',
        sources: { api: anOrigin({ url: 'https://prices.example/api' }) },
        url: 'https://prices.example/api',
        via: 'live',
        fetchedAt: day1,
        sha256: 'abc',
        readAt: day1,
        rows: 2,
        items: [aPriceRow('a'), aPriceRow('b')],
        ...unsaid,
      },
      baseline,
    });
  });

  it.each([
    ['there is no file', {}],
    ['its file is damaged', { 'prices/acme-prices.json': '{' }],
    ['the list was given to a run', { 'prices/acme-prices.json': aPriceFile({ endpoint: 'given' }) }],
    ['the list has no such endpoint any more', { 'prices/acme-prices.json': aPriceFile({ endpoint: 'docs' }) }],
  ])('is nothing where %s', async (_, files) =>
    expect(await previousOfPrices(await folderWith(files), list, {})).toBeUndefined(),
  );

  it('is of any endpoint that the list has', async () => {
    const two = aPriceList({ endpoints: [...list.endpoints, { ...list.endpoints[0]!, name: 'docs' }] });
    const dir = await folderWith({ 'prices/acme-prices.json': aPriceFile({ endpoint: 'docs' }) });
    expect(await previousOfPrices(dir, two, {})).toMatchObject({ snapshot: { endpoint: 'docs' } });
  });

  it('is nothing to a list that is given now, be it the list of the source or one that was given before', async () => {
    const given = givenList(list, '/home/me/prices.json');
    for (const endpoint of ['api', 'given']) {
      const dir = await folderWith({ 'prices/acme-prices.json': aPriceFile({ endpoint }) });
      expect(await previousOfPrices(dir, given, {})).toBeUndefined();
    }
  });
});

describe('the baselines', () => {
  it('have a name of their own for a provider and a price list of one id', () => {
    expect([baselineKey('provider', 'acme'), baselineKey('prices', 'acme')]).toEqual(['acme', 'prices/acme']);
  });

  it('serve the endpoint of another name as well: which one they are of, they say', async () => {
    const dir = await folderWith({ 'providers/acme.json': aProviderFile() });
    const docs = aSource({ endpoints: [anEndpoint({ name: 'docs' })] });
    const baseline = aBaseline({ endpoint: 'docs' });
    expect(await previousOfProvider(dir, docs, { acme: baseline })).toMatchObject({ baseline });
  });
});
