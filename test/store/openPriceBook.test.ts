import { expect, it } from 'vitest';
import { table as tableExport } from '../../src/exports/table.js';
import { openPriceBook } from '../../src/store/openPriceBook.js';
import { historyPath, providerPath } from '../../src/store/paths.js';
import { prettyJson, writeAtomically } from '../../src/sinks/writeAtomically.js';
import { anOffer, aTable } from '../exports/table.js';
import { aLine, day } from '../history/builders.js';
import { localServer } from '../read/localServer.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';

const table = aTable(anOffer('m', { input: 0.1 }));

it('opens what a run left in a folder', async () => {
  const dir = await temporaryFolder();
  for (const file of table) await writeAtomically(dir, providerPath('enriched', file.provider.id), prettyJson(file));
  expect((await openPriceBook({ dir })).price('acme/m')?.cost.input).toBe(0.1);
});

it('opens a published table', async () => {
  const { content } = await tableExport.write(table);
  const server = await localServer((_, response) => response.end(content));
  const book = await openPriceBook({ url: `${server.url}/table.json` });
  expect(book.price('acme/m')?.cost.input).toBe(0.1);
  expect(server.hits).toEqual(['GET /table.json']);
});

it.each(['<html>', '[{"provider":{}}]', '{}'])('refuses a document that is no table: %s', async (body) => {
  const server = await localServer((_, response) => response.end(body));
  await expect(openPriceBook({ url: server.url })).rejects.toThrow('is no table of this version');
});

it('refuses a folder without a table, and two places', async () => {
  await expect(openPriceBook({ dir: await temporaryFolder() })).rejects.toThrow('holds no models');
  await expect(openPriceBook({ dir: 'a', url: 'b' })).rejects.toThrow('one place');
});

it('opens the table that came with it where no place is given', async () => {
  const book = await openPriceBook();
  expect(book.price('openai/gpt-4o')).toMatchObject({ cost: { input: 0.0025 }, pricing: { status: 'priced' } });
});

it('opens the prices of another day, and of a version that stays the same', async () => {
  const dir = await temporaryFolder();
  for (const file of table) await writeAtomically(dir, providerPath('enriched', file.provider.id), prettyJson(file));
  const lines = [
    { schemaVersion: 2, month: '2026-11', previous: null },
    aLine({ usd: 0.2 }),
    aLine({ line: 2, usd: 0.1, validFrom: day(9), supersedes: 1, change: 'change', run: day(9) }),
  ];
  await writeAtomically(dir, historyPath, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const at = new Date(day(3));
  const book = await openPriceBook({ dir });
  expect([book.price('acme/m')?.cost.input, book.price('acme/m', { at })?.cost.input]).toEqual([0.1, 0.2]);
  expect(book.cost('acme/m', { prompt_tokens: 1000 }, { at })?.total).toBe('0.2');
  const version = await openPriceBook({ dir, asOf: new Date(day(8)) });
  expect(version.price('acme/m')?.cost.input).toBe(0.2);
});

it('knows no other day without a history, and says so', async () => {
  const dir = await temporaryFolder();
  for (const file of table) await writeAtomically(dir, providerPath('enriched', file.provider.id), prettyJson(file));
  const book = await openPriceBook({ dir });
  expect(book.price('acme/m', { at: new Date(day(3)) })?.pricing.issues[0]?.code).toBe('no-history');
  await expect(openPriceBook({ dir, asOf: new Date(day(3)) })).rejects.toThrow('is not there: `ratecard run');
  await expect(openPriceBook({ asOf: new Date(day(3)) })).rejects.toThrow('asOf needs a history');
});
