import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeModelLines } from './filter/modelLines.js';
import { type Used, used } from './filter/used.js';
import type { Figure } from './row.js';

const root = join(import.meta.dirname, '..');
const main = join(root, 'dist/cli/main.js');
const bar = 0.6;

/**
 * The filter `enrich-pricing --stdin` over so many model records, beside the smallest program that parses and serializes each
 * line, in two forms of which the faster counts: turn by turn, the best of each. The program has to be built.
 */
export async function filter(lines = 200_000, rounds = 3): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ratecard-bench-'));
  try {
    const run = join(folder, 'run');
    execFileSync(process.execPath, [main, '--offline', '--concurrency', '10', '--quiet', '--out', run], {
      stdio: 'ignore',
    });
    const [all, one] = [join(folder, 'all.jsonl'), join(folder, 'one.jsonl')];
    writeModelLines(all, lines, run, join(root, 'data/recordings'));
    writeModelLines(one, 1, run, join(root, 'data/recordings'));
    const filtering = [main, 'enrich-pricing', '--stdin', '--offline', '--quiet', '--out', run];
    const floors = ['split.js', 'readline.js'].map((name) => [join(root, 'bench/filter', name)]);
    const programs = [filtering, ...floors];
    const best: (readonly [all: Used, one: Used])[] = [];
    for (let round = 0; round < rounds; round++)
      for (const [i, program] of programs.entries()) {
        const [now, start] = [await used(program, all), await used(program, one)];
        const [before, startBefore] = best[i] ?? [now, start];
        best[i] = [least(before, now), least(startBefore, start)];
      }
    return rowsOf(lines, best);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Some lines once: that it runs. */
export const short = (): Promise<Figure[]> => filter(2_000, 1);

function rowsOf(lines: number, [own, ...floors]: readonly (readonly [all: Used, one: Used])[]): Figure[] {
  if (!own) return [];
  const [all, one] = own;
  const count = lines.toLocaleString('en-US');
  const row = (what: string, measure: 'wall' | 'cpu', isAside: boolean): Figure => {
    const timeOf = ([whole, start]: readonly [Used, Used]) => whole[measure] - (isAside ? start[measure] : 0);
    const floor = Math.min(...floors.map(timeOf));
    return { what: `filter, ${count} lines, ${what}`, ratio: timeOf([all, one]) / floor, bar, memory: all.memory };
  };
  return [
    row('wall, its start aside', 'wall', true),
    row('CPU, its start aside', 'cpu', true),
    row('wall', 'wall', false),
    row('CPU', 'cpu', false),
  ];
}

const least = (a: Used, b: Used): Used => ({
  wall: Math.min(a.wall, b.wall),
  cpu: Math.min(a.cpu, b.cpu),
  memory: Math.max(a.memory, b.memory),
});
