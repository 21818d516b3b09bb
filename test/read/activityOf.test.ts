import { EMPTY } from 'rxjs';
import { it } from 'vitest';
import type { Activity, Retry } from '../../src/model/activity.js';
import { activityOf } from '../../src/read/activityOf.js';
import { marbles } from '../marbles.js';

const acme = { kind: 'provider', source: 'acme' } as const;
const retry = (request: string): Retry => ({ request, attempt: 2, attempts: 4, at: 5, why: 'answered 503' });

it('tells of a retry whose it is, and leaves out what nobody has under way', () =>
  marbles(({ cold, expectObservable, expectSubscriptions }) => {
    const waits: Activity = { ...acme, type: 'waiting', for: 'lists' };
    const activity = cold<Activity>('-w----', { w: waits });
    const retries = cold<Retry>('   ---r-s-', { r: retry('known'), s: retry('given up') });
    const whose = (key: string) => (key === 'known' ? acme : undefined);
    expectObservable(activityOf({ activity, whose }, { retries }), '^-----!').toBe('-w-r--', {
      w: waits,
      r: { ...acme, type: 'retrying', ...retry('known') },
    });
    for (const { subscriptions } of [activity, retries]) expectSubscriptions(subscriptions).toBe('^-----!');
  }));

it('is what the slots tell where nothing is made again', () =>
  marbles(({ expectObservable }) =>
    expectObservable(activityOf({ activity: EMPTY, whose: () => undefined }, {})).toBe('|'),
  ));
