import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './row.js';

/** A part of the bench, and what it is measured against where a figure of it does not say. */
interface Part {
  readonly name: string;
  readonly floor: string;
}

/** All parts, in the order of the page. */
export const parts: readonly Part[] = [
  { name: 'start', floor: '`node -e 0`' },
  { name: 'run', floor: 'reading, parsing and writing the same bytes' },
  { name: 'schedule', floor: 'the longest request, or all by concurrency' },
  { name: 'filter', floor: 'parsing and serializing each line' },
  { name: 'unchanged', floor: 'the first run' },
  { name: 'join', floor: "the reference's loop" },
  { name: 'cost', floor: '@pydantic/genai-prices' },
  { name: 'lookup', floor: 'jq' },
  { name: 'growth', floor: 'the recorded list' },
  { name: 'models', floor: 'the model of a known offer' },
];

/** What the file of a part exports: a function by its name, and one that only shows that it works. */
type Module = Readonly<Record<string, (() => Promise<readonly Figure[]>) | undefined>>;

const fileOf = (name: string): string => join(import.meta.dirname, `${name}.ts`);

/** The names of parts that can be run. */
export const runnable = parts.map(({ name }) => name).filter((name) => existsSync(fileOf(name)));

/** The figures of a part; in the short form those of its function `short`, where it has one: they are no times. */
export async function figuresOf(name: string, isShort: boolean): Promise<readonly Figure[]> {
  const module = (await import(fileOf(name))) as Module;
  const work = isShort ? module['short'] : module[name];
  if (!work && !isShort) throw new Error(`bench/${name}.ts exports no function ${name}`);
  return (await work?.()) ?? [];
}
