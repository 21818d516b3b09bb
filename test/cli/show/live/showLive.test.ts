import { PassThrough } from 'node:stream';
import { clearLine, cursorTo, moveCursor } from 'node:readline';
import { NEVER, Subject } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isLive, showLive } from '../../../../src/cli/show/live/showLive.js';
import { tell } from '../../../../src/cli/tell.js';
import type { Activity } from '../../../../src/model/activity.js';
import type { Event } from '../../../../src/model/events.js';
import { completed, modelRead, started } from '../../../builders.js';
import { openScreen } from '../screen.js';

/** A terminal that notes what is written to it. */
function aTerminal(columns = 60, rows = 12) {
  const written: string[] = [];
  const stream = Object.assign(new PassThrough(), {
    ...{ isTTY: true, columns, rows },
    cursorTo: (x: number) => cursorTo(stream, x),
    clearLine: (dir: -1 | 0 | 1) => clearLine(stream, dir),
    moveCursor: (dx: number, dy: number) => moveCursor(stream, dx, dy),
  });
  stream.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  return { stream, written };
}

const utf8 = { LANG: 'de_DE.UTF-8' };
const planned = { sources: [{ kind: 'provider', source: 'acme', lastMs: 4_000 }], concurrency: 5 } as const;

/** Shows what is told on a terminal, until `end`; gives what was written to it by then. */
function shown({ stream, written }: ReturnType<typeof aTerminal>, env: Record<string, string> = utf8) {
  const events = new Subject<Event>();
  const activity = new Subject<Activity>();
  const showing = showLive(events, { ...planned, activity }, { stderr: stream, env }).subscribe({
    error: () => undefined,
  });
  const passed = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    return written.splice(0).join('');
  };
  return { events, activity, showing, passed };
}

describe('the live view', () => {
  beforeEach(() => {
    vi.stubEnv('CI', undefined);
    vi.stubEnv('TERM', 'xterm');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  it('shows where the run stands, what is told meanwhile above it, and is gone in the end', async () => {
    const terminal = aTerminal();
    const { events, activity, passed } = shown(terminal);
    events.next(started());
    activity.next({ kind: 'provider', source: 'acme', type: 'asked', request: 'r' });
    const first = await passed(300);
    events.next(modelRead());
    tell(terminal.stream, 'There is no network.');
    const second = await passed(1_000);
    events.next(completed());
    const third = await passed(200);
    events.complete();
    tell(terminal.stream, 'Written: all.');
    const last = await passed(0);
    vi.useRealTimers();

    const screen = openScreen(60, 12);
    await screen.write(first);
    expect(screen.lines()).toEqual([
      expect.stringMatching(/^. Progress: 0\/1 \(0\.0%\) - 1 running - Elapsed: 0s - ETA: 4s$/),
      '  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  0 models',
      '  Acme  fetching  0s',
    ]);
    expect(screen.isCursorShown()).toBe(false);
    await screen.write(second);
    expect(screen.lines()).toEqual([
      'There is no network.',
      expect.stringMatching(/^. Progress: 0\/1 \(0\.0%\) - 1 running - Elapsed: 1s - ETA: 3s$/),
      '  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  1 model',
      '  Acme  fetching  1s',
    ]);
    await screen.write(third);
    expect(screen.lines().slice(1)).toEqual([
      expect.stringMatching(/^. Progress: 1\/1 \(100\.0%\) - Elapsed: \ds - ETA: soon$/),
      '  ██████████████████████████████  1 model',
    ]);
    await screen.write(last);
    expect(screen.lines()).toEqual(['There is no network.', 'Written: all.']);
    expect(screen.isCursorShown()).toBe(true);
  });

  it('draws at most ten times a second, however much happens', async () => {
    const { events, passed } = shown(aTerminal());
    events.next(started());
    await passed(100);
    let said = '';
    for (let i = 0; i < 100; i++) {
      events.next(modelRead());
      said += await passed(10);
    }
    const frames = said.match(/\d+ models?/g) ?? [];
    expect(frames.length).toBeGreaterThan(5);
    expect(frames.length).toBeLessThanOrEqual(11);
    events.complete();
  });

  it.each([
    ['ends', (events: Subject<Event>) => events.complete()],
    ['fails', (events: Subject<Event>) => events.error(new Error('x'))],
    ['is broken off', (_: unknown, showing: { unsubscribe: () => void }) => showing.unsubscribe()],
  ])('leaves the terminal as it was where the run %s', async (_, end) => {
    const terminal = aTerminal();
    const { events, showing, passed } = shown(terminal);
    events.next(started());
    const before = await passed(200);
    end(events, showing);
    const after = await passed(2_000);
    vi.useRealTimers();
    const screen = openScreen(60, 12);
    await screen.write(before + after);
    expect([screen.lines(), screen.isCursorShown()]).toEqual([[], true]);
    expect(terminal.stream.listenerCount('resize')).toBe(0);
  });

  it.each([
    [30, 12],
    [100, 30],
    [60, 5],
  ])('is drawn anew on a terminal that gets %d by %d', async (columns, rows) => {
    const terminal = aTerminal();
    const { events, activity, passed } = shown(terminal);
    tell(terminal.stream, '$ ratecard');
    events.next(started('acme', 'A provider of a long name'));
    activity.next({ kind: 'provider', source: 'acme', type: 'asked', request: 'r' });
    const before = await passed(300);
    Object.assign(terminal.stream, { columns, rows });
    terminal.stream.emit('resize');
    const after = await passed(500);
    events.complete();
    const end = await passed(0);
    vi.useRealTimers();
    const screen = openScreen(60, 12);
    await screen.write(before);
    screen.resize(columns, rows);
    await screen.write(after);
    expect(screen.lines()[0]).toBe('$ ratecard');
    expect(screen.lines().filter((line) => line.includes('Progress'))).toHaveLength(1);
    expect(Math.max(...screen.lines().map(({ length }) => length))).toBeLessThan(columns);
    await screen.write(end);
    expect(screen.lines()).toEqual(['$ ratecard']);
  });

  it('is without colours under NO_COLOR, and of ASCII where the locale has no more', async () => {
    const { events, passed } = shown(aTerminal(), { NO_COLOR: '1', LC_ALL: 'C', LANG: 'de_DE.UTF-8' });
    events.next(started());
    const said = await passed(300);
    events.complete();
    expect(said).toContain('..............................  0 models');

    expect(said).not.toMatch(/\u001b\[\d*m|[^\x00-\x7f]/);
  });
});

describe('a place for the live view', () => {
  const stdout = new PassThrough();
  const [terminal, sized] = [aTerminal().stream, aTerminal(0).stream];
  it.each([
    ['a terminal', true, terminal, {}, false],
    ['a file', false, new PassThrough(), {}, false],
    ['a terminal without a width, which would fold its lines without end', false, sized, {}, false],
    ['a log of CI', false, terminal, { CI: '1' }, false],
    ['a terminal that obeys nothing', false, terminal, { TERM: 'dumb' }, false],
    ['a terminal beside data in a file', true, terminal, {}, true],
  ])('is %s: %j', (_, is, stderr, env: Record<string, string>, toStdout) =>
    expect(isLive({ stderr, stdout, env }, toStdout)).toBe(is),
  );

  it('is no terminal to which data goes', () =>
    expect(isLive({ stderr: terminal, stdout: terminal, env: {} }, true)).toBe(false));
});

it('ends with the events, not with what else may be told', () => {
  const events = new Subject<Event>();
  let ended = false;
  showLive(events, { ...planned, activity: NEVER }, { stderr: aTerminal().stream, env: {} }).subscribe({
    complete: () => (ended = true),
  });
  events.complete();
  expect(ended).toBe(true);
});
