import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { from, lastValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { showProgress } from '../../../src/cli/show/progress.js';
import type { Progress } from '../../../src/operators/countProgress.js';
import { completed, failed, started } from '../../builders.js';
import { marbles } from '../../marbles.js';
import { written } from '../../written.js';

const progressOf = (event: Progress['event'], more: Partial<Progress> = {}): Progress => ({
  ...{ done: 1, running: 0, total: 2, elapsedMs: 5, etaMs: 5, event, name: 'Acme' },
  ...more,
});

async function shown(progress: Progress | readonly Progress[], isDown = false, stderr = new PassThrough()) {
  const some = [progress].flat();
  await lastValueFrom(from(some).pipe(showProgress({ stderr }, { isDown })));
  return text(stderr.end());
}

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
  const now = progressOf(completed());

  it('passes on what it shows, and completes', () => {
    const stderr = new PassThrough();
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const progress = cold('a-a-|', { a: now });
      expectObservable(progress.pipe(showProgress({ stderr }, { isDown: false }))).toBe('a-a-|', { a: now });
      expectSubscriptions(progress.subscriptions).toBe('^---!');
    });
    expect(written(stderr).match(/\[Acme\] Completed \(1\/2 - 50\.0%\)\n/g)).toHaveLength(2);
  });

  it('passes an error on', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const progress = cold('a-#', { a: now });
      expectObservable(progress.pipe(showProgress({ stderr: new PassThrough() }, { isDown: false }))).toBe('a-#', {
        a: now,
      });
      expectSubscriptions(progress.subscriptions).toBe('^-!');
    }));

  it('stops when nobody looks any longer', () => {
    const stderr = new PassThrough();
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const progress = cold('a---a', { a: now });
      expectObservable(progress.pipe(showProgress({ stderr }, { isDown: false })), '^--!').toBe('a', { a: now });
      expectSubscriptions(progress.subscriptions).toBe('^--!');
    });
    expect(written(stderr).match(/\[Acme\]/g)).toHaveLength(1);
  });

  it('says no line of the sources that nobody wants to hear of, and counts them all the same', async () => {
    const stderr = new PassThrough();
    const list = progressOf(completed({}, { kind: 'prices' }), { name: 'List', done: 10, total: 20 });
    const isSaid = ({ name }: Progress) => name !== 'List';
    await lastValueFrom(from([now, list]).pipe(showProgress({ stderr }, { isDown: false }, isSaid)));
    expect(written(stderr)).toBe('[Acme] Completed (1/2 - 50.0%)\n');
  });
});
