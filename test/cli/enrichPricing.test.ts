import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ProviderFile } from '../../src/model/providerFile.js';
import type { Run } from '../../src/model/run.js';
import { prettyJson } from '../../src/sinks/writeAtomically.js';
import { aModel, aProviderFile } from '../builders.js';
import { newFolder, ratecard } from './ratecard.js';

describe('enrich-pricing', { timeout: 120_000 }, () => {
  let out: string;
  const raw = (name: string) => join(out, 'providers', `${name}.json`);
  const enrich = (...more: string[]) => ratecard(['enrich-pricing', '--offline', '--out', out, ...more]);

  beforeAll(async () => {
    out = await newFolder();
    await mkdir(join(out, 'providers'));
    await writeFile(raw('acme'), prettyJson(aProviderFile()));
  });

  it('names a file that it can not read, and counts it as failed', async () => {
    await writeFile(raw('groq'), '{"half');
    const { code, stderr } = await enrich();
    expect(code).toBe(0);
    expect(stderr).toMatch(/^\[groq\] Failed \(.*providers\/groq\.json is damaged/m);
    const { providers } = JSON.parse(await readFile(join(out, 'run.json'), 'utf8')) as Run;
    expect(providers).toMatchObject({ acme: { status: 'unchanged' }, groq: { status: 'failed' } });
    expect(await enrich('--strict', '--quiet')).toMatchObject({
      ...{ code: 1, stderr: expect.stringMatching(/^error: --strict: 1 failed: groq/) as string },
    });
    expect(await enrich('--provider', 'groq')).toMatchObject({ code: 1 });
  });

  it('knows a provider by what its file says, and takes the file of its name first', async () => {
    const enrichedIds = async () => {
      expect((await enrich('--provider', 'acme')).code).toBe(0);
      const { models } = JSON.parse(
        await readFile(join(out, 'providers-enriched', 'acme.json'), 'utf8'),
      ) as ProviderFile;
      return models.map(({ id }) => id);
    };
    await writeFile(raw('my-copy'), prettyJson(aProviderFile({ models: [aModel('copied')] })));
    expect(await enrichedIds()).toEqual(['m']);
    await rm(raw('acme'));
    expect(await enrichedIds()).toEqual(['copied']);
    expect(await readdir(join(out, 'providers-enriched'))).toEqual(['acme.json']);
  });
});
