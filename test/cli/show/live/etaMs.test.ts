import { describe, expect, it } from 'vitest';
import { etaMs } from '../../../../src/cli/show/live/etaMs.js';
import type { Activity } from '../../../../src/model/activity.js';
import { newState, nextState, type RunState } from '../../../../src/operators/followRun/runState.js';
import { completed, started } from '../../../builders.js';

const lasting = (lastMs: Readonly<Record<string, number | undefined>>, concurrency = 2): RunState =>
  newState(
    { sources: Object.entries(lastMs).map(([source, ms]) => ({ kind: 'provider', source, lastMs: ms })), concurrency },
    0,
  );
const began = (state: RunState, source: string, now = 0) => nextState(state, started(source, source), now);
const told = (state: RunState, source: string, activity: object): RunState =>
  nextState(state, { kind: 'provider', source, ...activity } as Activity, 0);

describe('the time that a run will go on', () => {
  it('is what all took in the last run, so many at a time', () =>
    expect(etaMs(lasting({ a: 100, b: 100, c: 200 }), 0)).toBe(200));

  it('is at the least what the longest one took', () => expect(etaMs(lasting({ a: 10, b: 900 }), 0)).toBe(900));

  it('takes the mean for one that nobody knows', () =>
    expect(etaMs(lasting({ a: 100, b: 300, c: undefined }, 1), 0)).toBe(600));

  it('counts what is left of those that are read, nothing of one that takes longer than it did', () => {
    const state = began(began(lasting({ a: 100, b: 400 }, 1), 'a'), 'b');
    expect([etaMs(state, 50), etaMs(state, 150), etaMs(state, 500)]).toEqual([400, 250, 0]);
  });

  it('counts nothing of one whose requests are all answered', () => {
    const asked = told(began(lasting({ a: 100 }), 'a'), 'a', { type: 'asked', request: 'r' });
    expect(etaMs(asked, 0)).toBe(100);
    expect(etaMs(told(asked, 'a', { type: 'answered', request: 'r' }), 0)).toBe(0);
  });

  it('is no less than the wait for what is asked again', () => {
    const asked = told(began(lasting({ a: 100 }), 'a'), 'a', { type: 'asked', request: 'r' });
    const retry = { type: 'retrying', request: 'r', attempt: 2, attempts: 4, at: 5_000, why: '' };
    expect(etaMs(told(asked, 'a', retry), 1_000)).toBe(4_000);
  });

  it('goes by the pace where nobody knows how long any took', () => {
    const state = began(lasting({ acme: undefined, b: undefined, c: undefined }), 'acme');
    expect(etaMs(state, 10)).toBeNull();
    expect(etaMs(nextState(state, completed(), 10), 10)).toBe(20);
  });
});
