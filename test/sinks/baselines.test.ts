import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { from } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Baseline, Volume } from '../../src/model/baseline.js';
import type { Completed, Event } from '../../src/model/events.js';
import type { SnapshotHead } from '../../src/model/snapshot.js';
import { baselines } from '../../src/sinks/baselines.js';
import type { RunPlan } from '../../src/sinks/sink.js';
import { prettyJson } from '../../src/sinks/writeAtomically.js';
import { readBaselines } from '../../src/store/seen.js';
import { summaryOf } from '../../src/summaryOf.js';
import { aBaseline, completed, day1, day2, failed, modelRead, started } from '../builders.js';
import { anEnd, aPlan, opened } from './plan.js';
import { filesIn, readText, temporaryFolder } from './temporaryFolder.js';

/** A reading of so many rows, all of them priced records. */
const reading = (rows: number, endpoint = 'api'): Volume => ({
  ...{ endpoint, rows, records: rows, priced: rows },
  stated: { [endpoint]: {} },
});
const end = (rows: number, head: Partial<SnapshotHead> = {}, more: Partial<Completed> = {}) =>
  completed({ rows, priced: rows, ...head }, more);

/** Ends a run of these events. */
async function commit(dir: string, events: readonly Event[], plan: Partial<RunPlan> = {}): Promise<void> {
  const summary = await summaryOf(from(events));
  await opened(baselines, aPlan(dir, plan)).commit(anEnd({ summary }));
}

/** What is known after a run of these events. */
async function after(
  events: readonly Event[],
  plan: Partial<RunPlan> = {},
): Promise<Readonly<Record<string, Baseline>>> {
  const dir = await temporaryFolder();
  await commit(dir, events, plan);
  return readBaselines(dir);
}

describe('a baseline', () => {
  it('is what the run saw of a source', async () => {
    const dir = await temporaryFolder();
    const head = { endpoint: 'docs', rows: 9, rejected: 2, skipped: 3, priced: 1, readAt: day2 };
    await commit(dir, [started(), modelRead(), completed(head, { stated: { docs: { input: 1 } } })]);
    expect(await readText(dir, 'baselines.json')).toBe(
      prettyJson({
        acme: {
          endpoint: 'docs',
          rows: 9,
          shape: { id: 'string' },
          readAt: day2,
          pages: { abc: day1 },
          held: [],
          readings: [{ endpoint: 'docs', rows: 9, records: 4, priced: 1, stated: { docs: { input: 1 } } }],
        },
      }),
    );
  });

  it('knows the prices that the run kept back, so that the next one takes them where they are stated again', async () => {
    const jumps = [{ id: 'm', field: 'input', was: 0.001, is: 1 }];
    expect(await after([end(1, { jumps })])).toEqual({
      acme: aBaseline({ held: ['m input 1'], readings: [reading(1)] }),
    });
    const all = jumps.map((jump) => ({ ...jump, isCommon: true as const }));
    expect(await after([end(1, { jumps: all })])).toEqual({ acme: aBaseline({ readings: [reading(1)] }) });
  });

  it('of a price list is kept apart from that of a provider of the same id', async () => {
    const price = end(5, {}, { kind: 'prices', shape: { model: 'string' } });
    expect(await after([end(2), price])).toEqual({
      acme: aBaseline({ rows: 2, readings: [reading(2)] }),
      'prices/acme': aBaseline({ rows: 5, shape: { model: 'string' }, readings: [reading(5)] }),
    });
  });

  it('stays where its source was not read, and is sorted in among the new ones', async () => {
    const zeta = aBaseline({ endpoint: 'old' });
    const known = { zeta, acme: aBaseline({ endpoint: 'old' }) };
    const found = await after([end(1, {}, { source: 'beta' }), end(2)], { baselines: known });
    expect(Object.entries(found)).toEqual([
      ['acme', aBaseline({ rows: 2, readings: [reading(2)] })],
      ['beta', aBaseline({ rows: 1, readings: [reading(1)] })],
      ['zeta', zeta],
    ]);
  });

  it.each<[string, Event]>([
    ['only an earlier snapshot stands in', end(7, { status: 'stale' })],
    ['the source failed', failed()],
  ])('stays where %s', async (_, last) => {
    const acme = aBaseline({ readings: [reading(1)] });
    expect(await after([started(), modelRead(), last], { baselines: { acme } })).toEqual({ acme });
    expect(await after([started(), modelRead(), last])).toEqual({});
  });

  it('is taken again of a source that gave the same as before', async () => {
    const acme = aBaseline({ readings: [reading(1)] });
    expect(await after([end(1, { status: 'unchanged', readAt: day2 })], { baselines: { acme } })).toEqual({
      acme: aBaseline({ readAt: day2, readings: [reading(1), reading(1)] }),
    });
  });

  it('of a provider is no business of a run that reads its file, of a price list it is', async () => {
    const acme = aBaseline();
    expect(
      await after([end(7), end(5, {}, { kind: 'prices' })], { datasets: ['enriched'], baselines: { acme } }),
    ).toEqual({ acme, 'prices/acme': aBaseline({ rows: 5, readings: [reading(5)] }) });
  });
});

describe('the readings of a source', () => {
  const known = (...rows: number[]) => ({ acme: aBaseline({ readings: rows.map((one) => reading(one)) }) });
  const readingsAfter = async (head: Partial<SnapshotHead>, plan: Partial<RunPlan>) =>
    (await after([end(8, head)], plan))['acme']?.readings;

  it('are remembered, the newest last', async () => {
    expect(await readingsAfter({}, { baselines: known(1, 2) })).toEqual([reading(1), reading(2), reading(8)]);
  });

  it('are the last seven: the oldest is dropped for an eighth', async () => {
    expect(await readingsAfter({}, { baselines: known(1, 2, 3, 4, 5, 6) })).toEqual(
      [1, 2, 3, 4, 5, 6, 8].map((rows) => reading(rows)),
    );
    expect(await readingsAfter({}, { baselines: known(1, 2, 3, 4, 5, 6, 7) })).toEqual(
      [2, 3, 4, 5, 6, 7, 8].map((rows) => reading(rows)),
    );
  });

  it('are those of all endpoints together', async () => {
    expect(await readingsAfter({ endpoint: 'docs' }, { baselines: known(1) })).toEqual([
      reading(1),
      reading(8, 'docs'),
    ]);
  });

  it('begin anew under --accept-shrink: nothing before is a measure any more', async () => {
    expect(await readingsAfter({}, { baselines: known(100, 200), acceptShrink: true })).toEqual([reading(8)]);
  });

  it('count a recording like any other: whatever is shorter than that was cut short as well', async () => {
    const head = { status: 'recording', via: 'recording' } as const;
    expect(await readingsAfter(head, { baselines: known(1, 2) })).toEqual([
      reading(1),
      reading(2),
      { ...reading(8), isRecorded: true },
    ]);
  });

  it('note what each of them lost, unless nothing before is a measure any more', async () => {
    const head = { gone: { records: ['a', 'b'], prices: [] } };
    const noted = { ...reading(8), gone: ['a', 'b'] };
    expect(await readingsAfter(head, { baselines: known(1) })).toEqual([reading(1), noted]);
    expect(await readingsAfter(head, { baselines: known(1), acceptShrink: true })).toEqual([reading(8)]);
  });
});

describe('the file of baselines', () => {
  it('has the same bytes whatever the order in which the sources ended', async () => {
    const [one, two] = [await temporaryFolder(), await temporaryFolder()];
    const events = ['acme', 'beta', 'zeta'].map((source) => end(3, {}, { source }));
    for (const [dir, some] of [
      [one, events],
      [two, events.toReversed()],
    ] as const)
      await commit(dir, some);
    expect(await readText(two, 'baselines.json')).toBe(await readText(one, 'baselines.json'));
  });

  it('that can not be written fails the commit', async () => {
    const dir = await temporaryFolder();
    await mkdir(join(dir, 'baselines.json'));
    await expect(opened(baselines, aPlan(dir)).commit(anEnd())).rejects.toMatchObject({ syscall: 'rename' });
  });

  it('is left as it is by an abort', async () => {
    const dir = await temporaryFolder();
    expect(await opened(baselines, aPlan(dir)).abort()).toEqual([]);
    expect(await filesIn(dir)).toEqual([]);
  });
});
