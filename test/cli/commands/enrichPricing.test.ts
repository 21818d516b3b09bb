import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { prettyJson } from '../../../src/sinks/writeAtomically.js';
import { aModel, aProviderFile } from '../../builders.js';
import { filesIn, readText, temporaryFolder } from '../../sinks/temporaryFolder.js';
import { commandLine, manifestIn, providerIn } from '../ratecard.js';

describe('enrich-pricing', { timeout: 60_000 }, () => {
  let out: string;
  const raw = (name: string) => join(out, 'providers', `${name}.json`);
  const enrich = (...more: string[]) => commandLine(['enrich-pricing', '--offline', '--out', out, ...more]);

  beforeEach(async () => {
    out = await temporaryFolder();
    await mkdir(join(out, 'providers'));
    await writeFile(raw('acme'), prettyJson(aProviderFile()));
  });

  it('names a file that it can not read, and counts it as failed', async () => {
    await writeFile(raw('groq'), '{"half');
    const { code, stderr } = await enrich();
    expect(code).toBe(0);
    expect(stderr).toMatch(/^\[groq\] Failed \(.*providers\/groq\.json is damaged/m);
    const { providers } = await manifestIn(out);
    expect(providers).toMatchObject({
      acme: { status: 'unchanged' },
      groq: { status: 'failed', faults: [{ endpoint: 'file', kind: 'file' }] },
    });
    expect(await enrich('--strict', '--quiet')).toMatchObject({
      ...{ code: 1, stderr: expect.stringMatching(/^error: --strict: 1 failed: groq/) as string },
    });
    expect(await enrich('--provider', 'groq')).toMatchObject({ code: 1 });
  });

  it('knows a provider by what its file says, and takes the file of its name first', async () => {
    const enrichedIds = async () => {
      expect((await enrich('--provider', 'acme')).code).toBe(0);
      return (await providerIn(out, 'acme', 'providers-enriched')).models.map(({ id }) => id);
    };
    await writeFile(raw('my-copy'), prettyJson(aProviderFile({ models: [aModel('copied')] })));
    expect(await enrichedIds()).toEqual(['m']);
    await rm(raw('acme'));
    expect(await enrichedIds()).toEqual(['copied']);
    expect((await filesIn(out)).filter((path) => path.startsWith('providers-enriched/'))).toEqual([
      'providers-enriched/acme.json',
    ]);
  });

  it('makes of what was downloaded the same files as one run', async () => {
    const once = await temporaryFolder();
    const groq = ['--offline', '--provider', 'groq', '--quiet'];
    expect((await commandLine([...groq, '--out', once])).code).toBe(0);
    await rm(raw('acme'));
    expect((await commandLine(['download', ...groq, '--out', out])).code).toBe(0);
    expect((await filesIn(out)).filter((path) => path.startsWith('providers-enriched/'))).toEqual([]);
    expect((await enrich('--quiet')).code).toBe(0);
    expect(await filesIn(out)).toEqual(await filesIn(once));
    for (const path of ['providers/groq.json', 'providers-enriched/groq.json', 'prices/helicone.json'])
      expect([path, (await readText(out, path)) === (await readText(once, path))]).toEqual([path, true]);
  });

  it('leaves what was downloaded as it is, and how that ended', async () => {
    const before = await readText(out, 'providers/acme.json');
    expect((await commandLine(['download', '--offline', '--quiet', '--provider', 'groq', '--out', out])).code).toBe(0);
    const { outcomes } = await manifestIn(out);
    expect((await enrich('--provider', 'acme')).code).toBe(0);
    expect(await readText(out, 'providers/acme.json')).toBe(before);
    expect((await manifestIn(out)).outcomes).toEqual(outcomes);
  });

  it('needs something that was downloaded', async () => {
    await rm(raw('acme'));
    expect(await enrich()).toMatchObject({
      ...{ code: 1, stderr: `error: ${out}/providers holds no models: run \`ratecard download\` first\n` },
    });
  });
});
