import { join } from 'node:path';
import { writeModelLines, writeRecords } from './filter/modelLines.js';
import { type Input, type Used, used } from './filter/used.js';
import { inFolder, program, recordings, root, sharedRun } from './program.js';
import type { Figure } from './row.js';

const bar = 0.6;

/** How many lines of each kind are measured, and how often. */
interface Size {
  /** Records of many forms and two catalogs. */
  readonly mixed: number;
  /** Raw records of a run, again and again. */
  readonly raw: number;
  /** The same, of which only the memory is measured. */
  readonly long: number;
  readonly rounds: number;
}

/**
 * The filter `enrich-pricing --stdin` over model records, beside the smallest program that parses and serializes each line, in
 * two forms of which the faster counts: turn by turn, the best of each. The program has to be built.
 */
export async function filter({ mixed, raw, long, rounds }: Size = full): Promise<Figure[]> {
  const run = await sharedRun();
  return inFolder(async (folder) => {
    const names = ['all.jsonl', 'one.jsonl', 'raw.jsonl', 'unlisted.jsonl'];
    const [all, one, records, unlisted] = names.map((name) => join(folder, name)) as [string, string, string, string];
    writeModelLines(all, mixed, run, recordings);
    writeModelLines(one, 1, run, recordings);
    writeRecords(records, run);
    writeRecords(unlisted, run, { provider: 'openai', id: 'gpt-4o-of-nobody' });
    const filtering = [program, 'enrich-pricing', '--stdin', '--offline', '--quiet', '--out', run];
    const floors = ['split.js', 'readline.js'].map((name) => [join(root, 'bench/filter', name)]);
    const best = (input: Input) => bestOf([filtering, ...floors], [input, { file: one }], rounds);
    const memory = (lines: number) => used(filtering, { file: records, lines });
    return [
      ...rowsOf(`${inWords(raw)} raw records of a run`, await best({ file: records, lines: raw })),
      memoryRow(long, await memory(long), await memory(long / 10)),
      unlistedRow(raw, await used(filtering, { file: unlisted, lines: raw })),
      ...rowsOf(`${inWords(mixed)} records of many forms`, await best({ file: all })),
    ];
  });
}

const full: Size = { mixed: 200_000, raw: 300_000, long: 1_000_000, rounds: 3 };

/** Some lines once: that it runs. */
export const short = (): Promise<Figure[]> => filter({ mixed: 2_000, raw: 2_000, long: 2_000, rounds: 1 });

/** What a program used for all lines and for one, the best of its turns. */
type Turns = readonly [all: Used, one: Used];

async function bestOf(
  programs: readonly (readonly string[])[],
  [all, one]: readonly [Input, Input],
  rounds: number,
): Promise<Turns[]> {
  const best: Turns[] = [];
  for (let round = 0; round < rounds; round++)
    for (const [i, program] of programs.entries()) {
      const [now, start] = [await used(program, all), await used(program, one)];
      const [before, startBefore] = best[i] ?? [now, start];
      best[i] = [least(before, now), least(startBefore, start)];
    }
  return best;
}

function rowsOf(lines: string, [own, ...floors]: readonly Turns[]): Figure[] {
  if (!own) return [];
  const [all, one] = own;
  const row = (what: string, measure: 'wall' | 'cpu', isAside: boolean): Figure => {
    const timeOf = ([whole, start]: Turns) => whole[measure] - (isAside ? start[measure] : 0);
    const floor = Math.min(...floors.map(timeOf));
    return { what: `filter, ${lines}, ${what}`, ratio: timeOf([all, one]) / floor, bar, memory: all.memory };
  };
  return [
    row('wall, its start aside', 'wall', true),
    row('CPU, its start aside', 'cpu', true),
    row('wall', 'wall', false),
    row('CPU', 'cpu', false),
  ];
}

const memoryRow = (lines: number, all: Used, few: Used): Figure => ({
  what: `memory of the filter, ${inWords(lines)} raw records of a run`,
  ...{ floor: `${inWords(lines / 10)} of them`, ours: `${Math.round(all.memory)} MB` },
  ...{ ratio: all.memory / few.memory, bar: 1.1, memory: all.memory },
});

/** One that the run does not have opens all price lists. */
const unlistedRow = (lines: number, { memory }: Used): Figure => ({
  what: `memory of the filter, ${inWords(lines)} raw records of a run, some of a model of nobody`,
  ...{ floor: `${mostMemory} MB`, ours: `${Math.round(memory)} MB` },
  ...{ ratio: memory / mostMemory, bar: 1, memory },
});

const mostMemory = 120;

const inWords = (count: number): string => count.toLocaleString('en-US');

const least = (a: Used, b: Used): Used => ({
  wall: Math.min(a.wall, b.wall),
  cpu: Math.min(a.cpu, b.cpu),
  memory: Math.max(a.memory, b.memory),
});
