import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { providerFiles } from '../../src/sinks/providerFiles.js';
import { readAs, readBaselines, readEarlier } from '../../src/sinks/earlier.js';
import { aProviderFile, aSource, completed, day1, modelRead } from '../builders.js';
import { temporaryFolder } from './temporaryFolder.js';

async function folderWith(path: string, text: string): Promise<string> {
  const dir = await temporaryFolder();
  await mkdir(dirname(join(dir, path)), { recursive: true });
  await writeFile(join(dir, path), text);
  return dir;
}

describe('readAs', () => {
  const schema = z.strictObject({ a: z.number() });

  it('reads a file of that form', async () =>
    expect(await readAs(schema, await folderWith('x.json', '{"a": 1}'), 'x.json')).toEqual({ a: 1 }));

  it.each([
    ['is cut off', '{"a": 1'],
    ['is empty', ''],
    ['another version wrote', '{"a": 1, "b": 2}'],
    ['holds something else', '[]'],
  ])('knows nothing of a file that %s', async (_, text) =>
    expect(await readAs(schema, await folderWith('x.json', text), 'x.json')).toBeUndefined(),
  );

  it('knows nothing where there is none', async () =>
    expect(await readAs(schema, await temporaryFolder(), 'x.json')).toBeUndefined());
});

describe('readEarlier', () => {
  it('reads what the sink wrote of a provider, and not of another', async () => {
    const dir = await temporaryFolder();
    const sink = providerFiles(dir, aSource(), ['raw']);
    await sink.write([modelRead()]);
    await sink.commit(completed());
    expect(await readEarlier(dir, 'acme')).toEqual(aProviderFile());
    expect(await readEarlier(dir, 'beta')).toBeUndefined();
  });

  it('does not take the enriched file for it', async () => {
    const dir = await folderWith('providers-enriched/acme.json', JSON.stringify(aProviderFile()));
    expect(await readEarlier(dir, 'acme')).toBeUndefined();
  });
});

describe('readBaselines', () => {
  it('reads what was seen of each provider', async () => {
    const before = { link: 'api', rows: 3, shape: { id: 'string' } };
    const seen = { acme: { ...before, readAt: day1 }, beta: before };
    expect(await readBaselines(await folderWith('baselines.json', JSON.stringify(seen)))).toEqual(seen);
  });

  it('is empty where nothing was, or nothing that can be read', async () => {
    expect(await readBaselines(await temporaryFolder())).toEqual({});
    expect(await readBaselines(await folderWith('baselines.json', '{"acme": 1}'))).toEqual({});
  });
});
