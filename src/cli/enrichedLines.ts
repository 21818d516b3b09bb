import type { EnrichingBook } from '../book/enrichRecord.js';
import { rememberedBook } from '../book/rememberedBook.js';
import { RecordSplices } from '../book/splice/recordSplices.js';
import { applySplice, type Splice } from '../book/splice/splice.js';
import { SplicedBytes } from '../book/splice/splicedBytes.js';
import { lineFeed } from '../read/scan/bytes.js';
import { skipSpace } from '../read/scan/skipSpace.js';
import { deepestInJson, inWords } from '../sources/parse/limits.js';
import type { LineFilter } from './lineFilter.js';
import { objectOf } from './objectOf.js';

/** Why a line can't be answered, to follow on "line 7 of stdin". */
interface NoRecord {
  readonly why: string;
}

const nothing = new Uint8Array();

/**
 * Answers blocks of lines that hold a model record each: what the book adds is put into their bytes, and all else is written
 * as it came. Blank lines are left out.
 */
export function enrichedLines(book: EnrichingBook): LineFilter['answer'] {
  const splices = new RecordSplices(rememberedBook(book));
  // A block is much like the one before.
  let growth = 1;
  return async (block, before, tally) => {
    const out = new SplicedBytes(block, Math.ceil(1.1 * growth * block.length));
    let number = before;
    for (let start = 0, next = 0; start < block.length; start = next) {
      number += 1;
      next = block.indexOf(lineFeed, start) + 1;
      const found = spliceOf(block, start, next - 1, splices);
      const splice = found instanceof Promise ? await found : found;
      if (splice === undefined) out.replace(start, next, nothing);
      else if ('why' in splice) {
        const becomes = tally.refuse(number, splice.why);
        if (becomes === 'drop') out.replace(start, next, nothing);
        else if (becomes !== 'pass') return { data: out.upTo(start), failure: becomes };
      } else {
        tally.answered += 1;
        applySplice(splice, splices.members, out);
      }
    }
    const data = out.upTo(block.length);
    growth = data.length / block.length;
    return { data };
  };
}

/** The splice of a line between two places; undefined for a blank one. */
function spliceOf(
  block: Buffer,
  start: number,
  end: number,
  splices: RecordSplices,
): Splice | NoRecord | undefined | Promise<Splice | NoRecord> {
  const behind = splices.scan(block, skipSpace(block, start));
  if (behind >= 0 && skipSpace(block, behind) === end) {
    const found = splices.of(block);
    return found instanceof Promise ? found.catch(notEnriched) : found;
  }
  const line = block.toString('utf8', start, end);
  if (line.trim() === '') return undefined;
  return {
    why: objectOf(line)
      ? `is nested more than ${inWords(deepestInJson)} deep: take it out, or add --on-error pass or drop`
      : 'is not a JSON object: each line holds one model record',
  };
}

/** A record too deep to be written is the line's fault; that there is no price list, or no room, is none of it. */
function notEnriched(error: unknown): NoRecord {
  if (!(error instanceof RangeError)) throw error;
  return { why: `can't be enriched (${error.message}): take it out, or add --on-error pass or drop` };
}
