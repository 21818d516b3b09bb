import { describe, expect, it } from 'vitest';
import type { Times } from '../../src/model/times.js';
import type { ReportRun, ReportSource } from '../../src/report/reportData.js';
import { reportRunOf } from '../../src/report/reportRunOf.js';
import { bytesText, inRunOrder, timeText } from '../../src/page/run/runColumns.js';
import {
  averageOf,
  endOf,
  fittingRows,
  levelsOf,
  peakOf,
  rowsOf,
  type RunRow,
  spentOf,
  totalsOf,
} from '../../src/page/run/timeline.js';
import { manifestOf } from '../../src/sinks/manifest.js';
import { aListRun, anEnd, aPlan, aProviderRun, aSummary } from '../sinks/plan.js';

const times: Times = {
  fetching: [
    [10, 30],
    [50, 60],
  ],
  retrying: [[20, 40]],
  parsing: [[60, 65]],
  endedMs: 100,
};

/** A run of a price list and two providers, of which one failed. */
const aRun = (): ReportRun =>
  reportRunOf(
    manifestOf(
      aPlan('/nowhere', { options: { concurrency: 3 } }),
      anEnd({
        summary: aSummary({
          providers: {
            acme: aProviderRun({ name: 'Acme', times, rows: 7, rejected: 2, bytes: 100, models: 5 }),
            beta: aProviderRun({
              ...{ name: 'Beta AI', status: 'failed', error: 'answered 503', bytes: 0, rows: 0, rejected: 0 },
              times: { fetching: [[0, 20]], retrying: [], parsing: [], endedMs: 20 },
              requests: { answered: 0, retried: 3, failed: 1 },
            }),
          },
          prices: { list: aListRun({ name: 'The List', rows: 1, bytes: 50, prices: 9 }) },
        }),
      }),
    ),
  );

const ids = (rows: readonly RunRow[]): string[] => rows.map(({ id }) => id);

describe('the run', () => {
  const run = aRun();
  const rows = rowsOf(run);

  it('carries when what happened to each source from the manifest', () => {
    expect(run.providers['acme']?.times).toEqual(times);
    expect(run.prices['list']).not.toHaveProperty('times', expect.anything());
    expect(run.concurrency).toBe(3);
  });

  it('has all sources, with how long each did what', () => {
    expect(rows.map(({ kind, id, items, spent }) => [kind, id, items, spent])).toEqual([
      ['price list', 'list', 9, null],
      ['provider', 'acme', 5, { waiting: 55, fetching: 30, retrying: 20, parsing: 5 }],
      ['provider', 'beta', 1, { waiting: 0, fetching: 20, retrying: 0, parsing: 0 }],
    ]);
    expect(spentOf({ fetching: [], retrying: [], parsing: [[0, 9]], endedMs: 5 }).waiting).toBe(0);
  });

  it('adds up what its sources did', () =>
    expect(totalsOf(rows)).toEqual({
      ...{ sources: 3, failed: 1, answered: 2, retried: 3, missed: 1 },
      ...{ bytes: 150, rows: 8, rejected: 2 },
    }));

  it('ends with what is told last', () => {
    expect(endOf(rows, 50)).toBe(100);
    expect(endOf(rows, 200)).toBe(200);
    expect(endOf([], 0)).toBe(1);
  });

  it('is searched by name, kind, status and error', () => {
    expect(ids(fittingRows(rows, ''))).toEqual(['list', 'acme', 'beta']);
    expect(ids(fittingRows(rows, 'beta 503'))).toEqual(['beta']);
    expect(ids(fittingRows(rows, 'PRICE list'))).toEqual(['list']);
    expect(ids(fittingRows(rows, 'gone'))).toEqual([]);
  });

  it('stands in the order in which sources began, or in the one that is asked for', () => {
    expect(ids(inRunOrder(rows, ''))).toEqual(['beta', 'acme', 'list']);
    expect(ids(inRunOrder(rows, '-start'))).toEqual(['acme', 'beta', 'list']);
    expect(ids(inRunOrder(rows, 'name'))).toEqual(['acme', 'beta', 'list']);
    expect(ids(inRunOrder(rows, '-bytes'))).toEqual(['acme', 'list', 'beta']);
    expect(ids(inRunOrder(rows, 'no such column'))).toEqual(['beta', 'acme', 'list']);
  });
});

describe('how many sources are read at a time', () => {
  const of = (...fetching: Times['fetching'][]): Pick<ReportSource, 'times'>[] =>
    fetching.map((spans) => ({ times: { ...times, fetching: spans } }));

  it('is a level from each change on; where one ends as another begins nothing changes', () =>
    expect(levelsOf(of([[10, 20]], [[15, 30]], [[20, 40]]))).toEqual([
      { ms: 0, count: 0 },
      { ms: 10, count: 1 },
      { ms: 15, count: 2 },
      { ms: 20, count: 2 },
      { ms: 30, count: 1 },
      { ms: 40, count: 0 },
    ]));

  it('has a peak and an average', () => {
    const levels = levelsOf(of([[0, 20]], [[10, 20]]));
    expect(levels[0]).toEqual({ ms: 0, count: 1 });
    expect([peakOf(levels), averageOf(levels, 40), averageOf(levels, 10)]).toEqual([2, 0.75, 1]);
    expect([peakOf(levelsOf([{}])), averageOf([], 0)]).toEqual([0, 0]);
  });
});

it('times and bytes are told in the unit that fits', () => {
  expect([0, 999, 1000, 1234, 59_900, 125_000].map(timeText)).toEqual([
    ...['0 ms', '999 ms', '1 s', '1.23 s', '59.9 s', '2 min 5 s'],
  ]);
  expect([0, 999, 1000, 71_499, 1_210_000].map(bytesText)).toEqual(['0 B', '999 B', '1 KB', '71.5 KB', '1.21 MB']);
});
