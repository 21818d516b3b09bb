import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import { from, lastValueFrom } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showProgress } from '../../../src/cli/show/progress.js';
import type { Progress } from '../../../src/operators/countProgress.js';
import { completed, failed, started } from '../../builders.js';
import { marbles } from '../../marbles.js';

const progressOf = (event: Progress['event'], more: Partial<Progress> = {}): Progress => ({
  ...{ done: 1, running: 0, total: 2, elapsedMs: 5, etaMs: 5, event, name: 'Acme' },
  ...more,
});

async function shown(progress: Progress | readonly Progress[], isDown = false, stderr = new PassThrough()) {
  const some = [progress].flat();
  await lastValueFrom(from(some).pipe(showProgress({ stderr, env: {} }, { isDown })));
  return text(stderr.end());
}

/** A terminal that holds what is written to it. */
const aTerminal = (more: object = {}) =>
  Object.assign(new PassThrough(), {
    ...{ isTTY: true, columns: 80, rows: 24, cursorTo: () => true, clearLine: () => true, moveCursor: () => true },
    ...more,
  });

describe('the line at the end of a source', () => {
  const ended = (head: Parameters<typeof completed>[0]) => progressOf(completed(head));

  it('is short where all is well', async () => {
    expect(await shown(progressOf(completed()))).toBe('[Acme] Completed (1/2 - 50.0%)\n');
    expect(await shown(ended({ status: 'unchanged' }))).toBe('[Acme] Completed (1/2 - 50.0%)\n');
  });

  it('is the same for a price list', async () =>
    expect(
      await shown(progressOf(completed({}, { kind: 'prices', source: 'helicone' }), { name: 'Helicone', total: 3 })),
    ).toBe('[Helicone] Completed (1/3 - 33.3%)\n'));

  it('is not written when a source starts', async () => expect(await shown(progressOf(started()))).toBe(''));

  it('says of which day a recording is', async () =>
    expect(await shown(ended({ status: 'recording' }))).toBe(
      '[Acme] Completed (1/2 - 50.0%), as recorded on 2026-01-01\n',
    ));

  it('says why something stands in', async () => {
    expect(await shown(ended({ status: 'recording', error: '404' }))).toBe(
      '[Acme] Completed (1/2 - 50.0%), as recorded on 2026-01-01: 404\n',
    );
    expect(await shown(ended({ status: 'stale', error: '404' }))).toBe(
      '[Acme] Kept as of 2026-01-01 (1/2 - 50.0%): 404\n',
    );
    expect(await shown(progressOf(failed()))).toBe('[Acme] Failed (1/2 - 50.0%): api answered 503\n');
  });

  it('does not repeat that there is no network', async () =>
    expect(await shown(ended({ status: 'recording', error: 'no network' }), true)).toBe(
      '[Acme] Completed (1/2 - 50.0%), as recorded on 2026-01-01\n',
    ));

  it('is plain on a terminal without a width', async () =>
    expect(await shown(progressOf(completed()), false, aTerminal({ columns: 0 }))).toBe(
      '[Acme] Completed (1/2 - 50.0%)\n',
    ));
});

it('says how far the run is after every tenth source but the last', async () => {
  const at = (done: number) => progressOf(completed(), { done, running: 4, total: 20, elapsedMs: 4_520, etaMs: 4_520 });
  expect(await shown([at(9), at(10), at(11), at(20)])).toBe(
    [
      '[Acme] Completed (9/20 - 45.0%)\n',
      '[Acme] Completed (10/20 - 50.0%)\n',
      'Progress: 10/20 (50.0%) - 4 running - Elapsed: 4.5s - ETA: 4.5s\n',
      '[Acme] Completed (11/20 - 55.0%)\n',
      '[Acme] Completed (20/20 - 100.0%)\n',
    ].join(''),
  );
});

describe('showProgress', () => {
  beforeEach(() => {
    vi.stubEnv('CI', undefined);
    vi.stubEnv('TERM', 'xterm');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  const now = progressOf(completed());
  const shows = '\u001B[?25h';
  const places = [
    ['a file', () => new PassThrough(), ''],
    ['a terminal', () => aTerminal(), shows],
  ] as const;

  it.each(places)('passes on what it shows on %s, and completes', (_, place, end) => {
    const stderr = place();
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const progress = cold('a-a-|', { a: now });
      expectObservable(progress.pipe(showProgress({ stderr, env: {} }, { isDown: false }))).toBe('a-a-|', { a: now });
      expectSubscriptions(progress.subscriptions).toBe('^---!');
    });
    const said = String(stderr.read());
    expect(said.match(/\[Acme\] Completed \(1\/2 - 50\.0%\)\n/g)).toHaveLength(2);
    expect(said.endsWith(end)).toBe(true);
  });

  it.each(places)('passes an error on, and leaves %s as it was', (_, place, end) => {
    const stderr = place();
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const progress = cold('a-#', { a: now });
      expectObservable(progress.pipe(showProgress({ stderr, env: {} }, { isDown: false }))).toBe('a-#', { a: now });
      expectSubscriptions(progress.subscriptions).toBe('^-!');
    });
    expect(String(stderr.read()).endsWith(end)).toBe(true);
  });

  it.each(places)('stops when nobody looks any longer, and leaves %s as it was', (_, place, end) => {
    const stderr = place();
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const progress = cold('a---a', { a: now });
      expectObservable(progress.pipe(showProgress({ stderr, env: {} }, { isDown: false })), '^--!').toBe('a', {
        a: now,
      });
      expectSubscriptions(progress.subscriptions).toBe('^--!');
    });
    const said = String(stderr.read());
    expect(said.match(/\[Acme\]/g)).toHaveLength(1);
    expect(said.endsWith(end)).toBe(true);
  });

  it('hides the cursor of a terminal while it spins, each time it is shown', () => {
    const stderr = aTerminal();
    const shown = showProgress({ stderr, env: {} }, { isDown: false });
    marbles(({ cold, expectObservable }) => {
      const progress = cold('(a|)', { a: now }).pipe(shown);
      expectObservable(progress).toBe('(a|)', { a: now });
      expectObservable(progress, '--^').toBe('--(a|)', { a: now });
    });
    const said = String(stderr.read());
    expect(said.split('\u001B[?25l')).toHaveLength(3);
    expect(said.split(shows)).toHaveLength(3);
  });

  it('folds no line of a terminal', async () => {
    const stderr = aTerminal({ columns: 70 });
    const long = progressOf(completed({ status: 'recording', error: 'api answered 503 '.repeat(9).trim() }));
    await lastValueFrom(from([long]).pipe(showProgress({ stderr, env: {} }, { isDown: false })));
    const lines = stripVTControlCharacters(String(stderr.read())).split('\n');
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter(({ length }) => length > 70)).toEqual([]);
  });

  it('says no line of the sources that nobody wants to hear of, and counts them all the same', async () => {
    const stderr = new PassThrough();
    const list = progressOf(completed({}, { kind: 'prices' }), { name: 'List', done: 10, total: 20 });
    const isSaid = ({ name }: Progress) => name !== 'List';
    await lastValueFrom(from([now, list]).pipe(showProgress({ stderr, env: {} }, { isDown: false }, isSaid)));
    expect(String(stderr.read())).toBe('[Acme] Completed (1/2 - 50.0%)\n');
  });

  it('writes plain lines to a terminal under CI', async () => {
    const stderr = aTerminal();
    await lastValueFrom(from([now]).pipe(showProgress({ stderr, env: { CI: '1' } }, { isDown: false })));
    expect(String(stderr.read())).toBe('[Acme] Completed (1/2 - 50.0%)\n');
  });
});
