import type { Atom } from './atoms.js';

/** A number read from a name, and how many atoms it took. */
export interface Reading {
  readonly text: string;
  readonly atoms: number;
}

/** Billions, millions, trillions of parameters; thousands of tokens; experts; pixels. */
const UNITS = new Set(['b', 'm', 't', 'k', 'e', 'px']);

/** Reads `70b`, `70-b`, `8x7b`, `8-x-7-b`, `0.5b`, `128e`, `1024px` or a context length such as `32768`; null where no size begins. */
export function readSize(atoms: readonly Atom[], at: number): Reading | null {
  const first = atoms[at];
  if (first === undefined) return null;
  const times = sizeTimes(atoms, at);
  if (times) return times;
  const fraction = atoms[at + 1];
  const pointed = fraction?.digits === true && fraction.point;
  const unit = unitAt(atoms, at + (pointed ? 2 : 1));
  if (unit) return { text: `${first.text}${pointed ? `.${fraction.text}` : ''}${unit}`, atoms: pointed ? 3 : 2 };
  return first.text.length > 3 ? { text: first.text, atoms: 1 } : null;
}

function sizeTimes(atoms: readonly Atom[], at: number): Reading | null {
  const each = atoms[at + 2];
  if (atoms[at + 1]?.text !== 'x' || !each?.digits) return null;
  const unit = unitAt(atoms, at + 3);
  return { text: `${atoms[at]?.text ?? ''}x${each.text}${unit ?? ''}`, atoms: unit ? 4 : 3 };
}

/** The unit that begins at an atom, unless that letter is the head of something else, as the `t` of `t2`. */
function unitAt(atoms: readonly Atom[], at: number): string | null {
  const unit = atoms[at];
  const next = atoms[at + 1];
  return unit !== undefined && !unit.point && UNITS.has(unit.text) && !(next?.glued === true) ? unit.text : null;
}

/**
 * Reads a version of one or two digits a part: `3`, `3.5`, `3-5`, `4.0` = `4`. A part that belongs to a size or a date is
 * left alone. After `gpt`, `35` is 3.5, since Azure's deployment names have no point.
 */
export function readVersion(atoms: readonly Atom[], at: number, afterGpt: boolean): Reading {
  const first = atoms[at]?.text ?? '';
  if (afterGpt && /^[345]5$/.test(first)) return { text: `${first.charAt(0)}.5`, atoms: 1 };
  const parts = [first];
  while (first.length <= 2 && isVersionPart(atoms, at + parts.length)) parts.push(atoms[at + parts.length]?.text ?? '');
  const { length } = parts;
  while (parts.length > 1 && parts.at(-1) === '0') parts.pop();
  return { text: parts.join('.'), atoms: length };
}

function isVersionPart(atoms: readonly Atom[], at: number): boolean {
  const atom = atoms[at];
  return atom?.digits === true && atom.text.length <= 2 && readSize(atoms, at) === null;
}
