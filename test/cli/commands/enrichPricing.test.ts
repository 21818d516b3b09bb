import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
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

  it.each(['../../x-of-acme', '/x-of-acme', 'con', '__proto__', 'constructor', 'a/b', 'acme.'])(
    'writes nowhere else where a file says that its provider is %j, and names the file',
    async (id) => {
      const file = aProviderFile();
      await writeFile(raw('evil'), prettyJson({ ...file, provider: { ...file.provider, id } }));
      expect(await enrich()).toMatchObject({ code: 0, stderr: expect.stringContaining('[evil] Failed') as string });
      expect((await manifestIn(out)).providers).toMatchObject({
        acme: { status: 'unchanged' },
        evil: { status: 'failed', error: expect.stringContaining('providers/evil.json names its provider') as string },
      });
      expect((await filesIn(out)).filter((path) => path.startsWith('providers-enriched/'))).toEqual([
        'providers-enriched/acme.json',
      ]);
      expect(await readdir(join(out, '..'))).not.toContain('x-of-acme.json');
    },
  );

  it('names a file whose name is no provider’s, and one that is another’s in other case', async () => {
    const file = aProviderFile();
    const isAcme = prettyJson({ ...file, provider: { ...file.provider, id: 'ACME' } });
    for (const name of ['__proto__', 'con', 'ACME'])
      await writeFile(raw(name), name === 'ACME' ? isAcme : prettyJson(file));
    const { code, stderr } = await enrich('--strict');
    expect([code, stderr.split('\n').at(-2)]).toEqual([1, expect.stringMatching(/^error: --strict: 3 failed/)]);
    const { providers } = await manifestIn(out);
    expect(Object.values(providers).flatMap(({ error }) => error ?? [])).toEqual([
      `${raw('acme')} is ACME in other case: remove one of them`,
      `${raw('__proto__')} has a name that no provider can have: remove it`,
      `${raw('con')} has a name that no provider can have: remove it`,
    ]);
  });

  it('counts a code of a file that is a name of JavaScript like any other', async () => {
    const model = aModel('m');
    const issues = [
      { code: 'constructor', detail: 'x' },
      { code: '__proto__', detail: 'y' },
    ];
    const odd = { ...model, pricing: { ...model.pricing, issues } };
    await writeFile(
      raw('acme'),
      prettyJson(aProviderFile({ models: [odd, aModel('__proto__'), aModel('constructor')] })),
    );
    expect(await enrich('--quiet')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect((await manifestIn(out)).totals.models).toBe(3);
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
