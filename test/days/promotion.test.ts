import { createHash } from 'node:crypto';
import { map } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/model/model.js';
import type { ProviderRun } from '../../src/model/run.js';
import type { Network } from '../../src/read/network.js';
import { sources } from '../../src/sources/index.js';
import { readProviderFile } from '../../src/store/previous.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';
import { dayNetwork, type RecordedDay, runDay } from './runDay.js';

/** Rows of the table of prices by the name of the model: the words behind it, and the price of input in USD per 1M tokens. */
type Rows = Readonly<Record<string, readonly (readonly [words: string, input: number])[]>>;

const rowOf = (name: string, words: string, input: number): string =>
  `| ${name}${words} | $${input} / MTok | $${input * 1.25} / MTok | $${input * 2} / MTok | $${input / 10} / MTok | $${input * 5} / MTok |`;

/** The page of prices with those rows in the place of what it has for the models. */
const withRows = (body: string, rows: Rows): string =>
  Object.entries(rows).reduce(
    (page, [name, some]) =>
      page.replace(
        new RegExp(`^\\| ${name.replaceAll('.', '\\.')} (?:\\([^|]*)?\\|(?:[^|\n]*\\|){5}$`, 'm'),
        some.map(([words, input]) => rowOf(name, words, input)).join('\n'),
      ),
    body,
  );

function networkOf(day: RecordedDay, rows: Rows): Network {
  const network = dayNetwork(day);
  return {
    ...network,
    fetch: (request, source) =>
      network.fetch(request, source).pipe(
        map((page) => {
          const body = withRows(page.body, rows);
          return { ...page, body, sha256: createHash('sha256').update(body).digest('hex') };
        }),
      ),
  };
}

/** Runs of two days, three weeks apart, over pages with those rows: what became of the provider, and of a model. */
async function afterDays(before: Rows, after: Rows): Promise<{ run: ProviderRun; model: Model }> {
  const out = await temporaryFolder();
  const runOn = (day: RecordedDay, rows: Rows) => {
    const network = networkOf(day, rows);
    return runDay(day, out, {
      networks: { network, recordings: undefined, embedded: network, isOffline: false },
      ...{ sources: sources.filter(({ id }) => id === 'anthropic'), lists: [], datasets: ['raw'] },
    });
  };
  await runOn('2026-08-01', before);
  const { providers } = await runOn('2026-08-22', after);
  const model = (await readProviderFile(out, 'anthropic'))?.models.find(({ id }) => id === 'claude-sonnet-5');
  return { run: providers['anthropic']!, model: model! };
}

const until20 = ' through August 20, 2026';
const from21 = ' starting August 21, 2026';
const promoted = (input: number, later: number) => [[until20, input] as const, [from21, later] as const];
const plain = (input: number) => [['', input] as const];
const isTaken = {
  ...{ status: 'fresh', kept: { prices: 0, facts: 0, records: 0 } },
  error: expect.not.stringMatching(/ fell from /) as string,
};

describe('a price that ends by its own word', () => {
  it('is not missed once it is gone, be it that of a single model', async () => {
    const [before, after] = [{ 'Claude Sonnet 5': promoted(2, 3) }, { 'Claude Sonnet 5': plain(3) }];
    const { run, model } = await afterDays(before, after);
    expect(run).toMatchObject(isTaken);
    expect(model).toMatchObject({ cost: { input: 0.003, output: 0.015 }, pricing: { status: 'priced' } });
    expect(model.tiers.filter(({ when }) => when.from ?? when.until)).toEqual([]);
    expect(model).not.toHaveProperty('kept');
  });

  it('is not missed before that day either, where it holds without an end now', async () => {
    const before = {
      'Claude Sonnet 5': [[' through August 31, 2026', 2] as const, [' starting September 1, 2026', 3] as const],
    };
    const { run, model } = await afterDays(before, { 'Claude Sonnet 5': plain(2) });
    expect(run).toMatchObject(isTaken);
    expect(model).toMatchObject({ cost: { input: 0.002 } });
    expect(model.tiers.filter(({ when }) => when.from ?? when.until)).toEqual([]);
  });

  it('nor does the one after it count as moved too far, for it was announced', async () => {
    const names = ['Claude Sonnet 5', 'Claude Opus 5', 'Claude Opus 4.8', 'Claude Haiku 4.5'];
    const all = (rows: Rows[string]) => Object.fromEntries(names.map((name) => [name, rows]));
    for (const rows of [promoted(0.3, 3), promoted(0.03, 3), [[until20, 0.3]] as const])
      for (const some of [all(rows), { 'Claude Sonnet 5': rows }]) {
        const after = Object.fromEntries(Object.keys(some).map((name) => [name, plain(3)]));
        const { run, model } = await afterDays(some, after);
        expect(run).toMatchObject({ ...isTaken, jumps: [] });
        expect(model.cost).toMatchObject({ input: 0.003 });
      }
    const early = await afterDays(
      { 'Claude Sonnet 5': [[' through August 31, 2026', 0.3]] },
      { 'Claude Sonnet 5': plain(3) },
    );
    expect(early.run.jumps).toContainEqual({ id: 'claude-sonnet-5', field: 'input', was: 0.0003, is: 0.003 });
  });

  it('nor are the rows that stated it, where they were most of them', async () => {
    const names = ['Claude Sonnet 5', 'Claude Opus 5', 'Claude Opus 4.8', 'Claude Haiku 4.5'];
    const all = (rows: Rows[string]) => Object.fromEntries(names.map((name) => [name, rows]));
    expect((await afterDays(all(promoted(2, 3)), all(plain(3)))).run).toMatchObject(isTaken);
    expect((await afterDays(all(plain(3)), all(promoted(2, 3)))).run).toMatchObject(isTaken);
  });

  it('nor is it kept with another price that is gone, and is kept', async () => {
    const long = [' for prompts over 200,000 tokens', 6] as const;
    const before = { 'Claude Sonnet 5': [...promoted(2, 3), long] };
    const { run, model } = await afterDays(before, { 'Claude Sonnet 5': plain(3) });
    expect(run).toMatchObject({ status: 'fresh', kept: { prices: 1 } });
    expect(run.error).toContain('the input (contextAbove) prices of docs fell from 1 to 0');
    expect(model.cost).toMatchObject({ input: 0.003 });
    expect(model.tiers.map(({ when }) => when)).toEqual(
      expect.arrayContaining([{ contextAbove: 200_000 }, { serviceTier: 'batch' }]),
    );
    expect(model.tiers.filter(({ when }) => when.from ?? when.until)).toEqual([]);
  });
});

it('a price without days that only one model had is missed as ever', async () => {
  const before = { 'Claude Sonnet 5': [...plain(3), [' for prompts over 200,000 tokens', 6] as const] };
  const { run, model } = await afterDays(before, { 'Claude Sonnet 5': plain(3) });
  expect(run).toMatchObject({ status: 'fresh', kept: { prices: 1 } });
  expect(run.error).toContain('the input (contextAbove) prices of docs fell from 1 to 0');
  expect(model.kept).toEqual({ cost: '2026-08-01' });
});
