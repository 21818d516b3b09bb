import { createHash } from 'node:crypto';
import { type LineText, numbered } from '../history/lineText.js';
import type { HistoryHead } from '../model/history.js';
import { closedHistoryPath, historyPath } from '../store/paths.js';
import type { History } from '../store/history.js';
import type { RunPlan, Written } from './sink.js';
import { writeAtomically } from './writeAtomically.js';

/**
 * Adds lines to a price history, numbered through; undefined where there are none. The first lines of another month begin a
 * new file: the one before is kept under the name of its month, and the new one says its hash.
 */
export async function appendHistory(
  { out, startedAt }: Pick<RunPlan, 'out' | 'startedAt'>,
  { head, text, lines: known }: History,
  lines: readonly LineText[],
): Promise<Written | undefined> {
  if (lines.length === 0) return undefined;
  // The run that begins a history is not named: equal recordings give equal bytes.
  const run = head && startedAt.toISOString();
  const first = (known.at(-1)?.line ?? 0) + 1;
  const added = lines.map((line, i) => numbered(line, first + i, run)).join('');
  const month = monthOf(lines, head);
  if (head && month === head.month) return writeAtomically(out, historyPath, text + added);
  const previous = head && { file: closedHistoryPath(head.month).replace(/^.*\//, ''), sha256: sha256(text) };
  // First the copy: a run that dies in between leaves the newest file as it was.
  if (head) await writeAtomically(out, closedHistoryPath(head.month), text);
  const begun: HistoryHead = { schemaVersion: 2, month, previous };
  return writeAtomically(out, historyPath, `${JSON.stringify(begun)}\n${added}`);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The month in which the newest of the lines was seen; never one before that of the file. */
function monthOf(lines: readonly LineText[], head: HistoryHead | null): string {
  return lines.reduce((latest, { month }) => (month > latest ? month : latest), head?.month ?? lines[0]?.month ?? '');
}
