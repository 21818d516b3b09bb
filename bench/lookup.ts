import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inFolder, program, root, sharedRun } from './program.js';
import { type Figure, median } from './row.js';
import { ratioOf, turns } from './turns.js';

const rounds = 7;
const [provider, id] = ['openai', 'gpt-4o'];
/** The engine's own package: it is not ours, and need not be installed. */
const engines = join(root, 'examples/engines/package.json');

/** A price by name from the table of a run, each time by a program that starts for it. */
export const lookup = (): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const works = await lookups(folder);
    const { ratecard = [], ...others } = await turns(
      Object.fromEntries(works.map(({ name, answer }) => [name, () => answer().wallMs])),
      rounds,
    );
    return Object.entries(others).map(([floor, times]) => ({
      what: 'the price of one offer',
      floor,
      ours: `${median(ratecard).toFixed(0)} ms`,
      ratio: ratioOf(ratecard, times),
    }));
  });

/** All of them give the same price. */
export const short = (): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const works = await lookups(folder);
    for (const { name, answer } of works) {
      const { stdout } = answer();
      if (!stdout.includes('0.0025')) throw new Error(`${name} says ${stdout}`);
    }
    return [{ what: `one price, the same from ${works.map(({ name }) => name).join(', ')}`, ratio: 1 }];
  });

interface Lookup {
  readonly name: string;
  readonly answer: () => { readonly stdout: string; readonly wallMs: number };
}

async function lookups(folder: string): Promise<Lookup[]> {
  const out = await sharedRun();
  const exported = (format: string, file: string): string => {
    const { stdout } = spawnSync(process.execPath, [program, 'export', format, '--out', out], { maxBuffer: 1e9 });
    writeFileSync(join(folder, file), stdout);
    return join(folder, file);
  };
  const table = exported('table', 'table.json');
  const parquet = exported('parquet', 'prices.parquet');
  const filter = `.[] | select(.provider.id == "${provider}") | .models[] | select(.id == "${id}") | .cost`;
  const script = join(root, 'bench/lookup/duckdb.js');
  return [
    {
      name: 'ratecard',
      answer: asked(process.execPath, program, 'price', `${provider}/${id}`, '--out', out, '--offline', '--json'),
    },
    ...(has('jq') ? [{ name: 'jq over table.json', answer: asked('jq', '-c', filter, table) }] : []),
    ...(hasEngine()
      ? [{ name: 'DuckDB over Parquet', answer: asked(process.execPath, script, engines, parquet, provider, id) }]
      : []),
  ];
}

const asked =
  (command: string, ...args: readonly string[]) =>
  () => {
    const started = performance.now();
    const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command}: ${stderr}`);
    return { stdout, wallMs: performance.now() - started };
  };

const has = (command: string): boolean => spawnSync(command, ['--version']).status === 0;

function hasEngine(): boolean {
  try {
    createRequire(engines).resolve('@duckdb/node-api');
    return true;
  } catch {
    return false;
  }
}
