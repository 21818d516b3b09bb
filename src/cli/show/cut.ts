import { graphemesOf } from './graphemesOf.js';
import { widthOf } from './widthOf.js';

/** A text in at most `width` columns, as a terminal counts them; `mark` at the end of one that is cut. */
export function cut(text: string, width: number, mark: string): string {
  if (widthOf(text) <= width) return text;
  const room = width - widthOf(mark);
  if (room < 0) return '';
  let kept = '';
  for (const character of graphemesOf(text)) {
    if (widthOf(kept + character) > room) break;
    kept += character;
  }
  return kept.trimEnd() + mark;
}

/** A text with blanks up to `width` columns. */
export const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
