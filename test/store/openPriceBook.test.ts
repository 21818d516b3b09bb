import { expect, it } from 'vitest';
import { table as tableExport } from '../../src/exports/table.js';
import { openPriceBook } from '../../src/store/openPriceBook.js';
import { providerPath } from '../../src/store/paths.js';
import { prettyJson, writeAtomically } from '../../src/sinks/writeAtomically.js';
import { anOffer, aTable } from '../exports/table.js';
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

it('says that a checkout has no table of its own', async () => {
  await expect(openPriceBook()).rejects.toThrow('`pnpm build` makes it');
});
