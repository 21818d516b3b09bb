import { from } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Baseline, Volume } from '../../src/model/baseline.js';
import type { Completed, Event } from '../../src/model/events.js';
import type { SnapshotHead } from '../../src/model/snapshot.js';
import { seenAfter } from '../../src/sinks/seenAfter.js';
import type { RunPlan } from '../../src/sinks/sink.js';
import { summaryOf } from '../../src/summaryOf.js';
import { aBaseline, completed, day1, day2, failed } from '../builders.js';
import { aPlan } from './plan.js';

const reading = (rows = 1, more: Partial<Volume> = {}): Volume => ({
  ...{ endpoint: 'api', rows, records: rows, priced: 0, stated: { api: {} } },
  ...more,
});
const acme = aBaseline({ readings: [reading()] });
const beta = aBaseline({ readings: [reading()] });
const none = { baselines: 'abc', sources: {} };
/** The end of a reading that held what is known. */
const same = (head: Partial<SnapshotHead> = {}, more: Partial<Completed> = {}) =>
  completed({ readAt: day2, ...head }, more);

/** What is known after a run of these events. */
const after = async (events: readonly Event[], plan: Partial<RunPlan> = {}) =>
  seenAfter(aPlan('/nowhere', { baselines: { acme, beta }, readAgain: none, ...plan }), await summaryOf(from(events)));
const again = async (...args: Parameters<typeof after>) => (await after(...args)).readAgain;
/** With that as what is known of the one source. */
const known = (more: Partial<Baseline>): Partial<RunPlan> => ({ baselines: { acme: { ...acme, ...more } } });

describe('a run whose readings held the same', () => {
  it('tells in its manifest when they were read again, and all that is known beside', async () => {
    expect(await after([same()])).toEqual({
      baselines: { acme: { ...acme, readAt: day2, readings: [reading(), reading()] }, beta },
      readAgain: { ...none, sources: { acme: { readAt: day2, times: 1 } } },
    });
  });

  it('carries on what earlier ones told, and counts them up, to seven', async () => {
    const sources = {
      acme: { readAt: day1, times: 2 },
      beta: { readAt: day1, times: 7 },
      zeta: { readAt: day1, times: 3 },
    };
    const readAgain = { ...none, sources };
    expect(await again([same({}, { source: 'beta' }), same()], { readAgain })).toEqual({
      ...none,
      sources: { acme: { readAt: day2, times: 3 }, beta: { readAt: day2, times: 7 }, zeta: sources.zeta },
    });
  });

  it('has the names in their order, whatever order they ended in', async () => {
    const readings = [same({}, { source: 'beta' }), same({}, { kind: 'prices' }), same()];
    const baselines = { acme, beta, 'prices/acme': acme };
    expect(Object.keys((await again(readings, { baselines }))!.sources)).toEqual(['acme', 'beta', 'prices/acme']);
  });

  it('is one that read nothing: nothing is new', async () => {
    expect(await again([])).toEqual(none);
    expect(await again([failed(), same({ rows: 9, status: 'stale' }, { source: 'beta' })])).toEqual(none);
  });

  it('is one that reads other providers from their files', async () =>
    expect(await again([same({ rows: 9 })], { datasets: ['enriched'] })).toEqual(none));

  it('lost nothing more than the one before, which tells what it lost', async () => {
    const lost = known({ readings: [reading(2), reading(1, { gone: ['m'] })] });
    expect(await again([same()], lost)).toEqual({ ...none, sources: { acme: { readAt: day2, times: 1 } } });
    expect(await again([same({ gone: { records: ['m'], prices: [] } })], lost)).toBeUndefined();
  });
});

describe('a run after which `baselines.json` has to be written', () => {
  it.each<[string, Event, Partial<RunPlan>]>([
    ['has a source that nobody knew', same({}, { source: 'new' }), {}],
    ['knew no reading of one', same(), known({ readings: [] })],
    ['read another endpoint', same({ endpoint: 'docs' }), {}],
    ['has more rows', same({ rows: 2 }), {}],
    ['has more prices', same({ priced: 1 }), {}],
    ['has more that are no records', same({ skipped: 1 }), {}],
    ['has other keys', same({}, { shape: { id: 'number' } }), {}],
    ['states a price more often', same({}, { stated: { api: { input: 1 } } }), {}],
    ['read other bytes', same({ sha256: 'def' }), {}],
    ['keeps a price back', same({ jumps: [{ id: 'm', field: 'input', was: 1, is: 9 }] }), {}],
    ['keeps none back any more', same(), known({ held: ['m input 9'] })],
    ['goes by a recording for once', same({ via: 'recording' }), {}],
    ['lost a record', same({ gone: { records: ['m'], prices: [] } }), {}],
    ['finds no file that can be added to', same(), { readAgain: undefined }],
    ['leaves no manifest', same({}, { kind: 'prices' }), { datasets: [], baselines: { 'prices/acme': acme } }],
  ])('is one that %s', async (_, event, plan) => expect(await again([event], plan)).toBeUndefined());

  it('is one of which a single source held something else: then all is in the file', async () => {
    const readAgain = { ...none, sources: { acme: { readAt: day1, times: 1 } } };
    expect(await after([same(), same({ rows: 2 }, { source: 'beta' })], { readAgain })).toEqual({
      baselines: {
        acme: { ...acme, readAt: day2, readings: [reading(), reading()] },
        beta: { ...beta, rows: 2, readAt: day2, readings: [reading(), reading(2)] },
      },
      readAgain: undefined,
    });
  });

  it('is one under --accept-shrink, unless all readings before it held the same', async () => {
    const acceptShrink = true;
    const plan = (...rows: number[]) => ({ acceptShrink, ...known({ readings: rows.map((one) => reading(one)) }) });
    expect(await again([same()], plan(2, 1))).toBeUndefined();
    expect(await again([same()], plan(1, 1))).toEqual({ ...none, sources: { acme: { readAt: day2, times: 1 } } });
  });
});
