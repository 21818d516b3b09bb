import type { Atom } from './atoms.js';

/** A date read from a name, and how many atoms it took. */
export interface DateReading {
  /** `2024-11-20`, `2024-11` or, without a year, `--11-06`. */
  readonly date: string;
  readonly atoms: number;
}

const within = (text: string, length: number, low: number, high: number): boolean => {
  const number = Number(text);
  return text.length === length && number >= low && number <= high;
};
const isYear = (text: string): boolean => within(text, 4, 2010, 2029);
const isShortYear = (text: string): boolean => within(text, 2, 23, 29);
const isMonth = (text: string): boolean => within(text, 2, 1, 12);
const isDay = (text: string): boolean => within(text, 2, 1, 31);

/** True where the date names a day, so that it stands for one snapshot; a month may cover several. */
export const namesDay = (date: string): boolean => date.length > 7 || date.startsWith('--');

/**
 * Reads the date that begins at an atom: `2024-11-20`, `20241120`, `241120`, `11-2024`, `2024-11`, `11-20`, `24-11`,
 * `2411` (Mistral: year and month) or `1106` (OpenAI: month and day). null where none begins there.
 */
export function readDate(atoms: readonly Atom[], at: number): DateReading | null {
  const atom = atoms[at];
  if (!atom?.digits || atom.text.length < 2 || isUnit(atoms[at + 1])) return null;
  if (atom.text.length > 4 || (atom.text.length === 4 && !isYear(atom.text))) return solid(atom.text);
  return spread(numberAt(atoms, at), numberAt(atoms, at + 1), numberAt(atoms, at + 2));
}

const isUnit = (next: Atom | undefined): boolean => next !== undefined && !next.digits && next.glued;
const numberAt = (atoms: readonly Atom[], at: number): string => (atoms[at]?.digits ? atoms[at].text : '');

/** A date in one run of digits. */
function solid(text: string): DateReading | null {
  const [a, b, c, d] = [text.slice(0, 2), text.slice(2, 4), text.slice(4, 6), text.slice(6)];
  if (text.length === 8 && isYear(a + b) && isMonth(c) && isDay(d)) return { date: `${a}${b}-${c}-${d}`, atoms: 1 };
  if (text.length === 6 && isShortYear(a) && isMonth(b) && isDay(c)) return { date: `20${a}-${b}-${c}`, atoms: 1 };
  if (text.length !== 4) return null;
  if (isShortYear(a) && isMonth(b)) return { date: `20${a}-${b}`, atoms: 1 };
  return isMonth(a) && isDay(b) ? { date: `--${a}-${b}`, atoms: 1 } : null;
}

/** A date in two or three runs of digits. */
function spread(first: string, second: string, third: string): DateReading | null {
  if (isYear(first) && isMonth(second)) {
    return isDay(third) ? { date: `${first}-${second}-${third}`, atoms: 3 } : { date: `${first}-${second}`, atoms: 2 };
  }
  if (isMonth(first) && isYear(second)) return { date: `${second}-${first}`, atoms: 2 };
  if (first.length !== 2 || second.length !== 2) return null;
  if (isMonth(first) && isDay(second)) return { date: `--${first}-${second}`, atoms: 2 };
  return isShortYear(first) && isMonth(second) ? { date: `20${first}-${second}`, atoms: 2 } : null;
}
