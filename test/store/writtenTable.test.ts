import { appendFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWritten } from '../../src/store/writtenTable.js';
import { aModel, aProviderFile } from '../builders.js';
import { folderWith } from './folderWith.js';
import { writtenFolder } from './writtenFolder.js';

const acme = aProviderFile({ models: [aModel('m1')] });
const id = acme.provider.id;
const later = new Date(Date.now() + 60_000);

describe('what a run left', () => {
  it('is read as it was written', async () => {
    const written = await openWritten(await writtenFolder([acme]));
    const part = await written?.part(id);
    expect([part?.sources, [...(part?.offers.keys() ?? [])]]).toEqual([acme.sources, ['m1']]);
    expect(part?.offers.get('m1')).toEqual(acme.models[0]);
    expect([...(written?.providers ?? [])]).toEqual([id]);
    expect(await written?.isOfRaw(id)).toBe(true);
  });

  it.each(['nobody', '../run', '__proto__', 'constructor'])('is nothing of %s', async (name) => {
    const written = await openWritten(await writtenFolder([acme]));
    expect(await written?.part(name)).toBeUndefined();
    expect(await written?.isOfRaw(name)).toBe(false);
  });

  it('is nothing where a byte of the file is another', async () => {
    const out = await writtenFolder([acme]);
    await appendFile(join(out, `providers-enriched/${id}.json`), ' ');
    const written = await openWritten(out);
    expect(await written?.part(id)).toBeUndefined();
  });

  it('is not of a raw file that was downloaded since', async () => {
    const out = await writtenFolder([acme]);
    await appendFile(join(out, `providers/${id}.json`), ' ');
    expect(await (await openWritten(out))?.isOfRaw(id)).toBe(false);
  });

  it('is of a raw file that the run left as it was, and of no newer one', async () => {
    const out = await writtenFolder([acme], { files: {} });
    const written = await openWritten(out);
    const raw = join(out, `providers/${id}.json`);
    await utimes(raw, new Date(0), new Date(0));
    expect(await written?.isOfRaw(id)).toBe(true);
    await utimes(raw, later, later);
    expect(await written?.isOfRaw(id)).toBe(false);
  });

  it.each([
    ['of another version', { version: '0.0.1' }],
    ['without its files', { files: undefined }],
  ])('counts for nothing by a manifest %s', async (_, more) =>
    expect(await openWritten(await writtenFolder([acme], more))).toBeUndefined(),
  );

  it.each(['', '{', 'null', '7'])('counts for nothing by the manifest %j', async (text) =>
    expect(await openWritten(await folderWith({ 'run.json': text }))).toBeUndefined(),
  );
});

describe('the corrections of a run', () => {
  const corrections = async (more: object) => {
    const out = await writtenFolder([acme], more);
    return { out, isSame: async () => (await openWritten(out))?.isOfOverrides() };
  };
  const path = (out: string) => join(out, 'overrides.yaml');

  it('are those of now where there were none and are none', async () => {
    const { out, isSame } = await corrections({});
    expect(await isSame()).toBe(true);
    await writeFile(path(out), '[]');
    expect(await isSame()).toBe(false);
  });

  it('are those of now until they are changed, or taken away', async () => {
    const { out, isSame } = await corrections({ overrides: { agreed: [], missing: [] } });
    await writeFile(path(out), '[]');
    await utimes(path(out), new Date(0), new Date(0));
    expect(await isSame()).toBe(true);
    await utimes(path(out), later, later);
    expect(await isSame()).toBe(false);
    await rm(path(out));
    expect(await isSame()).toBe(false);
  });
});
