import { concatMap, defer, from, lastValueFrom, takeUntil } from 'rxjs';
import { enrichRecord } from '../../book/enrichRecord.js';
import type { PriceBook } from '../../book/priceBook.js';
import { eachLines } from '../../read/eachLines.js';
import { writeTexts } from '../../sinks/writeLines.js';
import type { Surroundings } from '../command.js';
import { Failure } from '../failure.js';
import { openBookFor } from '../lists.js';
import { networksOf } from '../networks.js';
import type { Options } from '../options.js';
import { LineTooLong } from '../../read/lineBuffer.js';
import { showFiltered } from '../show/filtered.js';

/** What becomes of a line that is no record. */
export type OnError = NonNullable<Options['onError']>;

/** How many lines there were, blank ones aside, and what became of them. */
export interface Filtered {
  enriched: number;
  passed: number;
  dropped: number;
  /** The number of the first line that was no record, from 1; undefined where all were. */
  firstBad: number | undefined;
}

/**
 * The filter: a model record a line in, the same record with its price a line out, in the same order, unknown fields
 * kept, as soon as the line is there; no more is read than can be written. A line that is no JSON object ends it with the
 * line's number, after those before it are written, for a gap would shift all that follow; with `--on-error pass` it is
 * written as it is, with `drop` it is left out. At the end the numbers go to stderr.
 */
export async function filterLines(options: Options, surroundings: Surroundings): Promise<number> {
  const book = await openBookFor(options, networksOf(options, surroundings));
  const write = writeTexts(surroundings.stdout);
  const counts: Filtered = { enriched: 0, passed: 0, dropped: 0, firstBad: undefined };
  const { onError = 'fail' } = options;
  const enrich = (lines: readonly string[], before: number) =>
    defer(() =>
      from(answersTo(lines, before, book, onError, counts)).pipe(
        concatMap(async ({ texts, failure }) => {
          await write(texts);
          if (failure) throw failure;
        }),
      ),
    );
  const lines = eachLines(surroundings.stdin, enrich).pipe(takeUntil(surroundings.stop));
  try {
    await lastValueFrom(lines, { defaultValue: undefined });
  } catch (error) {
    if (error instanceof LineTooLong)
      throw new Failure(`${error.message}, more than a model record can have: each line holds one`, 1);
    if (isReadError(error)) throw new Failure(`stdin can't be read (${error.code})`, 1);
    throw error;
  } finally {
    if (!options.quiet) showFiltered(counts, surroundings);
  }
  return 0;
}

/** What is written of some lines, blank ones passed over, up to the first that ends the filter. */
async function answersTo(
  lines: readonly string[],
  before: number,
  book: PriceBook,
  onError: OnError,
  counts: Filtered,
) {
  const texts: string[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const number = before + i + 1;
    const answer = await answerTo(line, book);
    if (answer.text !== undefined) {
      counts.enriched += 1;
      texts.push(answer.text);
      continue;
    }
    counts.firstBad ??= number;
    if (onError === 'fail') return { texts, failure: new Failure(`line ${number} of stdin ${answer.why}`, 1) };
    counts[onError === 'pass' ? 'passed' : 'dropped'] += 1;
    if (onError === 'pass') texts.push(line);
  }
  return { texts, failure: undefined };
}

type Answer = { readonly text: string } | { readonly text?: undefined; readonly why: string };

/** The line's record with its price, or why there is none. */
async function answerTo(line: string, book: PriceBook): Promise<Answer> {
  const record = recordOf(line);
  if (!record) return { why: 'is not a JSON object: each line holds one model record' };
  try {
    return { text: JSON.stringify(await enrichRecord(record, book)) };
  } catch (error) {
    // Such as a record too deep to be written.
    const says = error instanceof Error ? error.message : String(error);
    return { why: `can't be enriched (${says}): take it out, or add --on-error pass or drop` };
  }
}

function recordOf(line: string): Readonly<Record<string, unknown>> | undefined {
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
