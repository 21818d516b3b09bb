import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/model/activity.js';
import type { Event, SourceRef, Started } from '../../src/model/events.js';
import { followRun } from '../../src/operators/followRun.js';
import { newState, nextState, type PlannedRun, type RunState } from '../../src/operators/followRun/runState.js';
import { completed, failed, modelRead, priceRead, rejected, started } from '../builders.js';
import { marbles } from '../marbles.js';

const acme: SourceRef = { kind: 'provider', source: 'acme' };
const prices: SourceRef = { kind: 'prices', source: 'acme' };
const planned: PlannedRun = {
  sources: [
    { ...prices, lastMs: 300 },
    { ...acme, lastMs: 100 },
    { kind: 'provider', source: 'beta', lastMs: undefined },
  ],
  concurrency: 2,
};
const asked = (request: string, who = acme): Activity => ({ ...who, type: 'asked', request });
const answered = (request: string, who = acme): Activity => ({ ...who, type: 'answered', request });
const retry = { request: 'a', attempt: 2, attempts: 4, at: 900, why: 'answered 503' };
const retrying: Activity = { ...acme, type: 'retrying', ...retry };

/** The state after some events, the nth of them at n ms. */
const after = (...events: (Event | Activity)[]): RunState =>
  events.reduce((state, event, i) => nextState(state, event, i + 1), newState(planned, 0));

const running = ({ running: sources }: RunState, key = 'provider/acme') => sources.get(key);

describe('followRun', () => {
  it('tells where the run stands at once and after each event, counted from each subscription', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const events = cold<Event>('--s-m-|', { s: started(), m: modelRead() });
      const states = events.pipe(followRun(planned));
      const [a, b] = [newState(planned, 0), nextState(newState(planned, 0), started(), 2)];
      expectObservable(states).toBe('a-b-c-|', { a, b, c: nextState(b, modelRead(), 4) });
      expectSubscriptions(events.subscriptions).toBe('^-----!');
    }));

  it('passes errors on and unsubscription upstream', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const first = newState(planned, 0);
      const [bad, long] = [cold<Event>('--#'), cold<Event>('------')];
      expectObservable(bad.pipe(followRun(planned))).toBe('a-#', { a: first });
      expectObservable(long.pipe(followRun(planned)), '^--!').toBe('a--', { a: first });
      expectSubscriptions(long.subscriptions).toBe('^--!');
    }));
});

describe('the state of a run', () => {
  it('begins with what is planned and how long it took', () =>
    expect(newState(planned, 7)).toEqual({
      ...{ concurrency: 2, startedAt: 7, total: 3, done: 0, models: 0, prices: 0, failed: 0, kept: 0, troubles: [] },
      running: new Map(),
      left: new Map([
        ['prices/acme', 300],
        ['provider/acme', 100],
        ['provider/beta', undefined],
      ]),
      meanMs: 200,
    }));

  it('knows no mean where nobody knows how long a source took', () =>
    expect(newState({ sources: [{ ...acme, lastMs: undefined }], concurrency: 5 }, 0).meanMs).toBeNull());

  it('follows a source from its start over its requests to its end', () => {
    const source = { name: 'Acme', since: 1, asked: 0, answered: 0, retries: [], waitsFor: null };
    expect(running(after(started()))).toEqual(source);
    expect(running(after(started(), asked('a'), asked('b')))).toEqual({ ...source, asked: 2 });
    const back = after(started(), asked('a'), retrying);
    expect(running(back)).toEqual({ ...source, asked: 1, retries: [retry] });
    const third = { ...retrying, attempt: 3 };
    expect(running(nextState(back, third, 9))?.retries).toEqual([{ ...retry, attempt: 3 }]);
    expect(running(nextState(back, answered('a'), 9))).toEqual({ ...source, asked: 1, answered: 1 });
    const end = after(started(), asked('a'), answered('a'), completed());
    expect([end.running.size, end.done, end.left.has('provider/acme')]).toEqual([0, 1, false]);
  });

  it('knows what a source waits for, until it asks again', () => {
    const waits: Activity = { ...acme, type: 'waiting', for: 'turn' };
    expect(running(after(started(), waits))?.waitsFor).toBe('turn');
    expect(running(after(started(), waits, asked('a')))?.waitsFor).toBeNull();
  });

  it('takes a price list for no provider of the same id, and knows of it before its start', () => {
    const list: Started = { ...started('acme', 'Acme Prices'), kind: 'prices' };
    const state = after(started(), asked('p', prices));
    expect([...state.running].map(([key, { name, asked: some }]) => [key, name, some])).toEqual([
      ['provider/acme', 'Acme', 0],
      ['prices/acme', 'acme', 1],
    ]);
    expect(running(nextState(state, list, 9), 'prices/acme')).toMatchObject({
      name: 'Acme Prices',
      asked: 1,
      since: 2,
    });
  });

  it('hears no more of a source that is done', () =>
    expect(after(started(), asked('a'), completed(), answered('a'), asked('b')).running.size).toBe(0));

  it('counts models and prices, also those of a source that is as it was', () => {
    const counts = { matches: {}, statuses: {}, sources: {}, unpriced: {}, quarantined: [] };
    const same = completed({}, { repeated: { items: 7, ...counts } });
    const { models, prices: rows } = after(modelRead(), modelRead(), rejected(), priceRead(), same);
    expect([models, rows]).toEqual([9, 1]);
  });

  it('keeps the last three that went wrong, and counts all', () => {
    const stale = completed({ status: 'stale', error: '404' });
    const fails = ['a', 'b', 'c'].flatMap((source) => [started(source, source), failed({ source, error: source })]);
    const { failed: lost, kept, troubles } = after(started(), stale, ...fails);
    expect([lost, kept]).toEqual([3, 1]);
    expect(troubles).toEqual(['c', 'b', 'a'].map((name) => ({ name, error: name, keptOf: null })));
    expect(after(started(), stale).troubles).toEqual([{ name: 'Acme', error: '404', keptOf: '2026-01-01' }]);
  });

  it('grows where more sources start than were planned', () => {
    const more = after(...['c', 'd'].map((source) => started(source)));
    expect([more.total, more.left.size, after(started()).total]).toEqual([5, 5, 3]);
  });
});
