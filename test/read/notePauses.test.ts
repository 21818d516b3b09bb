import { it, expect } from 'vitest';
import type { Activity, Retry } from '../../src/model/activity.js';
import { notePauses } from '../../src/read/notePauses.js';
import { marbles } from '../marbles.js';

const acme = { kind: 'provider', source: 'acme' } as const;

it('notes whose request waits until when, for as long as it is listened to', () =>
  marbles(({ cold, expectObservable, expectSubscriptions, flush }) => {
    const noted: [string, number][] = [];
    const retry: Retry = { request: 'known', attempt: 2, attempts: 4, at: 500, why: 'answered 503' };
    const source = cold('       -a---b|');
    const activity = cold<Activity>('w------', { w: { ...acme, type: 'waiting', for: 'lists' } });
    const retries = cold<Retry>('  ---r-----r', { r: retry });
    const slots = {
      activity,
      whose: () => acme,
      pause: ({ source: id }: typeof acme, until: number) => noted.push([id, until]),
    };
    expectObservable(source.pipe(notePauses(slots as never, { retries }))).toBe('-a---b|');
    for (const { subscriptions } of [source, retries]) expectSubscriptions(subscriptions).toBe('^-----!');
    flush();
    expect(noted).toEqual([['acme', 500]]);
  }));
