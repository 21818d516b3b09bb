import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './program.js';
import type { Figure } from './row.js';
import { spent } from './spent.js';

let made: Promise<string> | undefined;

/**
 * Figures of work that runs within one process, of its own and built as the program is: a loader of TypeScript would slow what
 * is measured.
 * @param work its function, by default that of the part's name
 */
export async function inside(part: 'cost' | 'growth' | 'join', work: string = part, out = ''): Promise<Figure[]> {
  const { stdout } = await spent(
    '--expose-gc',
    '--max-old-space-size=3072',
    await (made ??= bundle()),
    part,
    work,
    out,
  );
  return JSON.parse(stdout) as Figure[];
}

async function bundle(): Promise<string> {
  const outfile = join(root, 'dist/bench/inside.js');
  await build({
    ...{ absWorkingDir: root, entryPoints: ['bench/inside/main.ts'], outfile, bundle: true, packages: 'external' },
    ...{ platform: 'node', target: 'node20.19', format: 'esm', logLevel: 'warning' },
  });
  return outfile;
}
