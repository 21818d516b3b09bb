import { describe, expect, it } from 'vitest';
import type { Model } from '../../../src/model/model.js';
import { type Known, type Verdict, verdictOn } from '../../../src/operators/reconcile/verdictOn.js';
import type { Snapshot } from '../../../src/model/snapshot.js';
import type { Draft } from '../../../src/model/draft.js';
import { companion } from '../../../src/sources/ask.js';
import { aFault, anEndpoint, aSnapshot, aSource, day2, models, priced } from '../../builders.js';

const page = (brings: 'ids' | 'prices') =>
  companion({ url: 'https://acme.example/more' }, { brings: [brings], read: () => undefined });
const list = { url: 'https://acme.example/api' };
const source = aSource({
  endpoints: [
    anEndpoint({ requests: { list, names: page('ids'), prices: page('prices') } }),
    anEndpoint({ name: 'docs' }),
  ],
});

const verdict = (read: Snapshot<Model>, given: Partial<Known<Draft, Model>> = {}): Verdict<Model> =>
  verdictOn(read, { source, hasRecorded: true, acceptShrink: false, now: Date.parse(day2), ...given });

const items = models(4);
const live = { snapshot: aSnapshot({ items }) };
const recorded = { snapshot: aSnapshot({ items, via: 'recording' }) };
const lacking = (request: string) => aSnapshot({ items, faults: [aFault('api', { request })] });
const taken = { goesBy: 'reading', lost: [], keptFrom: null };

describe('the verdict on a reading', () => {
  it('is that it is taken where nothing is known, or as much', () => {
    expect(verdict(aSnapshot({ items }))).toEqual(taken);
    expect(verdict(aSnapshot({ items, readAt: day2 }), { previous: live })).toEqual(taken);
  });

  it('is that the previous one stands in where it is shorter, unless that is accepted', () => {
    const read = aSnapshot({ items: models(2), rows: 2, error: 'docs answered 503' });
    const found = verdict(read, { previous: live });
    expect(found).toMatchObject({ goesBy: 'previous', previous: live.snapshot });
    expect('why' in found && found.why.message).toMatch(/^docs answered 503; the list fell from 4 to 2 records; if/);
    expect(verdict(read, { previous: live, acceptShrink: true })).toEqual(taken);
  });

  it('is the same where a better endpoint failed, for seven days by the clock of those who were asked', () => {
    const on = (day: number) => new Date(Date.UTC(2027, 0, day)).toISOString();
    const previous = { snapshot: aSnapshot({ items, fetchedAt: on(1) }) };
    const faults = [aFault('api')];
    const error = 'api answered 503';
    const at = (readAt: string, now = Date.UTC(1970, 0, 1)) =>
      verdict(aSnapshot({ items, endpoint: 'docs', faults, readAt, error }), { previous, now });
    const why = { message: error, faults };
    expect(at(on(7))).toEqual({ goesBy: 'previous', previous: previous.snapshot, why });
    expect(at(on(8))).toMatchObject({ goesBy: 'reading' });
    // By ours where they have none that can be right.
    expect(at('1970-01-01T00:00:00.000Z', Date.parse(on(7))).goesBy).toBe('previous');
    expect(at('1970-01-01T00:00:00.000Z', Date.parse(on(8))).goesBy).toBe('reading');
  });

  it('is that the previous one, or else the recording, stands in where it lacks what brings its ids', () => {
    const read = lacking('names');
    expect(verdict(read, { previous: live })).toMatchObject({ goesBy: 'previous', why: { faults: read.faults } });
    expect(verdict(read)).toMatchObject({ goesBy: 'recorded', why: { faults: read.faults } });
    expect(verdict(read, { previous: recorded })).toMatchObject({ goesBy: 'recorded' });
    expect(verdict(read, { hasRecorded: false })).toMatchObject({ goesBy: 'reading' });
  });

  it('is that it is taken where it lacks a page of prices; those are kept from what is better', () => {
    const read = lacking('prices');
    const lost = [{ endpoint: 'api', brings: ['prices'] }];
    expect(verdict(read, { previous: live })).toMatchObject({ lost, keptFrom: live.snapshot });
    expect(verdict(read, { previous: recorded })).toMatchObject({ lost, keptFrom: 'recorded' });
    expect(verdict(read)).toMatchObject({ lost, keptFrom: 'recorded' });
  });

  it('is the same where its prices fell, without a recording from one that an earlier run wrote', () => {
    const read = aSnapshot({ items });
    const before = aSnapshot({ items: items.map(priced), via: 'recording' });
    const found = verdict(read, { previous: { snapshot: before }, hasRecorded: false });
    expect(found).toMatchObject({ lost: [{ endpoint: 'api', fell: 'some' }], keptFrom: before });
    expect(verdict(read, { previous: { snapshot: before } })).toMatchObject({ keptFrom: 'recorded' });
  });
});
