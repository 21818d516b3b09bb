import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HistoryLine } from '../../../src/model/history.js';
import { aLine, day } from '../../history/builders.js';
import { temporaryFolder } from '../../sinks/temporaryFolder.js';
import { commandLine, type Ended, linesOf, newFolder } from '../ratecard.js';

/** gpt-4o cost other prices on the first days of November than it does by the recordings; a later run moved the first price. */
const lines: readonly HistoryLine[] = [
  aLine({ usd: 0.005 }),
  aLine({ line: 2, component: 'output', usd: 0.015 }),
  aLine({ line: 3, usd: 0.004, validFrom: day(5), supersedes: 1, change: 'change', run: day(5) }),
  aLine({ line: 4, usd: 0.0025, validFrom: day(9), supersedes: 3, change: 'change', run: day(9) }),
].map((line) => ({ ...line, provider: 'openai', id: 'gpt-4o' }));
const gone = [
  aLine({ line: 5 }),
  aLine({ line: 6, usd: null, validFrom: day(4), supersedes: 5, change: 'change' }),
].map((line) => ({ ...line, provider: 'openai', id: 'gpt-gone' }));

let out: string;
const head = { schemaVersion: 2, month: '2026-11', previous: null };
const asked = (args: readonly string[], input = ''): Promise<Ended> =>
  commandLine([...args, '--offline', '--out', out], { input });

beforeAll(async () => {
  out = await newFolder();
  await mkdir(join(out, 'history'));
  await writeFile(
    join(out, 'history/prices.jsonl'),
    [head, ...lines, ...gone].map((line) => `${JSON.stringify(line)}\n`).join(''),
  );
});

afterAll(() => rm(out, { recursive: true }));

describe('prices of another day', { timeout: 60_000 }, () => {
  it('are told with the lines of the history that say so', async () => {
    const { stdout } = await asked(['price', 'openai/gpt-4o', '--at', '2026-11-06', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      cost: { input: 0.004, output: 0.015 },
      history: { validFrom: day(5), validTo: day(9), lines: [{ line: 2 }, { line: 3 }].reverse() },
    });
    const shown = await asked(['price', 'openai/gpt-4o', '--at', '2026-11-06']);
    expect(shown.stdout).toContain('by the history: from 2026-11-05 to 2026-11-09');
  });

  it('are none before the history begins, and say since when they are known', async () => {
    const { stdout } = await asked(['price', 'openai/gpt-4o', '--at', '2026-10-01']);
    expect(stdout).toContain('no price of 2026-10-01 is known: its history begins on 2026-11-01');
    const { stdout: cost } = await asked(['cost', 'openai/gpt-4o', '--input', '1000', '--at', '2026-10-01']);
    expect(cost).toContain('its history begins on 2026-11-01');
  });

  it('are known of an offer that is not listed any more, and since when', async () => {
    expect((await asked(['price', 'openai/gpt-gone'])).stdout).toContain('listed until 2026-11-04');
    const { stdout } = await asked(['price', 'openai/gpt-gone', '--at', '2026-11-03']);
    expect(stdout).toContain('priced: input 1 USD per 1M');
  });

  it('make what a call cost then', async () => {
    const { stdout } = await asked([
      'cost',
      'openai/gpt-4o',
      '--input',
      '1000',
      '--output',
      '1000',
      '--at',
      '2026-11-02',
    ]);
    expect(stdout).toContain('openai/gpt-4o: 0.02 USD');
  });

  it('are those of each line by its own time, of a version by that version, and of --at by that', async () => {
    const line = (time: string) =>
      JSON.stringify({ provider: 'openai', model: 'gpt-4o', usage: { prompt_tokens: 1000 }, time });
    const input = ['2026-11-02', '2026-11-06', '2026-11-10', '2026-10-01'].map((time) => `${line(time)}\n`).join('');
    const totals = async (...args: string[]) =>
      linesOf<{ cost: { total: string | null } }>((await asked(['cost', '--stdin', ...args], input)).stdout).map(
        ({ cost: { total } }) => total,
      );
    expect(await totals()).toEqual(['0.005', '0.004', '0.0025', null]);
    expect(await totals('--as-of', '2026-11-05')).toEqual(['0.005', '0.004', '0.004', null]);
    expect(await totals('--at', '2026-11-06')).toEqual(['0.004', '0.004', '0.004', '0.004']);
  });

  it('need a history, and no price list of their own', async () => {
    const empty = await temporaryFolder();
    const none = await commandLine(['price', 'openai/gpt-4o', '--as-of', '2026-11-05', '--offline', '--out', empty]);
    expect([none.code, none.stderr]).toEqual([
      1,
      expect.stringMatching(/history\/prices\.jsonl is not there: `ratecard run` begins it/),
    ]);
    const list = await asked([
      'cost',
      'openai/gpt-4o',
      '--input',
      '1',
      '--as-of',
      '2026-11-05',
      '--prices',
      'helicone',
    ]);
    expect([list.code, list.stderr]).toEqual([2, expect.stringContaining('leave out --prices')]);
    const wrong = await asked(['price', 'openai/gpt-4o', '--as-of', 'yesterday']);
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('the startedAt of a run')]);
  });
});
