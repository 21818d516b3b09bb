import { concatMap, defer, from, lastValueFrom, takeUntil } from 'rxjs';
import { eachLines } from '../read/eachLines.js';
import { LineTooLong } from '../read/lineBuffer.js';
import { writeTexts } from '../sinks/writeLines.js';
import type { Surroundings } from './command.js';
import { Failure } from './failure.js';
import type { Options } from './options.js';

/** What becomes of a line that is no record. */
export type OnError = NonNullable<Options['onError']>;

/** How many lines there were, blank ones aside, and what became of them. */
export interface Filtered {
  answered: number;
  passed: number;
  dropped: number;
  /** The number of the first line that was no record, from 1; undefined where all were. */
  firstBad: number | undefined;
}

/** What is written in place of a line, or why it can't be answered, to follow on "line 7 of stdin". */
export type LineAnswer = { readonly text: string } | { readonly text?: undefined; readonly why: string };

export interface LineFilter {
  /** What a line holds, such as "model record". */
  readonly holds: string;
  readonly answer: (line: string) => LineAnswer | Promise<LineAnswer>;
  /** Says on stderr what became of the lines; not with --quiet. */
  readonly show: (counts: Filtered, surroundings: Surroundings) => void;
}

/**
 * A filter: a record a line in, an answer a line out, in the same order, as soon as the line is there; no more is read than can
 * be written. A line that can't be answered ends it with the line's number, after those before it are written, for a gap would
 * shift all that follow; with `--on-error pass` it is written as it is, with `drop` it is left out.
 */
export async function filterStdin(filter: LineFilter, options: Options, surroundings: Surroundings): Promise<number> {
  const write = writeTexts(surroundings.stdout);
  const counts: Filtered = { answered: 0, passed: 0, dropped: 0, firstBad: undefined };
  const { onError = 'fail' } = options;
  const project = (lines: readonly string[], before: number) =>
    defer(() =>
      from(answersTo(lines, before, filter, onError, counts)).pipe(
        concatMap(async ({ texts, failure }) => {
          await write(texts);
          if (failure) throw failure;
        }),
      ),
    );
  const lines = eachLines(surroundings.stdin, project).pipe(takeUntil(surroundings.stop));
  try {
    await lastValueFrom(lines, { defaultValue: undefined });
  } catch (error) {
    if (error instanceof LineTooLong)
      throw new Failure(`${error.message}, more than a ${filter.holds} can have: each line holds one`, 1);
    if (isReadError(error)) throw new Failure(`stdin can't be read (${error.code})`, 1);
    throw error;
  } finally {
    if (!options.quiet) filter.show(counts, surroundings);
  }
  return 0;
}

/** What is written of some lines, blank ones passed over, up to the first that ends the filter. */
async function answersTo(
  lines: readonly string[],
  before: number,
  { answer }: LineFilter,
  onError: OnError,
  counts: Filtered,
) {
  const texts: string[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const number = before + i + 1;
    const given = answer(line);
    const result = given instanceof Promise ? await given : given;
    if (result.text !== undefined) {
      counts.answered += 1;
      texts.push(result.text);
      continue;
    }
    counts.firstBad ??= number;
    if (onError === 'fail') return { texts, failure: new Failure(`line ${number} of stdin ${result.why}`, 1) };
    counts[onError === 'pass' ? 'passed' : 'dropped'] += 1;
    if (onError === 'pass') texts.push(line);
  }
  return { texts, failure: undefined };
}

/** The JSON object of a line; undefined for anything else. */
export function objectOf(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

const isReadError = (error: unknown): error is NodeJS.ErrnoException & { code: string } =>
  error instanceof Error && (error as NodeJS.ErrnoException).syscall === 'read';
