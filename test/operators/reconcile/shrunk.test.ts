import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Baseline } from '../../../src/model/baseline.js';
import type { Snapshot } from '../../../src/model/snapshot.js';
import type { Model } from '../../../src/model/model.js';
import type { Lost } from '../../../src/sources/kind.js';
import { shrunk as isShrunk } from '../../../src/operators/reconcile/shrunk.js';
import { aBaseline, aModel, anEndpoint, aSnapshot, aSource, models } from '../../builders.js';

const source = aSource({ endpoints: ['api', 'docs', 'catalog'].map((name) => anEndpoint({ name })) });
const shrunk = (
  read: Snapshot<Model>,
  previous: Snapshot<Model>,
  baseline: Baseline | undefined,
  missing?: readonly Lost[],
) => isShrunk(read, previous, baseline, source, missing);

const of = (count: number, more: Parameters<typeof aSnapshot>[0] = {}) => aSnapshot({ items: models(count), ...more });
const reading = (rows: number, records = rows, endpoint = 'api') => ({ endpoint, rows, records, priced: 0 });
const fell = (was: number, is: number, what: string) =>
  `the list fell from ${was} to ${is} ${what}; if that is right, run again with --accept-shrink`;

describe('shrunk', () => {
  it('believes a list that lost exactly 30 % of its records, and not one that lost one more', () => {
    expect(shrunk(of(7), of(10), undefined)).toBeNull();
    expect(shrunk(of(6), of(10), undefined)).toBe(fell(10, 6, 'records'));
    expect(shrunk(of(70), of(100), undefined)).toBeNull();
    expect(shrunk(of(69), of(100), undefined)).toBe(fell(100, 69, 'records'));
  });

  it('draws that line for every length that 30 % can be taken of', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (tens) => {
        const baseline = aBaseline({ readings: [reading(10 * tens, 0)] });
        const read = (rows: number) => ({ ...of(1), rows });
        expect(shrunk(read(7 * tens), of(1), baseline)).toBeNull();
        expect(shrunk(read(7 * tens - 1), of(1), baseline)).toBe(fell(10 * tens, 7 * tens - 1, 'rows'));
      }),
    ));

  it('believes one that grew, or stayed as long', () => {
    expect(shrunk(of(10), of(10), aBaseline({ readings: [reading(10)] }))).toBeNull();
    expect(shrunk(of(11), of(10), aBaseline({ readings: [reading(10)] }))).toBeNull();
  });

  it('refuses a list that loses 25 % a day as soon as it is below 70 % of the most of the last readings', () => {
    const days = [100, 75].map((rows) => reading(rows));
    expect(shrunk(of(75), of(100), aBaseline({ readings: days.slice(0, 1) }))).toBeNull();
    expect(shrunk(of(56), of(75), aBaseline({ readings: days }))).toBe(fell(100, 56, 'rows'));
    expect(shrunk(of(56), of(75), undefined)).toBeNull();
  });

  it('holds it against the most of the readings, wherever it stands among them', () => {
    for (const readings of [
      [100, 80, 80],
      [80, 100, 80],
      [80, 80, 100],
    ])
      expect(shrunk(of(69), of(80), aBaseline({ readings: readings.map((rows) => reading(rows)) }))).toBe(
        fell(100, 69, 'rows'),
      );
  });

  it('counts rows that became nothing as rows, and records apart from them', () => {
    const baseline = aBaseline({ readings: [reading(100, 10)] });
    expect(shrunk(of(10, { skipped: 59 }), of(10), baseline)).toBe(fell(100, 69, 'rows'));
    expect(shrunk(of(10, { skipped: 60 }), of(10), baseline)).toBeNull();
    expect(shrunk(of(6, { skipped: 94 }), of(6), baseline)).toBe(fell(10, 6, 'records'));
    expect(shrunk(of(7, { skipped: 93 }), of(6), baseline)).toBeNull();
  });

  it('counts the records of the previous snapshot where they are the most', () => {
    expect(shrunk(of(6), of(10), aBaseline({ readings: [reading(6)] }))).toBe(fell(10, 6, 'records'));
  });

  it('holds its records against those of any endpoint, its rows against those of its own', () => {
    const readings = [reading(100, 10, 'docs'), reading(5)];
    const baseline = aBaseline({ endpoint: 'docs', readings });
    expect(shrunk(of(5), of(5), baseline)).toBe(
      'the list fell from 10 of docs to 5 of api records; if that is right, run again with --accept-shrink',
    );
    expect(shrunk(of(7), of(7), baseline)).toBeNull();
    expect(shrunk(of(5, { endpoint: 'docs' }), of(100), undefined)).toBe(
      'the list fell from 100 of api to 5 of docs records; if that is right, run again with --accept-shrink',
    );
  });

  it('holds it against a recording as well', () => {
    const recorded = of(10, { via: 'recording', status: 'recording' });
    expect(shrunk(of(1), recorded, undefined)).toBe(fell(10, 1, 'records'));
    expect(shrunk(of(7), recorded, undefined)).toBeNull();
  });

  it('holds it against a recording of another endpoint, which may have had a key, by a tenth', () => {
    const recorded = of(50, { via: 'recording', status: 'recording' });
    const docs = (count: number) => of(count, { endpoint: 'docs' });
    expect(shrunk(docs(5), recorded, undefined)).toBeNull();
    expect(shrunk(docs(4), recorded, undefined)).toMatch(/^the list fell from 50 of api to 4 of docs records/);
    const readings = [{ ...reading(50), isRecorded: true as const }, reading(6, 6, 'docs')];
    expect(shrunk(docs(5), docs(6), aBaseline({ readings }))).toBeNull();
    expect(shrunk({ ...docs(4), rows: 6 }, docs(5), aBaseline({ readings }))).toMatch(
      /^the list fell from 50 of api to 4/,
    );
  });
});

describe('a list that is as long as before', () => {
  const named = (...ids: string[]) => aSnapshot({ items: ids.map((id) => aModel(id)) });
  const numbered = (from: number, to: number) => named(...Array.from({ length: to - from }, (_, i) => `m${from + i}`));

  it('is refused where over 30 % of its records are others', () => {
    expect(shrunk(numbered(3, 13), numbered(0, 10), undefined)).toBeNull();
    expect(shrunk(numbered(4, 14), numbered(0, 10), undefined)).toBe(
      '4 of the 10 records of the list are gone (m0, m1, m2 …), be others there; if that is right, run again with --accept-shrink',
    );
    expect(shrunk(named('M'), named('m'), undefined)).toMatch(/^1 of the 1 records of the list are gone \(m\), be/);
  });

  it('is refused as soon as over 30 % of those of one of the last readings are gone, the newest first', () => {
    const lost = (...gone: string[]) => ({ ...reading(10), gone });
    const readings = [reading(10), lost('m0', 'm1'), lost('m2')];
    const baseline = aBaseline({ readings });
    expect(shrunk(numbered(4, 14), numbered(3, 13), baseline)).toMatch(/^4 of the 10 records/);
    expect(shrunk(named('m0', ...numbered(4, 13).items.map(({ id }) => id)), numbered(3, 13), baseline)).toBeNull();
    expect(shrunk(numbered(4, 14), numbered(3, 13), aBaseline({ readings: readings.slice(1) }))).toBeNull();
  });

  it('is not where a better endpoint has other names, nor beside a recording, which may be old', () => {
    const [before, now] = [named('a', 'b'), named('c', 'd')];
    expect(shrunk(now, { ...before, endpoint: 'docs' }, undefined)).toBeNull();
    expect(shrunk(now, { ...before, endpoint: 'gone from the chain' }, undefined)).toBeNull();
    expect(shrunk({ ...now, endpoint: 'docs' }, before, undefined)).toMatch(/^2 of the 2 records/);
    expect(shrunk(now, { ...before, via: 'recording' }, undefined)).toBeNull();
  });

  it('is held against no reading from before the endpoint changed', () => {
    const readings = [reading(10, 10, 'docs'), { ...reading(10), gone: ['a', 'b', 'c', 'd'] }];
    expect(shrunk(numbered(0, 10), numbered(0, 10), aBaseline({ readings }))).toBeNull();
  });
});

describe('a list of which a page is missing', () => {
  const lost = (endpoint: string, ...brings: ('models' | 'prices')[]) => [{ endpoint, brings }];

  it('is not refused for the rows that went with the page', () => {
    const baseline = aBaseline({ readings: [reading(100, 10)] });
    expect(shrunk(of(10, { skipped: 0 }), of(10), baseline, lost('api', 'prices'))).toBeNull();
    expect(shrunk(of(10, { skipped: 0 }), of(10), baseline, lost('docs', 'prices'))).toBe(fell(100, 10, 'rows'));
  });

  it('is not refused for the records either, where the page brings models: they are kept', () => {
    expect(shrunk(of(6), of(10), undefined, lost('api', 'models'))).toBeNull();
    expect(shrunk(of(6), of(10), undefined, lost('api', 'prices'))).toBe(fell(10, 6, 'records'));
  });
});
