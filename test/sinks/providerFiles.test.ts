import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { providerFile } from '../../src/model/providerFile.js';
import { fileOf, type Kind, providerFiles } from '../../src/sinks/providerFiles.js';
import { prettyJson } from '../../src/sinks/writeAtomically.js';
import { aModel, aProviderFile, aSource, completed, modelRead, priced } from '../builders.js';
import { filesIn, readText, temporaryFolder } from './temporaryFolder.js';

const both: Kind[] = ['raw', 'enriched'];
const rows = ['b', 'B', 'a', 'a-10', 'a-9'].map((id) => modelRead(aModel(id), priced(aModel(id))));
const inOrder = ['B', 'a', 'a-10', 'a-9', 'b'].map((id) => aModel(id));
const [raw, enriched] = ['providers/acme.json', 'providers-enriched/acme.json'] as const;

describe('providerFiles', () => {
  it('writes the raw and the enriched file on commit, sorted by id, and nothing before', async () => {
    const dir = await temporaryFolder();
    const sink = providerFiles(dir, aSource(), both);
    await sink.write(rows.slice(0, 2));
    await sink.write(rows.slice(2));
    expect(await filesIn(dir)).toEqual([]);

    const written = await sink.commit(completed());
    expect(written.map(({ path }) => path)).toEqual([raw, enriched]);
    expect(await readText(dir, raw)).toBe(prettyJson(aProviderFile({ models: inOrder })));
    expect(await readText(dir, enriched)).toBe(prettyJson(aProviderFile({ models: inOrder.map(priced) })));
    expect(await filesIn(dir)).toEqual([enriched, raw].sort());
  });

  it('writes what can be read again as a provider file', async () => {
    const dir = await temporaryFolder();
    const sink = providerFiles(dir, aSource(), ['enriched']);
    await sink.write(rows);
    await sink.commit(completed());
    expect(providerFile.parse(JSON.parse(await readText(dir, enriched))).models).toHaveLength(rows.length);
  });

  it.each([
    [['raw'], [raw]],
    [['enriched'], [enriched]],
  ] as [Kind[], string[]][])('writes only the %s file where only that is wanted', async (kinds, paths) => {
    const dir = await temporaryFolder();
    const sink = providerFiles(dir, aSource(), kinds);
    await sink.write(rows);
    await sink.commit(completed());
    expect(await filesIn(dir)).toEqual(paths);
  });

  it('leaves the raw file of a stale provider as it is, and enriches it anew', async () => {
    const dir = await temporaryFolder();
    const first = providerFiles(dir, aSource(), both);
    await first.write(rows);
    await first.commit(completed());
    const before = await readText(dir, raw);

    const second = providerFiles(dir, aSource(), both);
    await second.write(rows.slice(0, 1));
    const written = await second.commit(completed({ status: 'stale' }));
    expect(written.map(({ path }) => path)).toEqual([enriched]);
    expect(await readText(dir, raw)).toBe(before);
    expect(await readText(dir, enriched)).toBe(prettyJson(aProviderFile({ models: [priced(aModel('b'))] })));
  });

  it('leaves nothing after an abort', async () => {
    const dir = await temporaryFolder();
    const sink = providerFiles(dir, aSource(), both);
    await sink.write(rows);
    await sink.abort();
    expect(await filesIn(dir)).toEqual([]);
  });

  it('rejects where it can not write, and leaves no temporary file', async () => {
    const dir = await temporaryFolder();
    await mkdir(join(dir, raw), { recursive: true });
    const sink = providerFiles(dir, aSource(), both);
    await sink.write(rows);
    await expect(sink.commit(completed())).rejects.toMatchObject({ syscall: 'rename' });
    expect(await filesIn(dir)).toEqual([]);
  });

  it('writes the same bytes whatever the order of the rows and of the writes', async () => {
    const parent = await temporaryFolder();
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        fc.nat(rows.length),
        async (some, cut) => {
          const bytes = await Promise.all(
            [rows, some].map(async (list) => {
              const dir = await mkdtemp(join(parent, 'run-'));
              const sink = providerFiles(dir, aSource(), both);
              await sink.write(list.slice(0, cut));
              await sink.write(list.slice(cut));
              return sink.commit(completed());
            }),
          );
          expect(bytes[1]).toEqual(bytes[0]);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('fileOf', () => {
  it('is the file of a provider with its keys in their order', () => {
    const file = fileOf(aSource(), completed(), [aModel('b'), aModel('a')]);
    expect(JSON.stringify(file)).toBe(JSON.stringify(aProviderFile({ models: [aModel('a'), aModel('b')] })));
  });
});
