import type { EnrichingBook } from '../book/enrichRecord.js';
import { rememberedBook } from '../book/rememberedBook.js';
import { RecordSplices } from '../book/splice/recordSplices.js';
import { SplicedBytes } from '../book/splice/splicedBytes.js';
import { lineFeed } from '../read/scan/bytes.js';
import { deepestInJson, inWords } from '../sources/parse/limits.js';
import type { LineFilter } from './lineFilter.js';
import { objectOf } from './objectOf.js';

const nothing = new Uint8Array();

/**
 * Answers blocks of lines that hold a model record each: what the book adds is put into their bytes, and all else is written
 * as it came. Blank lines are left out.
 */
export function enrichedLines(book: EnrichingBook): LineFilter['answer'] {
  const splices = new RecordSplices(rememberedBook(book));
  const out = new SplicedBytes();
  // A block is much like the one before.
  let growth = 1;
  return async (block, before, tally) => {
    out.begin(block, Math.ceil(1.1 * growth * block.length));
    const view = new DataView(block.buffer, block.byteOffset, block.length);
    let number = before;
    for (let start = 0, next = 0; start < block.length; start = next) {
      number += 1;
      const end = splices.scan(block, start);
      next = end < 0 ? block.indexOf(lineFeed, start) + 1 : end + 1;
      const asked = end < 0 ? whyNot(block, start, next - 1) : splices.putInto(out, block, view);
      const why = asked instanceof Promise ? await asked.then(nobody, notEnriched) : asked;
      if (why === blank) out.replace(start, next, nothing);
      else if (why === undefined) tally.answered += 1;
      else {
        const becomes = tally.refuse(number, why);
        if (becomes === 'drop') out.replace(start, next, nothing);
        else if (becomes !== 'pass') return { data: out.upTo(start), failure: becomes };
      }
    }
    const data = out.upTo(block.length);
    growth = data.length / block.length;
    return { data };
  };
}

const blank = Symbol();

const nobody = (): undefined => undefined;

/** Why a line between two places is no record, to follow on "line 7 of stdin". */
function whyNot(block: Buffer, start: number, end: number): string | typeof blank {
  const line = block.toString('utf8', start, end);
  if (line.trim() === '') return blank;
  return objectOf(line)
    ? `is nested more than ${inWords(deepestInJson)} deep: take it out, or add --on-error pass or drop`
    : 'is not a JSON object: each line holds one model record';
}

/** A record too deep to be written is the line's fault; that there is no price list, or no room, is none of it. */
function notEnriched(error: unknown): string {
  if (!(error instanceof RangeError)) throw error;
  return `can't be enriched (${error.message}): take it out, or add --on-error pass or drop`;
}
