import { mkdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openBook } from '../../src/book/priceBook.js';
import { identifier } from '../../src/identity/identifier.js';
import { registryOf } from '../../src/identity/registryOf.js';
import type { Model } from '../../src/model/model.js';
import { openNetworks } from '../../src/read/networks.js';
import { openCourt } from '../../src/settle/court.js';
import { prettyJson, writeAtomically } from '../../src/sinks/writeAtomically.js';
import { openTable } from '../../src/store/table.js';
import { aProviderFile, aSnapshot, aSource } from '../builders.js';
import { aList, anOffer, anOwn, aRow } from '../settle/given.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';
import { recordingsDir } from '../sources/harness.js';

const models: Readonly<Record<string, readonly Model[]>> = {
  groq: [
    anOwn('openai/gpt-oss-120b', { input: 0.00015, output: 0.0006 }, { provider: 'groq' }),
    anOwn('llama-3.3-70b-versatile', { input: 0.0006, output: 0.0008 }, { provider: 'groq' }),
  ],
  acme: [anOffer('gpt-oss-120b')],
};
const lists = [aList('first', aRow('gpt-oss-120b', { input: 0.0001, output: 0.0004 }))];

const identify = identifier(registryOf(Object.values(models).flat()));

function aBook() {
  const asked: string[] = [];
  const read = (provider: string) => {
    asked.push(provider);
    return Promise.resolve(aSnapshot({ items: [...(models[provider] ?? [])] }));
  };
  const kinds = new Map([
    ['groq', 'host'],
    ['acme', 'gateway'],
  ] as const);
  const table = Object.assign(read, { providers: () => Promise.resolve(kinds) });
  return { asked, book: openBook({ court: openCourt(lists), table, identify, minConfidence: 0 }) };
}

describe('questions of a price book about models', () => {
  it('are answered from the whole table, each price settled as for a price that is asked for alone', async () => {
    const { book, asked } = aBook();
    const { models: all, found } = await book.models();
    expect(found).toBe(2);
    expect(all[0]).toMatchObject({
      ...{ key: 'openai/gpt-oss-120b', lab: 'openai' },
      cheapest: { offer: { provider: 'groq', cost: { input: 0.00015 } }, sold: 'direct' },
    });
    const resold = all[0]?.offers.find(({ provider }) => provider === 'acme');
    const { cost, pricing } = await book.price({ provider: 'acme', id: 'gpt-oss-120b' });
    expect(resold).toMatchObject({ cost, pricing });
    expect(cost.input).toBe(0.0001);
    await book.models({ maxInputUsdPerMillion: 0.2 });
    expect(asked).toEqual(['groq', 'acme']);
  });

  it('take prices per 1M tokens, and words in any spelling', async () => {
    const { book } = aBook();
    const keys = async (query: Parameters<typeof book.models>[0]) =>
      (await book.models(query)).models.map(({ key }) => key);
    expect(await keys({ maxInputUsdPerMillion: 0.2 })).toEqual(['openai/gpt-oss-120b']);
    expect(await keys({ words: 'Llama 3.3 70B' })).toEqual([expect.stringMatching(/^meta\/llama-3\.3-70b/)]);
  });

  it('give the offers of a model in any spelling, the cheapest first', async () =>
    expect(await aBook().book.offers('GPT OSS 120B')).toMatchObject({
      model: 'openai/gpt-oss-120b',
      offers: [
        { offer: { provider: 'acme' }, kind: 'gateway', sold: 'resold' },
        { offer: { provider: 'groq' }, kind: 'host', sold: 'direct' },
      ],
    }));

  it('say which model a text means, or may mean', async () => {
    const { book } = aBook();
    expect(await book.resolve('gpt_oss 120B')).toEqual({ model: 'openai/gpt-oss-120b' });
    expect(await book.resolve('zzz')).toEqual({ candidates: [] });
    expect(await book.offers('zzz')).toEqual({ candidates: [] });
  });

  it('want a table that says which providers it has', async () => {
    const book = openBook({ court: openCourt(lists), table: () => Promise.resolve(undefined) });
    await expect(book.models()).rejects.toThrow('the table does not say which providers it has: open it by openTable');
  });
});

it('a table that is opened over a folder has its providers, and those of the sources', async () => {
  const out = await temporaryFolder();
  await mkdir(`${out}/providers`, { recursive: true });
  const file = aProviderFile({ provider: { ...aProviderFile().provider, id: 'some-coding-plan' } });
  await writeAtomically(out, 'providers/some-coding-plan.json', prettyJson(file));
  const { embedded } = openNetworks({ mode: 'offline', env: {}, recordingsDir });
  const providers = await openTable(out, [aSource()], embedded).providers?.();
  expect([...(providers ?? [])]).toEqual([
    ['acme', 'host'],
    ['some-coding-plan', 'plan'],
  ]);
});
