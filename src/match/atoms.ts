/** The smallest part of a model name: a run of digits or a run of letters, of any script. */
export interface Atom {
  readonly text: string;
  readonly digits: boolean;
  /** Nothing stands between this atom and the one before it. */
  readonly glued: boolean;
  /** A point stands before it (`3.5`), or the `p` that Fireworks writes for one (`v3p1`). */
  readonly point: boolean;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** Letters with their marks, numbers that are no digits, and what stands for a byte that could not be read. */
const otherLetter = /[\p{L}\p{M}\p{N}\uFFFD]/u;
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code > 127 && otherLetter.test(String.fromCodePoint(code)));
const widthOf = (code: number): number => (code > 0xffff ? 2 : 1);
const POINT = 46;
const PLUS = 43;

/** Splits lower-case text at separators and between letters and digits: `gpt-4o` = gpt, 4, o. A plus behind a name is the word, other signs only separate. */
export function atomsOf(text: string): Atom[] {
  const atoms: Atom[] = [];
  const { length } = text;
  let end = -1;
  for (let start = 0; start < length;) {
    const code = codeAt(text, start);
    const digits = isDigit(code);
    if (!digits && !isLetter(code)) {
      // `command-r+` is another model than `command-r`.
      if (code === PLUS && start === end) atoms.push({ text: 'plus', digits: false, glued: false, point: false });
      start += widthOf(code);
      continue;
    }
    const next = endOf(text, start, digits ? isDigit : isLetter);
    const point = start - end === 1 && text.charCodeAt(end) === POINT;
    joinPoint(atoms, { text: text.slice(start, next), digits, glued: start === end, point });
    start = end = next;
  }
  return atoms;
}

const codeAt = (text: string, at: number): number => text.codePointAt(at) ?? 0;

function endOf(text: string, start: number, isPart: (code: number) => boolean): number {
  let end = start;
  while (end < text.length && isPart(codeAt(text, end))) end += widthOf(codeAt(text, end));
  return end;
}

/** Adds an atom; `3`, `p`, `1` glued together become `3` and `.1`. */
function joinPoint(atoms: Atom[], atom: Atom): void {
  const last = atoms.at(-1);
  if (last?.text === 'p' && last.glued && atom.glued && atom.digits && atoms.at(-2)?.digits === true) {
    atoms[atoms.length - 1] = { text: atom.text, digits: true, glued: false, point: true };
  } else atoms.push(atom);
}
