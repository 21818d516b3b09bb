import { describe, expect, it } from 'vitest';
import type { HistoryLine } from '../../src/model/history.js';
import { history } from '../../src/sinks/history.js';
import { readHistory } from '../../src/store/history.js';
import { completed, modelRead, started } from '../builders.js';
import { anOffer, day, pageOn } from '../history/builders.js';
import { runDay } from './historyDays.js';
import { anEnd, aPlan, opened } from './plan.js';
import { filesIn, readText, temporaryFolder } from './temporaryFolder.js';

const short = ({ line, provider, id, usd, validFrom, change, supersedes, run }: HistoryLine) =>
  `${line} ${provider}/${id} ${usd} ${validFrom.slice(5, 10)} ${change} ${supersedes ?? '-'} ${run?.slice(5, 10) ?? '-'}`;
const linesIn = async (dir: string): Promise<string[]> => (await readHistory(dir)).lines.map(short);

describe('history/prices.jsonl', () => {
  it('begins with what the first run saw, and grows by what changed', async () => {
    const dir = await temporaryFolder();
    await runDay(dir, { on: 1, providers: { acme: { m: 0.001, n: 0.003 } } });
    await runDay(dir, { on: 2, providers: { acme: { m: 0.002, n: 0.003 } } });
    expect(await linesIn(dir)).toEqual([
      '1 acme/m 0.001 11-01 first - -',
      '2 acme/n 0.003 11-01 first - -',
      '3 acme/m 0.002 11-02 change 1 11-02',
    ]);
  });

  it('is left as it is by a run that sees nothing new', async () => {
    const dir = await temporaryFolder();
    await runDay(dir, { on: 1, providers: { acme: { m: 0.001 } } });
    const before = await readText(dir, 'history/prices.jsonl');
    await runDay(dir, { on: 2, providers: { acme: { m: 0.001 } } });
    expect(await readText(dir, 'history/prices.jsonl')).toBe(before);
  });

  it('has the same bytes whatever order providers and offers come in', async () => {
    const [a, b] = [await temporaryFolder(), await temporaryFolder()];
    await runDay(a, { on: 1, providers: { acme: { m: 0.001, n: 0.003 }, bolt: { m: 0.002 } } });
    await runDay(b, { on: 1, providers: { bolt: { m: 0.002 }, acme: { n: 0.003, m: 0.001 } } });
    expect(await readText(b, 'history/prices.jsonl')).toBe(await readText(a, 'history/prices.jsonl'));
  });

  it('ends the prices of an offer that is not listed any more, unless the run was cut off', async () => {
    const dir = await temporaryFolder();
    await runDay(dir, { on: 1, providers: { acme: { m: 0.001, n: 0.003 } } });
    await runDay(dir, { on: 2, providers: { acme: { m: 0.001 } }, plan: { isCut: true } });
    await runDay(dir, { on: 3, providers: { acme: { m: 0.001 } } });
    expect((await linesIn(dir)).slice(2)).toEqual(['3 acme/n null 11-03 change 2 11-03']);
  });

  it('has nothing of a provider that failed, or was not read', async () => {
    const dir = await temporaryFolder();
    await runDay(dir, { on: 1, providers: { acme: { m: 0.001 }, bolt: { m: 0.002 } } });
    await runDay(dir, { on: 2, providers: { bolt: {} }, failed: ['bolt'] });
    expect(await linesIn(dir)).toHaveLength(2);
  });

  it('closes a month by the hash of its file', async () => {
    const dir = await temporaryFolder();
    await runDay(dir, { on: 30, providers: { acme: { m: 0.001 } } });
    await runDay(dir, { on: 31, providers: { acme: { m: 0.002 } } });
    await runDay(dir, { on: 32, providers: { acme: { m: 0.003 } } });
    expect(await filesIn(dir)).toEqual(['history/prices-2026-11.jsonl', 'history/prices.jsonl']);
    expect((await linesIn(dir)).map((line) => line.slice(0, 14))).toEqual([
      '1 acme/m 0.001',
      '2 acme/m 0.002',
      '3 acme/m 0.003',
    ]);
  });

  it('does not move by a recording that is older than what is known', async () => {
    const dir = await temporaryFolder();
    await runDay(dir, { on: 5, providers: { acme: { m: 0.001 } } });
    const recorded = { api: { ...pageOn(3), via: 'recording' as const } };
    const plan = aPlan(dir, {
      baselines: { acme: { endpoint: 'api', rows: 1, shape: {}, readAt: day(5), pages: {}, held: [], readings: [] } },
    });
    const sink = opened(history, plan);
    const model = anOffer(0.002);
    await sink.write([
      started('acme'),
      { ...modelRead(model, model), sources: recorded },
      completed({ ...recorded.api, readAt: day(3), sources: recorded }),
    ]);
    await sink.commit(anEnd());
    expect(await linesIn(dir)).toHaveLength(1);
  });

  it('is corrected where the bytes that an earlier run read are read in another way, not where they were not believed', async () => {
    const dir = await temporaryFolder();
    const baseline = {
      endpoint: 'api',
      rows: 1,
      shape: {},
      readAt: day(4),
      pages: { 'bytes 4': day(4) },
      readings: [],
    };
    await runDay(dir, { on: 1, providers: { acme: { m: 0.001, n: 0.01 } } });
    const baselines = { acme: { ...baseline, held: ['n input 0.1'] } };
    await runDay(dir, { on: 5, bytesOf: 4, providers: { acme: { m: 0.002, n: 0.1 } }, plan: { baselines } });
    expect((await linesIn(dir)).slice(2)).toEqual([
      '3 acme/m 0.002 11-04 correction 1 11-05',
      '4 acme/n 0.1 11-05 change 2 11-05',
    ]);
  });

  it('is not opened by a run that leaves no files, or settles no prices', () => {
    expect(history.open(aPlan('nowhere', { dryRun: true }))).toBeUndefined();
    expect(history.open(aPlan('nowhere', { datasets: ['raw'] }))).toBeUndefined();
  });
});
