import { concatMap, defer, lastValueFrom, takeUntil } from 'rxjs';
import { eachBlock } from '../read/eachBlock.js';
import { LineTooLong } from '../read/lineBuffer.js';
import { writeTo } from '../sinks/writeLines.js';
import type { Surroundings } from './command.js';
import { Failure } from './failure.js';
import type { Options } from './options.js';
import { stopOf } from './stopOf.js';
import { type Filtered, Tally } from './tally.js';

/** What is written of a block of lines; where one of them ends the filter, of those before it. */
export interface Answered {
  readonly data: string | Uint8Array;
  readonly failure?: Failure | undefined;
}

export interface LineFilter {
  /** What a line holds, such as "model record". */
  readonly holds: string;
  /** Answers whole lines, each with its end, of which `before` came earlier. What it gives is good until the next are answered. */
  readonly answer: (block: Buffer, before: number, tally: Tally) => Promise<Answered>;
  /** Says on stderr what became of the lines; not with --quiet. */
  readonly show: (counts: Filtered, surroundings: Surroundings) => void;
}

/**
 * A filter: a record a line in, an answer a line out, in the same order, as soon as the line is there; no more is read than can
 * be written. A line that can't be answered ends it with the line's number, after those before it are written, for a gap would
 * shift all that follow; with `--on-error pass` it is written as it is, with `drop` it is left out.
 */
export async function filterStdin(filter: LineFilter, options: Options, surroundings: Surroundings): Promise<number> {
  const write = writeTo(surroundings.stdout);
  const tally = new Tally(options.onError ?? 'fail');
  const project = (block: Buffer, before: number) =>
    defer(() => filter.answer(block, before, tally)).pipe(
      concatMap(async ({ data, failure }) => {
        await write(data);
        if (failure) throw failure;
      }),
    );
  const answered = eachBlock(surroundings.stdin, project).pipe(takeUntil(stopOf(surroundings)));
  try {
    await lastValueFrom(answered, { defaultValue: undefined });
  } catch (error) {
    if (error instanceof LineTooLong)
      throw new Failure(`${error.message}, more than a ${filter.holds} can have: each line holds one`, 1);
    if (isReadError(error)) throw new Failure(`stdin can't be read (${error.code})`, 1);
    throw error;
  } finally {
    if (!options.quiet) filter.show(tally, surroundings);
  }
  return 0;
}

const isReadError = (error: unknown): error is NodeJS.ErrnoException & { code: string } =>
  error instanceof Error && (error as NodeJS.ErrnoException).syscall === 'read';
