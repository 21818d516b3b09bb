import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, offline, recordings, root, sharedRun } from './program.js';
import type { Figure } from './row.js';
import { median } from './row.js';
import { type Spent, spent } from './spent.js';

const floor = join(root, 'bench/run/floor.js');
const rounds = 5;

/** An offline run, start included, without the price lists and with all five, beside the least program that moves as many bytes. */
export const run = (): Promise<Figure[]> =>
  inFolder(async (folder) => [
    ...(await beside(folder, 'download', 'an offline run without price lists', 3)),
    ...(await beside(folder, 'run', 'an offline run with five price lists', 4)),
  ]);

/** How many files the floor reads, and how many providers a run has written. */
export const short = (): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const out = await sharedRun();
    const { stdout } = await spent(floor, recordings, out, folder);
    const written = readdirSync(join(out, 'providers')).length;
    if (written < 60 || Number(stdout) < 200) throw new Error(`${written} providers, ${stdout} files`);
    return [{ what: `${written} providers, ${stdout.trim()} files`, ratio: 1 }];
  });

/** The bodies that a command reads: `download` leaves those of lists alone that are no provider's. */
function bodiesOf(folder: string, command: 'run' | 'download'): string {
  if (command === 'run') return recordings;
  const copy = join(folder, 'bodies');
  const lists = ['helicone', 'litellm', 'genai-prices', 'portkey'];
  for (const name of readdirSync(recordings)) {
    if (!lists.includes(name)) cpSync(join(recordings, name), join(copy, name), { recursive: true });
  }
  return copy;
}

async function beside(folder: string, command: 'run' | 'download', what: string, bar: number): Promise<Figure[]> {
  const bodies = bodiesOf(folder, command);
  const spends: { readonly ours: Spent; readonly least: Spent }[] = [];
  for (let round = 0; round < rounds; round++) {
    const [out, again] = [join(folder, `${command}-${round}`), join(folder, `${command}-again-${round}`)];
    const ours = await offline(out, command);
    spends.push({ ours, least: await spent(floor, bodies, out, again) });
  }
  const memory = Math.max(...spends.map(({ ours }) => ours.memory));
  return (['wallMs', 'cpuMs'] as const).map((measure) => ({
    what: `${what}, ${measure === 'wallMs' ? 'wall' : 'CPU'}`,
    ours: `${Math.round(median(spends.map(({ ours }) => ours[measure])))} ms`,
    ratio: median(spends.map(({ ours, least }) => ours[measure] / least[measure])),
    ...{ bar, memory },
  }));
}
