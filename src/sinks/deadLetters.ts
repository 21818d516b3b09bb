import { join } from 'node:path';
import { type DeadLetter, deadLetter } from '../model/deadLetter.js';
import type { SourceRun } from '../model/run.js';
import type { Summary } from '../operators/summarize.js';
import { rejectedPath } from '../store/paths.js';
import { readIfThere } from '../store/readIfThere.js';
import { leavesFiles, type RunPlan, type Sink } from './sink.js';
import { writeAtomically } from './writeAtomically.js';

/**
 * `rejected.jsonl`: rows that could not be read, with those that the file holds of sources whose records are still the
 * earlier ones: not read, stale or failed. By source, each source's in the order of its rows.
 */
export const deadLetters: Sink = {
  open: (plan) => {
    if (!leavesFiles(plan)) return undefined;
    const letters: DeadLetter[] = [];
    return {
      write: (events) => {
        letters.push(...events.flatMap((event) => (event.type === 'rejected' ? [event.letter] : [])));
        return Promise.resolve();
      },
      commit: async ({ summary }) => {
        const earlier = (await readLetters(plan.out)).filter((letter) => !isRead(letter, summary, plan));
        const lines = [...earlier, ...letters].sort(bySource).map(lineOf);
        return [await writeAtomically(plan.out, rejectedPath, lines.join(''))];
      },
      abort: () => Promise.resolve([]),
    };
  },
};

/** A run that has its providers from files has not read them. */
const isRead = ({ kind, source }: DeadLetter, { providers, prices }: Summary, { datasets }: RunPlan): boolean => {
  if (kind === 'provider' && !datasets.includes('raw')) return false;
  const runs: Readonly<Record<string, SourceRun>> = kind === 'provider' ? providers : prices;
  return ['fresh', 'unchanged', 'recording'].includes(runs[source]?.status ?? '');
};

const bySource = (a: DeadLetter, b: DeadLetter): number =>
  a.source < b.source ? -1 : a.source > b.source ? 1 : a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0;

const lineOf = ({ source, kind, stage, reason, path, row }: DeadLetter): string =>
  `${JSON.stringify({ source, kind, stage, reason, path, row })}\n`;

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
