import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { cleanEnv, root } from './ratecard.js';
import { openScreen, type Screen } from './show/screen.js';

/** util-linux' `script` gives a program a terminal of its own. */
export const hasScript = ((): boolean => {
  try {
    return execFileSync('script', ['--version'], { encoding: 'utf8' }).includes('util-linux');
  } catch {
    return false;
  }
})();

/** The environment of somebody who looks at it: CI gets no live view. */
const ofPerson = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(cleanEnv()).filter(
      ([name]) => !/^(CI|CI_.*|CONTINUOUS_INTEGRATION|NO_COLOR|FORCE_COLOR|LC_.*|LANG)$/.test(name),
    ),
  );

export interface OnTerminal {
  readonly code: number | null;
  /** All that was written, with the orders that a terminal obeys. */
  readonly written: string;
  readonly screen: Screen;
}

interface Sight {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Looks at the screen after each change; what it gives is typed. */
  readonly look?: (screen: Screen) => string | undefined;
}

/** Runs the real program on a terminal of its own. */
export async function onTerminal(
  args: readonly string[],
  { columns = 80, rows = 24, env = {}, cwd = root, look }: Sight = {},
): Promise<OnTerminal> {
  const quoted = [process.execPath, join(root, 'dist/cli/main.js'), ...args].map((word) => `'${word}'`).join(' ');
  const child = spawn('script', ['-qec', `stty cols ${columns} rows ${rows}; exec ${quoted}`, '/dev/null'], {
    ...{ cwd, env: { ...ofPerson(), TERM: 'xterm-256color', LANG: 'C.UTF-8', ...env } },
  });
  child.stdin.on('error', () => undefined);
  const screen = openScreen(columns, rows);
  let written = '';
  let seen = Promise.resolve();
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    written += chunk;
    seen = screen.write(chunk).then(() => {
      const typed = look?.(screen);
      if (typed !== undefined) child.stdin.write(typed);
    });
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  await seen;
  return { code, written, screen };
}
