import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { type HistoryHead, historyHead, type HistoryLine, historyLine } from '../model/history.js';
import { compiled } from '../sources/parse/compiled.js';
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

/** One file of a history: its head, and its text. */
export interface HistoryFile {
  readonly path: string;
  readonly head: HistoryHead;
  readonly text: string;
}

/**
 * Reads the price history of an output folder, line by line checked.
 *
 * Rejects with a `BadFile` for a file that is damaged, not there, or not the one that was closed.
 */
export async function readHistory(out: string): Promise<History> {
  const files = await historyFiles(out);
  const newest = files.at(-1);
  return { head: newest?.head ?? null, text: newest?.text ?? '', lines: files.flatMap(linesIn) };
}

/**
 * The files of a price history, the oldest first: the newest, and those before it that it closes by their hash; none where
 * there is no history. Rejects with a `BadFile` for a file that is not there, or not the one that was closed.
 */
export async function historyFiles(out: string): Promise<HistoryFile[]> {
  const newest = join(out, historyPath);
  const text = await readIfThere(newest);
  if (text === undefined) return [];
  const files = [fileOf(text, newest)];
  for (let previous = files[0]?.head.previous; previous;) {
    const path = join(dirname(newest), previous.file);
    const closed = await readIfThere(path);
    if (closed === undefined || sha256(closed) !== previous.sha256)
      throw new BadFile(`${path} is not the file that the next month closed: take it from a copy of the folder`);
    const file = fileOf(closed, path);
    files.push(file);
    previous = file.head.previous;
  }
  return files.reverse();
}

const fileOf = (text: string, path: string): HistoryFile => ({
  ...{ path, text },
  head: checked(historyHead, text.slice(0, Math.max(0, text.indexOf('\n'))), path, 1),
});

const linesIn = ({ text, path }: HistoryFile): HistoryLine[] => {
  const lines = text.split('\n');
  const schema = lines.length < manyLines ? historyLine : compiled(historyLine);
  return lines.flatMap((line, i) => (i === 0 || line === '' ? [] : [checked(schema, line, path, i + 1)]));
};

/** As many lines pay for compiling their schema. */
const manyLines = 50;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A line of a file as JSON of that form. */
export function checked<T>(
  schema: { safeParse: (value: unknown) => { data?: T } },
  text: string,
  path: string,
  at: number,
): T {
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
