import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../sinks/temporaryFolder.js';
import { cleanEnv, ended, root } from './ratecard.js';

/** util-linux' `script` gives a program a terminal of its own. */
const hasScript = (() => {
  try {
    return execFileSync('script', ['--version'], { encoding: 'utf8' }).includes('util-linux');
  } catch {
    return false;
  }
})();

/** What the real program writes to a terminal of 80 by 24, without the orders that a terminal obeys. */
async function onTerminal(args: readonly string[], env: Record<string, string> = {}) {
  const program = [process.execPath, join(root, 'dist/cli/main.js'), ...args].join(' ');
  const child = spawn('script', ['-qec', `stty cols 80 rows 24; ${program}`, '/dev/null'], {
    ...{ cwd: root, env: { ...ofPerson(), TERM: 'xterm-256color', ...env } },
  });
  child.stdin.on('error', () => undefined);
  const { code, stdout } = await ended(child);
  // A carriage return goes back to the begin of the line: what counts is what is there in the end.
  const plain = stdout.replaceAll(/\u001B\[\??[\d;]*[A-Za-z]/g, '\r').replaceAll('\r\n', '\n');
  const lines = plain.split('\n').map((line) => line.split('\r').findLast((part) => part !== '') ?? '');
  return { code, stdout, lines };
}

/** The environment of somebody who looks at it: CI gets no spinner. */
const ofPerson = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(cleanEnv()).filter(
      ([name]) => !/^(CI|CI_.*|CONTINUOUS_INTEGRATION|NO_COLOR|FORCE_COLOR)$/.test(name),
    ),
  );

const colour = /\u001B\[3\dm/;

describe.skipIf(!hasScript)('on a terminal of 80 by 24, the real program', { timeout: 60_000 }, () => {
  it('ends a run with a summary that is seen as a whole, and in which no line is folded', async () => {
    const out = await temporaryFolder();
    const { code, stdout, lines } = await onTerminal(['--offline', '--concurrency', '10', '--out', out]);
    expect(code).toBe(0);
    expect(stdout).toMatch(colour);
    expect(lines.filter((line) => stringWidth(line) > 80)).toEqual([]);
    const from = lines.findIndex((line) => /^[\d,]+ of [\d,]+ offers have a price \(\d+ %\)\.$/.test(line));
    expect(from).toBeGreaterThan(0);
    expect(lines.length - from).toBeLessThan(24);
    expect(lines[from + 1]).toMatch(/^\d+ providers: \d+ from recordings of .* to /);
  });

  it('of one provider speaks of that, and under NO_COLOR in no colour', async () => {
    const args = ['--offline', '--provider', 'groq', '--out', await temporaryFolder()];
    const { code, stdout, lines } = await onTerminal(args, { NO_COLOR: '1' });
    expect([code, colour.test(stdout)]).toEqual([0, false]);
    expect(stdout).toContain('Progress: ');
    expect(lines.filter((line) => line.startsWith('['))).toEqual([expect.stringMatching(/^\[Groq\] Completed /)]);
    expect(lines.length).toBeLessThan(24);
  });

  it.each([['sources'], ['--help'], ['run --help']])('%s fits', async (args) => {
    const { code, lines } = await onTerminal([
      ...args.split(' '),
      ...(args === 'sources' ? ['--out', '/nowhere'] : []),
    ]);
    expect(code).toBe(0);
    expect(lines.filter((line) => stringWidth(line) > 80)).toEqual([]);
    expect(lines.length).toBeGreaterThan(15);
  });
});
