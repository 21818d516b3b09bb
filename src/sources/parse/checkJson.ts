import { checkDepth, checkLength, deepestInJson, inWords, mostValues } from './limits.js';
import { shapeError } from './shapeError.js';

const [quote, comma, open, close, openList, closeList] = ['"', ',', '{', '}', '[', ']'].map((mark) =>
  mark.charCodeAt(0),
);

/**
 * Throws a shape error for JSON that costs more to hold than a list of models does: too long, nested too deep or with too
 * many values. It reads the text once and builds nothing; whether it is JSON is the parser's business.
 */
export function checkJson(text: string): void {
  checkLength(text, 'JSON');
  let depth = 0;
  let values = 0;
  for (let i = 0; i < text.length; i++) {
    const mark = text.charCodeAt(i);
    if (mark === quote) {
      i = endOfString(text, i);
      if (i < 0) return;
    } else if (mark === open || mark === openList) {
      depth += 1;
      values += 1;
      checkDepth(depth, deepestInJson);
    } else if (mark === close || mark === closeList) depth -= 1;
    else if (mark === comma) values += 1;
  }
  if (values > mostValues) throw shapeError(`the answer has more than ${inWords(mostValues)} values`);
}

/** Where the string that opens at `start` ends, or -1. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text[end - 1 - escapes] === '\\') escapes += 1;
    if (escapes % 2 === 0) return end;
  }
  return -1;
}
