import { rm } from 'node:fs/promises';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { page } from '../docs/pages.js';
import { recordSession, runOnTerminal, sessionPath } from '../docs/session/recordSession.js';
import { localServer } from '../read/localServer.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';
import { hasScript, onTerminal, type OnTerminal } from './onTerminal.js';
import { newFolder } from './ratecard.js';

const colour = /\u001B\[3\dm/;

describe.skipIf(!hasScript)('on a terminal of 80 by 24, the real program', { timeout: 60_000 }, () => {
  const views: string[] = [];
  let home: string;
  let ran: OnTerminal;
  beforeAll(async () => {
    home = await newFolder();
    ran = await runOnTerminal(home, { look: (now) => void views.push(...now.lines()) });
  }, 120_000);
  afterAll(() => rm(home, { recursive: true }));

  it('shows a run while it goes on, and in the end nothing but its summary, seen as a whole, in which no line is folded', () => {
    const { code, written, screen } = ran;
    expect(code).toBe(0);
    expect(written).toMatch(colour);
    expect(views).toContainEqual(expect.stringMatching(/^. Progress: \d+\/\d+ \(\d+\.\d%\) - \d+ running - /));
    const lines = screen.lines();
    expect(lines.slice(0, 3)).toEqual([
      '',
      expect.stringMatching(/^[\d,]+ of [\d,]+ offers have a price \(\d+ %\)\.$/),
      expect.stringMatching(/^\d+ providers: \d+ from recordings of .* to /),
    ]);
    expect(lines.length).toBeLessThan(24);
    expect(lines.filter((line) => stringWidth(line) > 80)).toEqual([]);
    expect(screen.isCursorShown()).toBe(true);
  });

  it('says what the session of the README shows', async () =>
    expect(await recordSession(home, ran)).toBe(page(sessionPath)));

  it('of one provider speaks of that, and under NO_COLOR in no colour', async () => {
    const args = ['--offline', '--provider', 'groq', '--out', await temporaryFolder()];
    const { code, written, screen } = await onTerminal(args, { env: { NO_COLOR: '1' } });
    expect([code, colour.test(written)]).toEqual([0, false]);
    expect(written).toContain('Progress: ');
    expect(screen.lines()[1]).toMatch(/ offers have a price/);
    expect(screen.lines().length).toBeLessThan(24);
  });

  it('tells of what it asks again, and leaves the terminal as it was when it is broken off', async () => {
    const { url } = await localServer((_, response) => response.writeHead(503, { 'retry-after': '20' }).end());
    const out = await temporaryFolder();
    const args = ['--live', '--mirror', url, '--provider', 'groq', '--prices', 'litellm', '--out', out];
    let view: string[] = [];
    const { code, screen } = await onTerminal(args, {
      columns: 160,
      look: (now) => {
        const isRetrying = now.lines().filter((line) => line.includes('retrying')).length === 2;
        if (!isRetrying || view.length > 0) return undefined;
        view = now.lines();
        expect(now.isCursorShown()).toBe(false);
        return '\u0003';
      },
    });
    expect(view.slice(0, 4)).toEqual([
      expect.stringMatching(/^. Progress: 0\/2 \(0\.0%\) - 2 running - Elapsed: \d+s - ETA: /),
      '  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  0 models',
      expect.stringMatching(/^ {2}LiteLLM {2}retrying {2}in (20|1\d)s, attempt 2 of 4: .*answered 503/),
      expect.stringMatching(/^ {2}Groq {5}retrying {2}in (20|1\d)s, attempt 2 of 4: .*answered 503/),
    ]);
    expect(code).toBe(130);
    expect(screen.lines().join(' ')).toMatch(
      /^(\^C)? ?Interrupted: nothing was written, the manifest is that of the last whole run\.$/,
    );
    expect(screen.isCursorShown()).toBe(true);
  });

  it.each([['sources'], ['--help'], ['run --help']])('%s fits', async (args) => {
    const { code, written, screen } = await onTerminal([
      ...args.split(' '),
      ...(args === 'sources' ? ['--out', '/nowhere'] : []),
    ]);
    expect(code).toBe(0);
    expect(written.split(/\r?\n/).filter((line) => stringWidth(line) > 80)).toEqual([]);
    expect(screen.lines().length).toBeGreaterThan(15);
  });
});
