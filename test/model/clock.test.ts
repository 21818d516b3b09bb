import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { believedNow, isPlausible, madeAt, notFromTheFuture } from '../../src/model/clock.js';
import type { RecordedResponse } from '../../src/read/recordingMeta.js';
import { recordingsDir } from '../sources/harness.js';

const now = Date.parse('2027-03-01T00:00:00Z');
const [year1970, year2099] = [0, Date.parse('2099-01-01')];

describe('a date of an earlier run', () => {
  it.each([
    ['2027-02-28T00:00:00.000Z', now, '2027-02-28T00:00:00.000Z'],
    ['2027-03-01T20:00:00.000Z', now, '2027-03-01T20:00:00.000Z'],
    ['2027-03-03T00:00:00.000Z', now, '2027-03-01T00:00:00.000Z'],
    ['2099-01-01T00:00:00.000Z', now, '2027-03-01T00:00:00.000Z'],
    ['1970-01-01T00:00:00.000Z', now, '1970-01-01T00:00:00.000Z'],
    ['', now, ''],
    ['2027-03-01T00:00:00.000Z', year1970, '2027-03-01T00:00:00.000Z'],
    ['2027-03-01T00:00:00.000Z', year2099, '2027-03-01T00:00:00.000Z'],
    ['2098-01-01T00:00:00.000Z', year2099, new Date(madeAt).toISOString()],
  ])('%s is read at %d as %s', (date, local, expected) => expect(notFromTheFuture(date, local)).toBe(expected));
});

it('the time now is believed where it can be', () =>
  expect([now, year1970, year2099].map(believedNow)).toEqual([now, madeAt, madeAt]));

it('this version was made before its newest recording, and not long before', () => {
  const days = readdirSync(recordingsDir).flatMap((folder) => {
    const meta = JSON.parse(readFileSync(join(recordingsDir, folder, 'meta.json'), 'utf8')) as {
      responses: RecordedResponse[];
    };
    return meta.responses.map(({ recordedAt }) => Date.parse(recordedAt));
  });
  const newest = Math.max(...days);
  expect(madeAt).toBeLessThanOrEqual(newest);
  expect(newest - madeAt).toBeLessThan(2 * 365 * 864e5);
  expect(isPlausible(newest)).toBe(true);
});
