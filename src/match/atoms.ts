/** The smallest part of a model name: a run of digits or a run of letters. */
export interface Atom {
  readonly text: string;
  readonly digits: boolean;
  /** Nothing stands between this atom and the one before it. */
  readonly glued: boolean;
  /** A point stands before it (`3.5`), or the `p` that Fireworks writes for one (`v3p1`). */
  readonly point: boolean;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => code >= 97 && code <= 122;
const POINT = 46;

/** Splits lower-case text at separators and between letters and digits: `gpt-4o` = gpt, 4, o. Other signs only separate. */
export function atomsOf(text: string): Atom[] {
  const atoms: Atom[] = [];
  let end = -1;
  for (let start = 0; start < text.length; ) {
    const digits = isDigit(text.charCodeAt(start));
    const same = digits ? isDigit : isLetter;
    let next = start;
    while (next < text.length && same(text.charCodeAt(next))) next++;
    if (next === start) {
      start++;
      continue;
    }
    const point = start - end === 1 && text.charCodeAt(end) === POINT;
    atoms.push({ text: text.slice(start, next), digits, glued: start === end, point });
    start = end = next;
  }
  return withoutPointLetters(atoms);
}

/** `3`, `p`, `1` glued together become `3`, `.1`. */
function withoutPointLetters(atoms: Atom[]): Atom[] {
  const isPoint = (i: number): boolean =>
    atoms[i]?.text === 'p' && atoms[i].glued && atoms[i - 1]?.digits === true && atoms[i + 1]?.glued === true;
  if (!atoms.some((_, i) => isPoint(i))) return atoms;
  return atoms.flatMap((atom, i) => {
    if (isPoint(i)) return [];
    return isPoint(i - 1) ? [{ ...atom, glued: false, point: true }] : [atom];
  });
}
