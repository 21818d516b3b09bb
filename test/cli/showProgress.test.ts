import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { from, lastValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { showProgress } from '../../src/cli/showProgress.js';
import type { Completed } from '../../src/model/events.js';
import type { Progress } from '../../src/operators/countProgress.js';
import { completed, failed } from '../builders.js';

async function shown(event: Progress['event'], isDown = false, stderr = new PassThrough()): Promise<string> {
  const progress: Progress = { done: 1, running: 0, total: 2, elapsedMs: 5, etaMs: 5, event, name: 'Acme' };
  await lastValueFrom(from([progress]).pipe(showProgress({ stderr, env: {} }, { isDown })));
  return text(stderr.end());
}

describe('the line at the end of a provider', () => {
  const recorded = (error: string | null): Completed => completed({ status: 'recording', error });

  it('is short where all is well', async () => {
    expect(await shown(completed())).toBe('[Acme] Completed (1/2 - 50.0%)\n');
    expect(await shown(recorded(null))).toBe('[Acme] Completed (1/2 - 50.0%)\n');
  });

  it('is plain on a terminal without a width', async () => {
    const narrow = Object.assign(new PassThrough(), { isTTY: true, columns: 0 });
    expect(await shown(completed(), false, narrow)).toBe('[Acme] Completed (1/2 - 50.0%)\n');
  });

  it('says why something stands in', async () => {
    expect(await shown(recorded('404'))).toBe('[Acme] Completed (1/2 - 50.0%), as recorded on 2026-01-01: 404\n');
    expect(await shown(completed({ status: 'stale', error: '404' }))).toBe(
      '[Acme] Kept as of 2026-01-01 (1/2 - 50.0%): 404\n',
    );
    expect(await shown(failed())).toBe('[Acme] Failed (1/2 - 50.0%): api answered 503\n');
  });

  it('does not repeat that there is no network', async () =>
    expect(await shown(recorded('no network'), true)).toBe('[Acme] Completed (1/2 - 50.0%)\n'));
});
