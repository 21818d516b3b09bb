import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A text in at most `width` columns, as a terminal counts them; `mark` at the end of one that is cut. */
export function cut(text: string, width: number, mark: string): string {
  if (stringWidth(text) <= width) return text;
  const room = width - stringWidth(mark);
  if (room < 0) return '';
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (stringWidth(kept + segment) > room) break;
    kept += segment;
  }
  return kept.trimEnd() + mark;
}

/** A text with blanks up to `width` columns. */
export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - stringWidth(text)));
