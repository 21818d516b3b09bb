import { describe, it } from 'vitest';
import type { Settled } from '../../src/model/events.js';
import { guardEarlier, type GuardEarlierOptions } from '../../src/operators/guardEarlier.js';
import { aFault, aLetter, aModel, aProviderFile, aSettled, day1, day2, models } from '../builders.js';
import { marbles } from '../marbles.js';

const day = 24 * 3_600_000;
const links = ['api', 'docs', 'catalog'];
const shape = { id: 'string' };

/** What the guard makes of one settling, at that moment. */
const becomes = (options: Partial<GuardEarlierOptions>, settled: Settled, expected: Settled, at = 0) =>
  marbles(({ cold, expectObservable }) => {
    const wait = at === 0 ? '' : `${at}ms `;
    expectObservable(cold(`${wait}s|`, { s: settled }).pipe(guardEarlier({ links, ...options }))).toBe(`${wait}e|`, {
      e: expected,
    });
  });

const fell = (was: number, is: number, what = 'models') =>
  `the list fell from ${was} to ${is} ${what}; if that is right, run again with --accept-shrink`;

/** The earlier output standing in. */
const standsIn = (more: Partial<Settled>): Settled =>
  aSettled({ status: 'stale', requests: 0, bytes: 0, shape: {}, ...more });

describe('guardEarlier', () => {
  it('marks the same list unchanged, keeps the old one for one half as long, and passes a new one on', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const same = aSettled({ models: models(4), fetchedAt: day2 });
      const half = aSettled({ models: models(2), fetchedAt: day2 });
      const other = aSettled({ models: [...models(4), aModel('new')], fetchedAt: day2 });
      const settled = cold('-a---b---c---|', { a: same, b: half, c: other });
      const earlier = aProviderFile({ models: models(4) });
      expectObservable(settled.pipe(guardEarlier({ earlier, links }))).toBe('-U---S---c---|', {
        U: { ...same, status: 'unchanged', fetchedAt: day1 },
        S: standsIn({ models: models(4), error: fell(4, 2) }),
        c: other,
      });
      expectSubscriptions(settled.subscriptions).toBe('^------------!');
    }));

  it('passes unsubscription and errors on', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const settled = cold<Settled>('-----#');
      expectObservable(settled.pipe(guardEarlier({ links }))).toBe('-----#');
      expectObservable(settled.pipe(guardEarlier({ links })), '^--!').toBe('---');
      expectSubscriptions(settled.subscriptions).toBe(['^----!', '^--!']);
    }));

  it('has nothing to say of a provider seen for the first time', () => becomes({}, aSettled(), aSettled()));

  it('leaves what already stands in for a failed reading as it is', () => {
    const stale = aSettled({ status: 'stale', rows: 1 });
    becomes(
      { earlier: aProviderFile({ models: models(9) }), baseline: { link: 'api', rows: 9, shape: {} } },
      stale,
      stale,
    );
  });

  describe('drift', () => {
    const baseline = { link: 'api', rows: 1, shape };

    it('is none where keys, types and rows are as they were', () => becomes({ baseline }, aSettled(), aSettled()));

    it('is noted against the last run', () => {
      const settled = aSettled({ models: models(2), shape: { id: 'number|string', mode: 'string' } });
      const drift = {
        newKeys: ['mode'],
        goneKeys: [],
        changedTypes: [{ key: 'id', was: 'string', is: 'number|string' }],
        rows: { was: 1, is: 2 },
      };
      becomes({ baseline }, settled, { ...settled, drift });
    });

    it('is not looked for between two links', () =>
      becomes({ baseline: { ...baseline, link: 'docs', rows: 7 } }, aSettled(), aSettled()));

    it('is noted too where the earlier output is kept', () => {
      const options = { earlier: aProviderFile({ models: models(4) }), baseline: { link: 'api', rows: 4, shape } };
      const drift = { newKeys: [], goneKeys: [], changedTypes: [], rows: { was: 4, is: 1 } };
      becomes(options, aSettled(), standsIn({ models: models(4), error: fell(4, 1, 'rows'), drift }));
    });
  });

  describe('a list that shrank', () => {
    const earlier = aProviderFile({ models: models(10) });

    it('is believed as long as 70 % of it are there', () => {
      const settled = aSettled({ models: models(7) });
      becomes({ earlier }, settled, settled);
    });

    it('is not believed below that', () =>
      becomes({ earlier }, aSettled({ models: models(6) }), standsIn({ models: models(10), error: fell(10, 6) })));

    it('is judged by its rows where the last run noted them, whatever became of them', () => {
      const baseline = { link: 'api', rows: 100, shape };
      const settled = aSettled({ models: models(10), skipped: 59, fetchedAt: day2 });
      const drift = { newKeys: [], goneKeys: [], changedTypes: [], rows: { was: 100, is: 69 } };
      becomes({ earlier, baseline }, settled, standsIn({ models: models(10), error: fell(100, 69, 'rows'), drift }));
    });

    it('is judged by its models too, because rows that can not be read any more are still rows', () => {
      const baseline = { link: 'api', rows: 10, shape };
      const rejected = Array.from({ length: 4 }, () => aLetter());
      const settled = aSettled({ models: models(6), rejected });
      becomes({ earlier, baseline }, settled, standsIn({ models: models(10), error: fell(10, 6) }));
    });

    it('is believed when told so', () => {
      const settled = aSettled({ models: models(1) });
      becomes({ earlier, acceptShrink: true }, settled, settled);
    });

    it('is not compared with a recording', () => {
      const recorded = aProviderFile({ ...earlier, via: 'recording' });
      const baseline = { link: 'api', rows: 10, shape };
      const settled = aSettled({ models: models(6) });
      const drift = { newKeys: [], goneKeys: [], changedTypes: [], rows: { was: 10, is: 6 } };
      becomes({ earlier: recorded }, settled, settled);
      becomes({ earlier: recorded, baseline }, settled, { ...settled, drift });
    });

    it('is not compared with that of another link', () => {
      const settled = aSettled({ models: models(1), link: 'docs' });
      becomes({ earlier }, settled, settled);
    });

    it('keeps the faults of this run', () => {
      const faults = [aFault('docs', { retryAt: day2 })];
      becomes(
        { earlier },
        aSettled({ models: models(1), faults }),
        standsIn({ models: models(10), error: fell(10, 1), faults, retryAt: day2 }),
      );
    });
  });

  describe('an answer of a lesser link', () => {
    const faults = [aFault('api')];
    const lesser = aSettled({ models: models(3), link: 'docs', faults, error: 'api answered 503', fetchedAt: day2 });
    const earlier = aProviderFile({ fetchedAt: new Date(0).toISOString() });

    it('yields to a recent one of the better link that failed now', () =>
      becomes(
        { earlier },
        lesser,
        standsIn({ fetchedAt: earlier.fetchedAt, faults, error: 'api answered 503' }),
        7 * day - 1,
      ));

    it('counts once the better one is a week old', () => becomes({ earlier }, lesser, lesser, 7 * day));

    it('yields to one that was found unchanged within the week, however old it is', () => {
      const baseline = { link: 'api', rows: 1, shape, readAt: new Date(8 * day).toISOString() };
      const kept = standsIn({ fetchedAt: earlier.fetchedAt, faults, error: 'api answered 503' });
      becomes({ earlier, baseline }, lesser, kept, 15 * day - 1);
      becomes({ earlier, baseline }, lesser, lesser, 15 * day);
    });

    it.each([
      ['of another link', { link: 'docs', readAt: new Date(7 * day).toISOString() }],
      ['that does not say when', { link: 'api' }],
    ])('counts from the date of the output where the last reading was one %s', (_, last) =>
      becomes({ earlier, baseline: { rows: 3, shape, ...last } }, lesser, lesser, 7 * day),
    );

    it('counts where the better link did not fail but was not asked', () => {
      const settled = { ...lesser, faults: [] };
      becomes({ earlier }, settled, settled);
    });

    it('counts against a recording', () => becomes({ earlier: { ...earlier, via: 'recording' } }, lesser, lesser));

    it('counts against a link that the source no longer has', () =>
      becomes(
        { earlier: { ...earlier, link: 'old' } },
        { ...lesser, faults: [aFault('old')] },
        {
          ...lesser,
          faults: [aFault('old')],
        },
      ));

    it('counts where it is the better one', () => {
      const better = aSettled({ models: models(3), link: 'api', faults: [aFault('docs')] });
      becomes({ earlier: { ...earlier, link: 'docs' } }, better, better);
    });
  });

  describe('the same list', () => {
    const [a, b] = models(2) as [ReturnType<typeof aModel>, ReturnType<typeof aModel>];
    const at = (model: typeof a, fetchedAt: string, sha256: string) => ({
      ...model,
      source: { ...model.source, fetchedAt, sha256 },
    });
    const earlier = aProviderFile({ models: [a, b] });

    it('is unchanged whatever its order, its date and the bytes around it', () => {
      const settled = aSettled({ models: [at(b, day2, 'x'), at(a, day2, 'x')], fetchedAt: day2 });
      becomes({ earlier }, settled, { ...settled, models: [a, b], fetchedAt: day1, status: 'unchanged' });
    });

    it.each<[string, Partial<Settled>]>([
      ['a field of one model differs', { models: [{ ...a, name: 'A' }, b] }],
      ['another link gave it', { link: 'docs' }],
      ['it came another way', { via: 'mirror' }],
      ['a recording stands in', { status: 'recording' }],
    ])('is news where %s', (_, more) => {
      const settled = aSettled({ models: [a, b], fetchedAt: day2, ...more });
      becomes({ earlier }, settled, settled);
    });
  });
});
