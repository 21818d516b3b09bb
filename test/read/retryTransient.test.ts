import { defer, of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { refusedUntil, SourceError } from '../../src/read/errors.js';
import { retryTransient, type Wait } from '../../src/read/retryTransient.js';
import { marbles } from '../marbles.js';

const transient = (retryAfterMs?: number) =>
  new SourceError('http', 'api.example answered 503', { status: 503, transient: true, retryAfterMs });
const exact = { jitter: (ms: number) => ms };

describe('retryTransient', () => {
  it('mirrors a source that never fails', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('-a-b-|');
      expectObservable(source.pipe(retryTransient())).toBe('-a-b-|');
      expectSubscriptions(source.subscriptions).toBe('^----!');
    }));

  it('doubles the wait, then gives the last error up', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const error = transient();
      const source = cold('-#', undefined, error);
      const expected = '- 10ms - 20ms -#';
      expectObservable(source.pipe(retryTransient({ limit: 2, baseMs: 10, ...exact }))).toBe(
        expected,
        undefined,
        error,
      );
      expectSubscriptions(source.subscriptions).toBe(['^!', '- 10ms ^!', '- 10ms - 20ms ^!']);
    }));

  it('tells of each wait before it begins, and of no error that it passes on', () => {
    const waits: unknown[] = [];
    const told = ({ attempt, attempts, ms, error: { message } }: Wait) => waits.push([attempt, attempts, ms, message]);
    marbles(({ cold, expectObservable }) => {
      const error = transient();
      const options = { limit: 2, baseMs: 10, ...exact, told };
      expectObservable(cold('-#', undefined, error).pipe(retryTransient(options))).toBe(
        '- 10ms - 20ms -#',
        undefined,
        error,
      );
      const final = transient(60_000);
      expectObservable(cold('-#', undefined, final).pipe(retryTransient(options))).toBe(
        '-#',
        undefined,
        refusedUntil(final, '1970-01-01T00:01:00.001Z'),
      );
    });
    expect(waits).toEqual([
      [2, 3, 10, 'api.example answered 503'],
      [3, 3, 20, 'api.example answered 503'],
    ]);
  });

  it('spreads the wait over the whole step', () =>
    marbles(({ cold, expectSubscriptions, expectObservable }) => {
      const source = cold('-#', undefined, transient());
      const options = { limit: 2, baseMs: 100, jitter: (ms: number) => ms / 10 };
      expectObservable(source.pipe(retryTransient(options)), '^ 20ms !').toBe('-');
      expectSubscriptions(source.subscriptions).toBe(['^!', '- 10ms ^!']);
    }));

  it('never backs off for longer than the cap', () =>
    marbles(({ cold, expectObservable }) => {
      const error = transient();
      const options = { limit: 2, baseMs: 10, capMs: 15, ...exact };
      const source = cold('-#', undefined, error);
      expectObservable(source.pipe(retryTransient(options))).toBe('- 10ms - 15ms -#', undefined, error);
    }));

  it('waits as long as the server asks, without jitter', () =>
    marbles(({ cold, expectObservable }) => {
      let attempt = 0;
      const source = defer(() => (attempt++ ? cold('-a|') : cold('-#', undefined, transient(2_000))));
      expectObservable(source.pipe(retryTransient({ baseMs: 10, jitter: () => 0 }))).toBe('- 2s -a|');
    }));

  it('backs off as usual where the server asks for no wait at all', () =>
    marbles(({ cold, expectObservable }) => {
      const error = transient(0);
      const source = cold('-#', undefined, error);
      expectObservable(source.pipe(retryTransient({ limit: 1, baseMs: 10, ...exact }))).toBe(
        '- 10ms -#',
        undefined,
        error,
      );
    }));

  it.each([1e26, 73 * 365 * 864e5])('refuses a wait of %d ms as one of a year: nobody means such a date', (asked) =>
    marbles(({ cold, expectObservable }) => {
      const error = transient(asked);
      // In virtual time, which begins in 1970.
      const refused = refusedUntil(error, '1971-01-02T00:00:00.001Z');
      expectObservable(cold('-#', undefined, error).pipe(retryTransient())).toBe('-#', undefined, refused);
    }),
  );

  it('waits as long as the cap where the server asks for just that, and refuses one millisecond more', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      let attempt = 0;
      const failing = cold('-#', undefined, transient(30_000));
      const source = defer(() => (attempt++ ? cold('-a|') : failing));
      expectObservable(source.pipe(retryTransient({ capMs: 30_000 }))).toBe('- 30s -a|');
      expectSubscriptions(failing.subscriptions).toBe('^!');

      const error = transient(30_001);
      const refused = refusedUntil(error, '1970-01-01T00:00:30.002Z');
      const over = cold('-#', undefined, error);
      expectObservable(over.pipe(retryTransient({ capMs: 30_000 }))).toBe('-#', undefined, refused);
      expectSubscriptions(over.subscriptions).toBe('^!');
    }));

  it('has a cap of 30 s unless it is told otherwise', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const error = transient(30_000);
      const source = cold('#', undefined, error);
      expectObservable(source.pipe(retryTransient({ limit: 1 }))).toBe('30s #', undefined, error);
      expectSubscriptions(source.subscriptions).toBe(['(^!)', '30s (^!)']);

      const over = cold('#', undefined, transient(30_001));
      const refused = refusedUntil(transient(30_001), '1970-01-01T00:00:30.001Z');
      expectObservable(over.pipe(retryTransient({ limit: 1 }))).toBe('#', undefined, refused);
    }));

  it('tries three times more unless it is told otherwise', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const error = transient();
      const source = cold('-#', undefined, error);
      expectObservable(source.pipe(retryTransient(exact))).toBe('- 500ms - 1s - 2s -#', undefined, error);
      expectSubscriptions(source.subscriptions).toBe(['^!', '- 500ms ^!', '- 500ms - 1s ^!', '- 500ms - 1s - 2s ^!']);
    }));

  it('refuses a wait above the cap and says when to come back', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const error = transient(60_000);
      const refused = refusedUntil(error, '1970-01-01T00:01:00.001Z');
      const source = cold('-#', undefined, error);
      expectObservable(source.pipe(retryTransient({ capMs: 30_000 }))).toBe('-#', undefined, refused);
      expectSubscriptions(source.subscriptions).toBe('^!');
    }));

  it('passes any other error on at once', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const final = new SourceError('timeout', 'took too long');
      const sources = [cold('--#'), cold('--#', undefined, final)] as const;
      expectObservable(sources[0].pipe(retryTransient())).toBe('--#');
      expectObservable(sources[1].pipe(retryTransient())).toBe('--#', undefined, final);
      for (const { subscriptions } of sources) expectSubscriptions(subscriptions).toBe('^-!');
    }));

  it('stops waiting when unsubscribed', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('-#', undefined, transient(1_000));
      expectObservable(source.pipe(retryTransient()), '^ 500ms !').toBe('-');
      expectSubscriptions(source.subscriptions).toBe('^!');
    }));

  it('stops waiting when `until` emits, and waits no more thereafter', () =>
    marbles(({ cold, hot, expectObservable, expectSubscriptions }) => {
      const error = transient(1_000);
      const source = cold('-#', undefined, error);
      const until = hot('---x');
      expectObservable(source.pipe(retryTransient({ until }))).toBe('---#', undefined, error);
      expectSubscriptions(source.subscriptions).toBe('^!');
      expectSubscriptions(until.subscriptions).toBe('-^-!');

      const again = cold('-#', undefined, error);
      expectObservable(again.pipe(retryTransient({ until: of('x') }))).toBe('-#', undefined, error);
      expectSubscriptions(again.subscriptions).toBe('^!');
    }));
});
