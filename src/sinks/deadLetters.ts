import { join } from 'node:path';
import { type DeadLetter, deadLetter } from '../model/deadLetter.js';
import type { Completed } from '../model/events.js';
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
        const earlier = (await readLines(plan.out)).filter(({ letter }) => !isRead(letter, summary, plan));
        const now = letters
          .filter((letter) => !isFailed(letter, summary))
          .map((letter) => ({ letter, line: lineOf(letter) }));
        const lines = [...earlier, ...now].sort((a, b) => bySource(a.letter, b.letter)).map(({ line }) => line);
        return [await writeAtomically(plan.out, rejectedPath, lines.join(''))];
      },
      abort: () => Promise.resolve([]),
    };
  },
};

/** A run that has its providers from files has not read them. */
const isRead = (letter: DeadLetter, summary: Summary, { datasets }: RunPlan): boolean => {
  if (letter.kind === 'provider' && !datasets.includes('raw')) return false;
  const isOf = ({ kind, source }: Completed) => kind === letter.kind && source === letter.source;
  if (summary.completed.some((event) => event.repeated && isOf(event))) return false;
  return ['fresh', 'unchanged', 'recording'].includes(statusOf(letter, summary) ?? '');
};

/** A source that was read, and whose files could not be written: its records are the earlier ones, and so are its letters. */
const isFailed = (letter: DeadLetter, summary: Summary): boolean => statusOf(letter, summary) === 'failed';

const statusOf = ({ kind, source }: DeadLetter, { providers, prices }: Summary): SourceRun['status'] | undefined =>
  (kind === 'provider' ? providers : prices)[source]?.status;

const bySource = (a: DeadLetter, b: DeadLetter): number =>
  a.source < b.source ? -1 : a.source > b.source ? 1 : a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0;

const lineOf = ({ source, kind, stage, reason, path, row }: DeadLetter): string =>
  `${JSON.stringify({ source, kind, stage, reason, path, row })}\n`;

/** The lines of the earlier file with what they say, for those that stay stay as they are. */
async function readLines(dir: string): Promise<{ letter: DeadLetter; line: string }[]> {
  const text = (await readIfThere(join(dir, rejectedPath))) ?? '';
  return text.split('\n').flatMap((line) => {
    const letter = letterOf(line);
    return letter ? { letter, line: `${line}\n` } : [];
  });
}

/** Undefined where the line is none, such as one that somebody cut off. */
function letterOf(line: string): DeadLetter | undefined {
  try {
    return deadLetter.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
