import { mergeAll } from 'rxjs';
import { describe, it } from 'vitest';
import type { Event } from '../../src/model/events.js';
import type { Model } from '../../src/model/model.js';
import { summarize, type Summary } from '../../src/operators/summarize.js';
import { aFault, aLetter, aModel, completed, day1, day2, failed, modelRead, rejected, started } from '../builders.js';
import { marbles } from '../marbles.js';

const nothing: Summary = {
  providers: {},
  baselines: {},
  letters: [],
  refused: [],
  matches: {},
  prices: {},
  sources: {},
  files: {},
  lost: [],
};

const acme: Summary['providers'][string] = {
  name: 'Acme',
  status: 'fresh',
  link: 'api',
  via: 'live',
  fetchedAt: day1,
  rows: 1,
  models: 1,
  rejected: 0,
  skipped: 0,
  requests: 1,
  bytes: 100,
  ms: 0,
  error: null,
  retryAt: null,
  faults: [],
  drift: null,
};

const untold = { status: 'skipped', link: null, via: null, fetchedAt: null, rows: 0, requests: 0, bytes: 0 } as const;

const match = (strategy: string, model: string): Model['pricing']['match'] => ({
  ...{ strategy, confidence: 1, reason: 'same id', provider: 'ACME', model, operator: 'equals' },
});
const pricing = (more: Partial<Model['pricing']>): Partial<Model> => ({ pricing: { ...aModel().pricing, ...more } });
const free = aModel('f', pricing({ status: 'free', source: 'provider' }));
const own = aModel('o', pricing({ status: 'priced', source: 'provider', issues: [{ code: 'note', detail: 'ours' }] }));
const matched = aModel('a', pricing({ status: 'priced', source: 'helicone', match: match('exact', 'a') }));
const matched2 = aModel('b', pricing({ status: 'priced', source: 'helicone', match: match('contains', 'b') }));
const quarantined = aModel(
  'q',
  pricing({
    ...{ status: 'quarantined', source: 'helicone', match: match('exact', 'q') },
    issues: [{ code: 'implausible-price', detail: '-1' }],
  }),
);

/** The summary of events that all happen at once. */
const sums = (events: readonly Event[], expected: Partial<Summary>) =>
  marbles(({ cold, expectObservable }) => {
    expectObservable(cold('(e|)', { e: events }).pipe(mergeAll(), summarize())).toBe('(S|)', {
      S: { ...nothing, ...expected },
    });
  });

describe('summarize', () => {
  it('counts what became of each provider and how long it took, once, at the end', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const drift = { newKeys: ['x'], goneKeys: [], changedTypes: [], rows: { was: 2, is: 3 } };
      const end = completed({
        ...{
          rows: 4,
          skipped: 1,
          requests: 2,
          bytes: 300,
          readAt: day2,
          drift,
          error: 'docs answered 503',
          retryAt: day2,
        },
        ...{ faults: [aFault('docs')], files: [{ path: 'providers/acme.json', sha256: 'abc' }] },
      });
      const events = cold('-s-t-m-n-r--c--f--|', {
        ...{ s: started('acme', 'Acme'), t: started('beta', 'Beta AI'), m: modelRead(), n: modelRead(aModel('n')) },
        ...{ r: rejected(), c: end, f: failed({ provider: 'beta', retryAt: day2 }) },
      });
      expectObservable(events.pipe(summarize())).toBe('------------------(S|)', {
        S: {
          ...nothing,
          providers: {
            acme: {
              ...acme,
              ...{ rows: 4, models: 2, rejected: 1, skipped: 1, requests: 2, bytes: 300, ms: 11, drift },
              ...{ error: 'docs answered 503', retryAt: day2, faults: [aFault('docs')] },
            },
            beta: {
              ...acme,
              ...{ name: 'Beta AI', status: 'failed', link: null, via: null, fetchedAt: null, rows: 0, models: 0 },
              ...{ requests: 0, bytes: 0, ms: 12, error: 'api answered 503', retryAt: day2, faults: [aFault()] },
            },
          },
          baselines: { acme: { link: 'api', rows: 4, shape: { id: 'string' }, readAt: day2 } },
          letters: [aLetter()],
          prices: { unknown: 2 },
          files: { 'providers/acme.json': 'abc' },
        },
      });
      expectSubscriptions(events.subscriptions).toBe('^-----------------!');
    }));

  it('sums nothing up to nothing', () =>
    marbles(({ cold, expectObservable }) => {
      expectObservable(cold<Event>('--|').pipe(summarize())).toBe('--(S|)', { S: nothing });
    }));

  it('counts each subscription for itself', () =>
    marbles(({ cold, expectObservable }) => {
      const summary = cold('(sa|)', { s: started(), a: modelRead() }).pipe(summarize());
      const S = {
        ...nothing,
        ...{ providers: { acme: { ...acme, ...untold } }, prices: { unknown: 1 } },
      };
      expectObservable(summary).toBe('(S|)', { S });
      expectObservable(summary, '--^').toBe('--(S|)', { S });
    }));

  it('names the providers whose rows do not add up', () =>
    sums([started(), modelRead(), completed({ rows: 3, skipped: 1 })], {
      ...{ providers: { acme: { ...acme, rows: 3, skipped: 1 } }, prices: { unknown: 1 }, lost: ['acme'] },
      baselines: { acme: { link: 'api', rows: 3, shape: { id: 'string' }, readAt: day1 } },
    }));

  it('takes no baseline from an output that only stands in', () =>
    sums([started(), modelRead(), completed({ status: 'stale' })], {
      ...{ providers: { acme: { ...acme, status: 'stale' } }, prices: { unknown: 1 } },
    }));

  it('counts models by price, by who states it and by how it was matched', () =>
    sums(
      [
        ...[free, own, matched, matched2, quarantined].map((model) => modelRead(aModel(), model)),
        completed({ rows: 5 }),
      ],
      {
        providers: { acme: { ...acme, name: 'acme', rows: 5, models: 5 } },
        baselines: { acme: { link: 'api', rows: 5, shape: { id: 'string' }, readAt: day1 } },
        prices: { free: 1, priced: 3, quarantined: 1 },
        sources: { provider: 2, helicone: 3 },
        matches: { exact: 1, contains: 1 },
        refused: [{ row: 'ACME/q', model: 'acme/q', code: 'implausible-price', detail: '-1' }],
      },
    ));

  it('passes an error and unsubscription on', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const events = cold<Event>('----#');
      expectObservable(events.pipe(summarize())).toBe('----#');
      expectObservable(events.pipe(summarize()), '^-!').toBe('-');
      expectSubscriptions(events.subscriptions).toBe(['^---!', '^-!']);
    }));
});
