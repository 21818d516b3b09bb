import { graphemesOf } from './graphemesOf.js';
import { widthOf } from './widthOf.js';

/** Within a long word a line may end after these: the joints of ids and addresses. */
const joints = /(?<=[/\-_:?&=@])(?=[^/\-_:?&=@])/u;

/** How wide the widest part of a text is that should not be cut. */
export const widestPart = (text: string): number =>
  Math.max(0, ...text.split(/\s+/).flatMap((word) => word.split(joints).map((part) => widthOf(part))));

/**
 * A text in lines of at most `width` columns, as wide characters count on a terminal. It breaks between words; a word that is
 * wider than a line breaks after a joint, such as a slash, else wherever it must. Lines after the first begin with `indent`.
 */
export function wrapped(text: string, width: number, indent = ''): string[] {
  const lines = [''];
  const room = (): number => width - widthOf(lines.at(-1) ?? '');
  const goOn = (part: string): void => {
    lines.push((lines.pop() ?? '') + part);
  };
  const newLine = (): void => void lines.push(indent);
  const isNew = (): boolean => lines.at(-1) === (lines.length === 1 ? '' : indent);
  for (const word of text.split(/ +/)) {
    const blank = isNew() ? '' : ' ';
    if (widthOf(blank + word) <= room()) goOn(blank + word);
    else if (widthOf(indent + word) <= width) {
      newLine();
      goOn(word);
    } else {
      if (!isNew()) goOn(' ');
      for (const part of partsOf(word, width - widthOf(indent))) {
        if (widthOf(part) > room()) newLine();
        goOn(part);
      }
    }
  }
  return lines.map((line) => line.trimEnd());
}

/** A long word in parts of which each fits into a line. */
const partsOf = (word: string, width: number): string[] =>
  word.split(joints).flatMap((part) => (widthOf(part) <= width ? [part] : graphemesOf(part)));
