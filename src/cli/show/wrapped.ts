import stringWidth from 'string-width';

/** Within a long word a line may end after these: the joints of ids and addresses. */
const joints = /(?<=[/\-_:?&=@])(?=[^/\-_:?&=@])/u;
let characters: Intl.Segmenter | undefined;
/** Made for a word that is too long for a line: most are not, and it takes its time. */
const graphemes = (): Intl.Segmenter => (characters ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' }));

/** How wide the widest part of a text is that should not be cut. */
export const widestPart = (text: string): number =>
  Math.max(0, ...text.split(/\s+/).flatMap((word) => word.split(joints).map((part) => stringWidth(part))));

/**
 * A text in lines of at most `width` columns, as wide characters count on a terminal. It breaks between words; a word that is
 * wider than a line breaks after a joint, such as a slash, else wherever it must. Lines after the first begin with `indent`.
 */
export function wrapped(text: string, width: number, indent = ''): string[] {
  const lines = [''];
  const room = (): number => width - stringWidth(lines.at(-1) ?? '');
  const goOn = (part: string): void => {
    lines.push((lines.pop() ?? '') + part);
  };
  const newLine = (): void => void lines.push(indent);
  const isNew = (): boolean => lines.at(-1) === (lines.length === 1 ? '' : indent);
  for (const word of text.split(/ +/)) {
    const blank = isNew() ? '' : ' ';
    if (stringWidth(blank + word) <= room()) goOn(blank + word);
    else if (stringWidth(indent + word) <= width) {
      newLine();
      goOn(word);
    } else {
      if (!isNew()) goOn(' ');
      for (const part of partsOf(word, width - stringWidth(indent))) {
        if (stringWidth(part) > room()) newLine();
        goOn(part);
      }
    }
  }
  return lines.map((line) => line.trimEnd());
}

/** A long word in parts of which each fits into a line. */
const partsOf = (word: string, width: number): string[] =>
  word
    .split(joints)
    .flatMap((part) =>
      stringWidth(part) <= width ? [part] : Array.from(graphemes().segment(part), ({ segment }) => segment),
    );
