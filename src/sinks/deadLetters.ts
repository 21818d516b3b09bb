import { join } from 'node:path';
import { type DeadLetter, deadLetter } from '../model/events.js';
import type { Summary } from '../operators/summarize.js';
import { readIfThere } from './readIfThere.js';

/** The file of the dead letters, relative to the output folder. */
export const rejectedPath = 'rejected.jsonl';

/**
 * A run's dead letters and those that `dir` holds of providers whose models are still the earlier ones: not read, stale or
 * failed. JSON lines by provider, each provider's in the order of its rows.
 */
export async function deadLetters(dir: string, { letters, providers }: Summary): Promise<string> {
  const isRead = (id: string) => ['fresh', 'unchanged', 'recording'].includes(providers[id]?.status ?? '');
  const earlier = (await readLetters(dir)).filter(({ provider }) => !isRead(provider));
  return [...earlier, ...letters]
    .sort((a, b) => (a.provider < b.provider ? -1 : a.provider > b.provider ? 1 : 0))
    .map(({ provider, stage, reason, path, row }) => `${JSON.stringify({ provider, stage, reason, path, row })}\n`)
    .join('');
}

async function readLetters(dir: string): Promise<DeadLetter[]> {
  const text = (await readIfThere(join(dir, rejectedPath))) ?? '';
  return text.split('\n').flatMap((line) => letterOf(line) ?? []);
}

/** Undefined where the line is none, such as one that somebody cut off. */
function letterOf(line: string): DeadLetter | undefined {
  try {
    return deadLetter.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
