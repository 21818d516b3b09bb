import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SourceRow } from '../../src/cli/commands/sources.js';
import type { Explanation } from '../../src/match/explain.js';
import type { DeadLetter } from '../../src/model/deadLetter.js';
import { type Ended, linesOf, manifestIn, newFolder, providerIn, ratecard, root } from '../cli/ratecard.js';
import { localServer } from '../read/localServer.js';
import { sampleIn } from '../docs/pages.js';
import { filesIn, readText, temporaryFolder } from '../sinks/temporaryFolder.js';
import { priceLists } from '../../src/sources/prices/index.js';

const priceList = `import { z } from 'zod';
import type { PriceRow } from '../../model/price.js';
import { defineEndpoint, definePriceList } from '../define.js';
import { amount, id } from '../parse/fields.js';
import { jsonList } from '../parse/json.js';
import { perMillion, stated } from '../parse/money.js';

export const acme = definePriceList({
  id: 'acme',
  name: 'Acme',
  docs: 'https://acme.example/docs',
  env: [],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    defineEndpoint({
      name: 'list',
      requests: { list: { url: 'https://acme.example/prices' } },
      rows: ({ list }) => jsonList(list, 'prices'),
      row: z.looseObject({ id, seller: z.string(), in: amount, out: amount }),
      normalize: (price): PriceRow => ({
        provider: price.seller,
        model: price.id,
        operator: 'equals',
        cost: stated({ input: perMillion(price.in), output: perMillion(price.out) }),
      }),
    }),
  ],
  sellers: { groq: 'GQ' },
});
`;

const strategy = `import type { Strategy } from './strategy.js';

const suffix = /!acme$/;

/** An id with "!acme" behind it. */
export const acme: Strategy = {
  name: 'acme',
  needs: { knownWords: false, knownVersions: false, wholeName: false },
  block: ({ text }) => text.replace(suffix, ''),
  guards: [{ name: 'mark', objection: ({ text }) => (suffix.test(text) ? null : 'it says no !acme') }],
  level: () => 'family',
  explain: (model) => \`\${model.text} is sold by Acme\`,
  onTie: 'refuse',
};
`;

const sink = `import { leavesFiles, type Sink } from './sink.js';
import { writeAtomically } from './writeAtomically.js';

/** acme.txt: how many models the run gave. */
export const acme: Sink = {
  open: (plan) => {
    if (!leavesFiles(plan)) return undefined;
    let models = 0;
    return {
      write: (events) => {
        models += events.filter(({ type }) => type === 'model').length;
        return Promise.resolve();
      },
      commit: async () => [await writeAtomically(plan.out, 'acme.txt', \`\${models} models\\n\`)],
      abort: () => Promise.resolve([]),
    };
  },
};
`;

const prices = {
  prices: [
    { id: 'allam-2-7b', seller: 'GQ', in: 1, out: '3' },
    { id: 'x', seller: null },
  ],
};
const models = { data: [{ id: 'ex-1', name: 'Ex 1', context: 1000, price: { input: 0.5, output: '2' } }] };

/** Adds a file, and its line at the head or the end of the list that a registry exports. */
async function add(home: string, file: string, text: string, registry: string, place: 'first' | 'last'): Promise<void> {
  await writeFile(join(home, 'src', file), text);
  const [, name = ''] = /^export const (\w+)/m.exec(text) ?? [];
  const path = join(home, 'src', registry);
  const before = await readFile(path, 'utf8');
  const list = /(?<= = \[)([^\]]*?),?\s*(?=\];)/;
  const after = before.replace(list, place === 'first' ? `${name}, $1` : `$1, ${name}`);
  expect(after).not.toBe(before);
  await writeFile(path, `import { ${name} } from './${basename(file, '.ts')}.js';\n${after}`);
}

async function addRecording(home: string, id: string, url: string, content: unknown): Promise<void> {
  const [dir, body] = [join(home, 'data/recordings', id), JSON.stringify(content)];
  await mkdir(dir);
  await writeFile(join(dir, 'body.json'), body);
  const sha256 = createHash('sha256').update(body).digest('hex');
  const responses = [{ file: 'body.json', url, recordedAt: '2026-10-01', sha256 }];
  await writeFile(join(dir, 'meta.json'), JSON.stringify({ responses }));
}

/** The project with one price list, strategy, sink and provider more, built. */
async function extended(): Promise<string> {
  const home = await newFolder();
  await cp(join(root, 'src'), join(home, 'src'), { recursive: true });
  for (const file of ['build.js', 'buildProgram.js', 'package.json']) await cp(join(root, file), join(home, file));
  await symlink(join(root, 'node_modules'), join(home, 'node_modules'));
  await mkdir(join(home, 'data/recordings'), { recursive: true });
  await symlink(join(root, 'data/registry.json'), join(home, 'data/registry.json'));
  for (const id of await readdir(join(root, 'data/recordings')))
    await symlink(join(root, 'data/recordings', id), join(home, 'data/recordings', id));

  await add(home, 'sources/prices/acme.ts', priceList, 'sources/prices/index.ts', 'last');
  await add(home, 'match/acme.ts', strategy, 'match/ladder.ts', 'last');
  await add(home, 'sinks/acme.ts', sink, 'sinks/index.ts', 'first');
  await add(home, 'sources/example-ai.ts', sampleIn('docs/adding.md'), 'sources/index.ts', 'last');
  await addRecording(home, 'acme', 'https://acme.example/prices', prices);
  await addRecording(home, 'example-ai', 'https://api.example.com/v1/models', models);
  await promisify(execFile)(process.execPath, ['build.js'], { cwd: home });
  return home;
}

describe('one file and one line in a registry', { timeout: 60_000 }, () => {
  let home: string;
  let out: string;
  let ran: Ended;
  const program = (...args: string[]) => ratecard(args, { home });

  beforeAll(async () => {
    home = await extended();
    out = join(home, 'data');
    const some = ['--provider', 'groq', '--provider', 'Example AI', '--min-confidence', '0'];
    ran = await program('--offline', ...some, '--out', out);
    expect(ran).toMatchObject({ code: 0, stdout: '' });
  }, 60_000);
  afterAll(() => rm(home, { recursive: true }));

  describe('add a price list', () => {
    it('that prices a model nobody else does, and leaves the others', async () => {
      const { models } = await providerIn(out, 'groq', 'providers-enriched');
      expect(models.find(({ id }) => id === 'allam-2-7b')).toMatchObject({
        cost: { input: 0.001, output: 0.003 },
        pricing: {
          ...{ status: 'priced', source: 'acme' },
          match: { strategy: 'exact', provider: 'GQ', model: 'allam-2-7b' },
        },
      });
      const others = models.filter(({ pricing }) => pricing.source === 'acme').map(({ id }) => id);
      expect(others).toEqual(['allam-2-7b']);
    });

    it('that is heard before a first run, for what ships was made by another program, which no package may have', async () => {
      expect(await readText(home, 'dist/lib/shipped/enriched.js')).toBe('export const files = {};\n');
      const { stdout } = await program('explain', 'groq/allam-2-7b', '--json', '--out', join(home, 'empty'));
      const { quotes } = JSON.parse(stdout) as { readonly quotes: readonly { readonly witness: string }[] };
      expect(quotes.map(({ witness }) => witness)).toContain('acme');
      const alone = "(await import('./buildProgram.js')).buildProgram({ isAlone: true })";
      await expect(
        promisify(execFile)(process.execPath, ['--input-type=module', '-e', `await ${alone}`], { cwd: home }),
      ).rejects.toThrow('`pnpm generate` makes it anew');
    });

    it('with its file, its baseline, its dead letters, and its place in the manifest', async () => {
      expect(JSON.parse(await readText(out, 'prices/acme.json'))).toMatchObject({
        ...{ source: 'acme', endpoint: 'list', sources: { list: { via: 'recording' } } },
        rows: [{ provider: 'GQ', model: 'allam-2-7b', operator: 'equals', cost: { input: 0.001, output: 0.003 } }],
      });
      expect(JSON.parse(await readText(out, 'baselines.json'))).toMatchObject({ 'prices/acme': { rows: 2 } });
      expect(linesOf<DeadLetter>(await readText(out, 'rejected.jsonl'))).toMatchObject([
        { source: 'acme', kind: 'prices', path: 'seller', row: { id: 'x' } },
      ]);
      const { prices, totals, files } = await manifestIn(out);
      expect(Object.keys(prices)).toEqual(['acme', ...priceLists.map(({ id }) => id)].sort());
      expect(prices['acme']).toMatchObject({
        ...{ name: 'Acme', status: 'recording', endpoint: 'list', url: 'https://acme.example/prices' },
        ...{ rows: 2, prices: 1, rejected: 1, error: null },
      });
      expect(totals.sources).toHaveProperty('acme', 1);
      expect(files).toHaveProperty('prices/acme.json');
    });

    it('in the count of the progress and in the summary', () => {
      expect(ran.stderr).toMatch(/ Completed \((\d+)\/\1 - 100\.0%\)/);
      expect(ran.stderr).toMatch(/│ acme +│ +1 │/);
    });

    it('in the table of sources', async () => {
      const { stdout } = await program('sources', '--json', '--out', out);
      expect((JSON.parse(stdout) as SourceRow[]).filter(({ id }) => id === 'acme')).toEqual([
        {
          providerKind: null,
          ...{ id: 'acme', kind: 'prices', name: 'Acme', endpoint: 'https://acme.example/prices' },
          ...{
            key: null,
            keyPresent: false,
            unit: 'USD per 1M tokens',
            evidence: 'recorded',
            recorded: {
              day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
              rows: 2,
              priced: 0.5,
              partial: null,
            },
            lastOutcome: 'recording',
          },
        },
      ]);
    });

    it('in explanations', async () => {
      const { stdout } = await program('explain', 'groq/allam-2-7b', '--offline', '--json', '--out', out);
      expect(JSON.parse(stdout)).toMatchObject({
        ...{ isListed: true, quotes: [{ witness: 'acme', cost: { input: 0.001, output: 0.003 } }] },
        lists: expect.arrayContaining([
          expect.objectContaining({ list: 'helicone', match: null }),
          expect.objectContaining({
            ...{ list: 'acme', rows: 1 },
            match: expect.objectContaining({ strategy: 'exact', model: 'allam-2-7b' }) as unknown,
          }),
        ]) as unknown,
      });
    });

    it('to download by its name', async () => {
      const alone = await temporaryFolder();
      const { code, stderr } = await program('download', '--offline', '--provider', 'ACME', '--out', alone);
      expect(code).toBe(0);
      expect(stderr).toContain(`1 prices of 2026-10-01 (recording) are in ${alone}/prices/acme.json`);
      expect(await filesIn(alone)).toEqual(expect.arrayContaining(['acme.txt', 'prices/acme.json']));
      expect(await filesIn(alone)).not.toContain('prices/helicone.json');
    });

    it('to record by its name', async () => {
      const more = { prices: [...prices.prices, { id: 'new', seller: 'GQ' }] };
      const server = await localServer((_, response) => response.end(JSON.stringify(more)));
      expect(await program('record', '--mirror', server.url, '--provider', 'acme')).toEqual({
        ...{ code: 0, stdout: '', stderr: '[Acme] Recorded 1 answer\n' },
      });
      expect(server.hits).toEqual(['GET /acme.example/prices']);
      expect(JSON.parse(await readText(home, 'data/recordings/acme/body.json'))).toEqual(more);
    });
  });

  describe('add a strategy', () => {
    it('that the filter asks after the others', async () => {
      const input = ['gpt-4o!acme', 'gpt-4o'].map((id) => JSON.stringify({ id, provider: 'openai' })).join('\n');
      const { stdout } = await ratecard(
        ['enrich-pricing', '--stdin', '--offline', '--prices', 'helicone', '--min-confidence', '0'],
        { home, input },
      );
      expect(linesOf(stdout)).toMatchObject([
        {
          cost: { input: 0.0025, output: 0.01 },
          pricing: { source: 'helicone', match: { strategy: 'acme', reason: 'gpt-4o!acme is sold by Acme' } },
        },
        { pricing: { source: 'helicone', match: { strategy: 'exact' } } },
      ]);
    });

    it('with its step in explanations, after the others', async () => {
      const { stdout } = await program('explain', 'openai/gpt-4o!acme', '--offline', '--json', '--out', out);
      const { lists } = JSON.parse(stdout) as { lists: Explanation[] };
      expect([lists[0]?.list, lists.at(-1)?.list]).toEqual(['helicone', 'acme']);
      expect(lists[0]?.steps.map(({ strategy }) => strategy)).toEqual(['exact', 'contains', 'similar', 'acme']);
      expect(lists[0]?.steps.at(-1)).toMatchObject({ unasked: null, candidates: [{ model: 'gpt-4o', refusedBy: [] }] });
      expect(lists[0]?.match).toMatchObject({ strategy: 'acme', reason: 'gpt-4o!acme is sold by Acme' });
    });
  });

  describe('add a sink', () => {
    it('that is given all of a run, and whose file the manifest tells', async () => {
      expect(await readText(out, 'acme.txt')).toBe('18 models\n');
      const { files, totals } = await manifestIn(out);
      expect([totals.models, files['acme.txt']]).toEqual([
        ...[18, createHash('sha256').update('18 models\n').digest('hex')],
      ]);
    });
  });

  describe('add a provider', () => {
    it('as docs/adding.md shows it', async () => {
      expect(await providerIn(out, 'example-ai')).toMatchObject({
        provider: { id: 'example-ai', name: 'Example AI', docs: 'https://example.com/docs/models' },
        models: [
          {
            ...{ id: 'ex-1', provider: 'example-ai', name: 'Ex 1', limit: { context: 1000, output: null } },
            cost: { input: 0.0005, output: 0.002 },
            pricing: { status: 'priced', source: 'provider' },
          },
        ],
      });
      expect((await manifestIn(out)).providers['example-ai']).toMatchObject({ status: 'recording', endpoint: 'api' });
    });
  });
});
