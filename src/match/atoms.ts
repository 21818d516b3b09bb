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
  const { length } = text;
  let end = -1;
  for (let start = 0; start < length;) {
    const code = text.charCodeAt(start);
    const digits = isDigit(code);
    if (!digits && !isLetter(code)) {
      start++;
      continue;
    }
    let next = start + 1;
    while (next < length && (digits ? isDigit : isLetter)(text.charCodeAt(next))) next++;
    const point = start - end === 1 && text.charCodeAt(end) === POINT;
    joinPoint(atoms, { text: text.slice(start, next), digits, glued: start === end, point });
    start = end = next;
  }
  return atoms;
}

/** Adds an atom; `3`, `p`, `1` glued together become `3` and `.1`. */
function joinPoint(atoms: Atom[], atom: Atom): void {
  const last = atoms.at(-1);
  if (last?.text === 'p' && last.glued && atom.glued && atom.digits && atoms.at(-2)?.digits === true) {
    atoms[atoms.length - 1] = { text: atom.text, digits: true, glued: false, point: true };
  } else atoms.push(atom);
}
