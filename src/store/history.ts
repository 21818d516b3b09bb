import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type HistoryHead, historyHead, type HistoryLine, historyLine } from '../model/history.js';
import { BadFile } from './badFile.js';
import { historyPath } from './paths.js';
import { readIfThere } from './readIfThere.js';

/** A price history as it lies in a folder. */
export interface History {
  /** Of the newest file; null where there is none. */
  readonly head: HistoryHead | null;
  /** The newest file, as it stands. */
  readonly text: string;
  /** Of all files, the oldest first. */
  readonly lines: readonly HistoryLine[];
}

/**
 * Reads the price history of an output folder: its newest file, and those before it that it closes by their hash.
 *
 * Rejects with a `BadFile` for a file that is damaged, not there, or not the one that was closed.
 */
export async function readHistory(out: string): Promise<History> {
  const text = await readIfThere(join(out, historyPath));
  if (text === undefined) return { head: null, text: '', lines: [] };
  const newest = parsed(text, join(out, historyPath));
  const files = [newest.lines];
  for (let { previous } = newest.head; previous;) {
    const path = join(out, historyPath, '..', previous.file);
    const closed = await readIfThere(path);
    if (closed === undefined || sha256(closed) !== previous.sha256)
      throw new BadFile(`${path} is not the file that the next month closed: take it from a copy of the folder`);
    const { head, lines } = parsed(closed, path);
    files.push(lines);
    previous = head.previous;
  }
  return { head: newest.head, text, lines: files.reverse().flat() };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function parsed(text: string, path: string): { head: HistoryHead; lines: HistoryLine[] } {
  const [first = '', ...rest] = text.split('\n');
  const head = read(historyHead, first, path, 1);
  return { head, lines: rest.filter((line) => line !== '').map((line, i) => read(historyLine, line, path, i + 2)) };
}

function read<T>(schema: { safeParse: (value: unknown) => { data?: T } }, text: string, path: string, at: number): T {
  const { data } = schema.safeParse(jsonOf(text));
  if (data === undefined)
    throw new BadFile(`${path}, line ${at} is damaged or of another version: take it from a copy`);
  return data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
