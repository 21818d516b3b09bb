import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { madeByPath, programHash } from '../../../buildProgram.js';
import type { PriceFile } from '../../../src/model/priceFile.js';
import { providerFile } from '../../../src/model/providerFile.js';
import { openOnHand } from '../../../src/store/onHand.js';
import { openShipped } from '../../../src/store/shipped/openShipped.js';
import { unpacked } from '../../../src/store/shipped/packed.js';
import { shippedTable } from '../../../src/store/shipped/shippedTable.js';
import { ratecard } from '../../cli/ratecard.js';
import { temporaryFolder } from '../../sinks/temporaryFolder.js';
import { folderWith } from '../folderWith.js';
import { filesIn, packs } from './packs.js';

describe('packed files', () => {
  const packed = (text: string) => brotliCompressSync(text).toString('base64');

  it('are unpacked one by one: no other is read', () =>
    expect(unpacked({ a: 'no brotli', b: packed('{}') }, 'b')?.toString()).toBe('{}'));

  it.each(['b', 'constructor', '__proto__'])('have nothing of %s', (id) =>
    expect(unpacked({ a: packed('{}') }, id)).toBeUndefined(),
  );
});

describe('what came with the program', () => {
  it('is what a run of the recordings writes, file by file (pnpm generate)', { timeout: 120_000 }, async () => {
    const out = await temporaryFolder();
    const args = ['--offline', '--quiet', '--concurrency', '10', '--out', out];
    expect(await ratecard(args)).toMatchObject({ code: 0, stderr: '' });
    for (const { path, files } of packs) {
      const written = await filesIn(join(out, path));
      expect(Object.keys(files)).toEqual(Object.keys(written));
      const texts = Object.keys(files).map((id) => unpacked(files, id)?.toString());
      expect(texts.filter((text, i) => text !== Object.values(written)[i])).toEqual([]);
    }
  });

  it('is of this program and these recordings, or it would not be asked (pnpm generate)', async () =>
    expect(await readFile(madeByPath, 'utf8')).toBe(`${await programHash()}\n`));

  it('is a table of this version, sorted', async () => {
    const table = await shippedTable();
    expect(table.map((file) => providerFile.parse(file).provider.id)).toEqual(
      table.map(({ provider }) => provider.id).toSorted(),
    );
    expect(table.length).toBeGreaterThan(150);
  });

  it('is asked as what a run left', async () => {
    const shipped = (await openShipped())!;
    const [part, raw, words] = await Promise.all([
      shipped.part('openai'),
      shipped.raw('openai'),
      shipped.words('openai'),
    ]);
    const offers = [part?.offers.get('gpt-4o'), raw?.offers.get('gpt-4o'), words?.get('gpt-4o')];
    expect(offers).toMatchObject([{ cost: { input: 0.0025 } }, { id: 'gpt-4o' }, { id: 'gpt-4o' }]);
    expect([...shipped.providers]).toContain('openai');
    expect(await Promise.all(['openai', 'nobody'].map((id) => shipped.isOfRaw(id)))).toEqual([true, false]);
    const lists = await Promise.all((await shipped.lists()).map((id) => shipped.list(id)));
    expect(lists.every((list: PriceFile | undefined) => (list?.rows.length ?? 0) > 0)).toBe(true);
    for (const nothing of [shipped.part('nobody'), shipped.raw('nobody'), shipped.list('nobody')])
      expect(await nothing).toBeUndefined();
  });

  it('is on hand where a folder is empty or not there, and not where prices are settled by what is in it', async () => {
    const settledBy = (texts: Record<string, string>) => folderWith(texts).then(openOnHand);
    expect((await settledBy({}))?.providers.has('openai')).toBe(true);
    expect((await settledBy({ 'report.html': '' }))?.providers.has('openai')).toBe(true);
    for (const path of ['run.json', 'overrides.yaml', 'providers/acme.json', 'providers-enriched/acme.json'])
      expect(await settledBy({ [path]: '' })).toBeUndefined();
  });
});
