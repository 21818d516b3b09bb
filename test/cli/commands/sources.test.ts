import { rm } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SourceRow, sourceRow } from '../../../src/cli/commands/sources.js';
import { companion } from '../../../src/sources/ask.js';
import { sources } from '../../../src/sources/index.js';
import { priceLists } from '../../../src/sources/prices/index.js';
import { anEndpoint, aPriceList, aSource } from '../../builders.js';
import { temporaryFolder } from '../../sinks/temporaryFolder.js';
import { commandLine, manifestIn, newFolder } from '../ratecard.js';

const rowsIn = async (out: string, env = {}): Promise<SourceRow[]> => {
  const { code, stdout, stderr } = await commandLine(['sources', '--json', '--out', out], { env });
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as SourceRow[];
};

describe('the table of sources', { timeout: 60_000 }, () => {
  let rows: readonly SourceRow[] = [];
  beforeAll(async () => {
    const nobodys = await newFolder();
    rows = await rowsIn(nobodys, { GROQ_API_KEY: 'x', XAI_API_KEY: '' });
    await rm(nobodys, { recursive: true });
  });

  it('holds every provider, those of the catalog too, and the price lists', () => {
    const providers = rows.filter(({ kind }) => kind === 'provider').map(({ id }) => id);
    expect(providers).toEqual([...providers].sort());
    expect(sources.filter(({ id }) => !providers.includes(id))).toEqual([]);
    expect(providers.length).toBeGreaterThan(sources.length);
    const lists = rows.filter(({ kind }) => kind === 'prices');
    expect(lists.map(({ id }) => id)).toEqual(priceLists.map(({ id }) => id));
    expect(lists.filter(({ id }) => id === 'helicone')).toEqual([
      {
        ...{ id: 'helicone', kind: 'prices', name: 'Helicone', endpoint: 'https://helicone.ai/api/llm-costs' },
        providerKind: null,
        ...{ key: null, keyPresent: false, unit: 'USD per 1M tokens', evidence: 'recorded', lastOutcome: null },
        recorded: { day: '2026-07-29', rows: 1129, priced: 1, partial: null },
      },
    ]);
  });

  it('says of each what its recording holds: day, rows, share priced, and what is missing of it', () => {
    const recordedOf = (id: string) => rows.find((row) => row.id === id && row.kind === 'provider')?.recorded;
    expect(recordedOf('cerebras')).toMatchObject({ rows: 4, priced: 1, partial: null });
    expect(recordedOf('nvidia')).toMatchObject({ priced: 0 });
    expect(rows.filter(({ recorded }) => recorded !== null && !/^20\d\d-\d\d-\d\d$/.test(recorded.day ?? ''))).toEqual(
      [],
    );
    expect(rows.filter(({ recorded }) => recorded === null).length).toBeLessThan(5);
  });

  it('says which keys are there', () => {
    const keyOf = (id: string) => rows.find((row) => row.id === id);
    expect(keyOf('groq')).toMatchObject({ key: 'GROQ_API_KEY', keyPresent: true, evidence: 'recorded' });
    expect(keyOf('xai')).toMatchObject({ key: 'XAI_API_KEY', keyPresent: false });
  });

  it('says how each ended last, whichever run that was', async () => {
    const out = await temporaryFolder();
    const run = async (...args: string[]) => {
      expect(await commandLine([...args, '--quiet', '--offline', '--out', out])).toMatchObject({ code: 0, stderr: '' });
    };
    await run('--provider', 'groq');
    await run('download', '--provider', 'openrouter');
    await run('enrich-pricing', '--provider', 'openrouter');
    expect(Object.keys((await manifestIn(out)).providers)).toEqual(['openrouter']);
    const ended = (await rowsIn(out)).filter(({ lastOutcome }) => lastOutcome !== null);
    expect(ended.map(({ id, kind, lastOutcome }) => [id, kind, lastOutcome])).toEqual([
      ...[
        ['groq', 'provider', 'recording'],
        ['openrouter', 'provider', 'recording'],
        ...priceLists.map(({ id }) => [id, 'prices', 'recording']),
      ],
    ]);
  });

  it('is a table for people, without the protocol', async () => {
    const args = ['sources', '--out', await temporaryFolder()];
    const { stdout } = await commandLine(args, { env: { GROQ_API_KEY: 'x' } });
    expect(stdout).toMatch(/│ groq +│ host +│ api\.groq\.com\/openai\/v1\/models +│ GROQ_API_KEY \(present\) +│/);
    expect(stdout).toMatch(/│ xai +│ .*│ XAI_API_KEY \(not set\) +│/);
    expect(stdout).toMatch(/│ helicone \(price list\) +│ - +│ helicone\.ai\/api\/llm-costs +│ none +│/);
  });
});

describe('a row of it', () => {
  it('names the first address and the first key that any request can use', () => {
    const list = { url: 'https://acme.example/list' };
    const prices = { url: 'https://acme.example/prices', key: { env: ['ACME_KEY', 'OTHER_KEY'] } };
    const requests = { list, prices: companion(prices, { brings: 'prices', read: (page) => page.body }) };
    const source = aSource({ endpoints: [anEndpoint({ requests, rows: () => [] })] });
    expect(sourceRow(source, { OTHER_KEY: 'x' }, null, 'fresh')).toMatchObject({
      ...{ kind: 'provider', endpoint: list.url, key: 'ACME_KEY', keyPresent: true, lastOutcome: 'fresh' },
    });
  });

  it('is the same for a price list', () =>
    expect(sourceRow(aPriceList(), {}, null, null)).toEqual({
      ...{ id: 'acme-prices', kind: 'prices', name: 'Acme Prices', endpoint: 'https://prices.example/api' },
      providerKind: null,
      ...{ key: null, keyPresent: false, unit: 'USD per 1K tokens', evidence: 'inferred', lastOutcome: null },
      recorded: null,
    }));
});
