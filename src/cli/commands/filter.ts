import { concatMap, defer, from, lastValueFrom, takeUntil } from 'rxjs';
import { enrichRecord } from '../../book/enrichRecord.js';
import type { PriceBook } from '../../book/priceBook.js';
import { eachLines } from '../../read/eachLines.js';
import { writeLines } from '../../sinks/writeLines.js';
import type { Surroundings } from '../command.js';
import { Failure } from '../failure.js';
import { openBookFor } from '../lists.js';
import { networksOf } from '../networks.js';
import type { Options } from '../options.js';

/**
 * The filter: a model record a line in, the same record with its price a line out, in the same order, unknown fields
 * kept, as soon as the line is there; no more is read than can be written. A line that is no JSON object ends it with the
 * line's number, after those before it are written: a gap would shift all that follow.
 */
export async function filterLines(options: Options, surroundings: Surroundings): Promise<number> {
  const book = await openBookFor(options, networksOf(options, surroundings));
  const write = writeLines(surroundings.stdout);
  const enrich = (lines: readonly string[], before: number) =>
    defer(() => {
      return from(enriched(lines, before, book)).pipe(
        concatMap(async ({ records, failure }) => {
          await write(records);
          if (failure) throw failure;
        }),
      );
    });
  await lastValueFrom(eachLines(surroundings.stdin, enrich).pipe(takeUntil(surroundings.stop)), {
    defaultValue: undefined,
  }).catch((error: unknown) => {
    throw isReadError(error) ? new Failure(`stdin can't be read (${error.code})`, 1) : error;
  });
  return 0;
}

/** The records of some lines, blank ones passed over, up to the first that is none. */
async function enriched(lines: readonly string[], before: number, book: PriceBook) {
  const records: object[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const record = recordOf(line);
    if (!record) {
      const says = `line ${before + i + 1} of stdin is not a JSON object: each line holds one model record`;
      return { records, failure: new Failure(says, 1) };
    }
    records.push(await enrichRecord(record, book));
  }
  return { records, failure: undefined };
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
