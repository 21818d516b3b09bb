import { atomsOf, type Atom } from '../match/atoms.js';
import { readDate } from '../match/dates.js';
import { readSize, readVersion, type Reading } from '../match/numbers.js';
import { isLatest } from '../match/words.js';
import { SYNONYMS } from './data/variants.js';
import type { Token, Tokens } from './token.js';

interface Draft {
  tokens: Token[];
  date: string | null;
  written: string | null;
  revision: string | null;
  latest: string | null;
}

const VERSION_MARKS = new Set(['v', 'version', 'ver']);
const SIZE_UNITS = new Set(['b', 'm', 't', 'k', 'e', 'x', 'px']);

/** Takes a lower-case name apart; the same parts for every way of writing them. Total. */
export function tokenize(name: string): Tokens {
  const draft: Draft = { tokens: [], date: null, written: null, revision: null, latest: null };
  const atoms = atomsOf(name);
  for (let at = 0; at < atoms.length;) at += atoms[at]?.digits ? number(draft, atoms, at, '') : word(draft, atoms, at);
  return draft;
}

const push = (draft: Draft, text: string, kind: Token['kind'], glued: boolean, said?: string): void => {
  draft.tokens.push(said === undefined || said === text ? { text, kind, glued } : { text, kind, glued, said });
};

/** A date, a size, a release number or a version; returns how many atoms it took. `head` is a letter before it (`k2`). */
function number(draft: Draft, atoms: readonly Atom[], at: number, head: string): number {
  const date = head === '' && draft.date === null ? readDate(atoms, at) : null;
  if (date) {
    draft.date = date.date;
    draft.written = atoms
      .slice(at, at + date.atoms)
      .map(({ text }) => text)
      .join('-');
    return date.atoms;
  }
  const size = head === '' ? readSize(atoms, at) : null;
  if (size) {
    push(draft, size.text, 'size', false);
    return size.atoms;
  }
  const version = versionAt(atoms, at);
  const marked = VERSION_MARKS.has(atoms[at - 1]?.text ?? '') && head === '';
  const isLast = !atoms.slice(at + version.atoms).some(({ digits }) => digits);
  if (version.text === '001' && draft.tokens.some(({ kind }) => kind === 'version')) return version.atoms;
  if (isRevision(draft, version.text, marked, isLast)) {
    draft.revision = version.text.replace(/^0(\d)$/, '0.$1').replace(/^00/, '');
    return version.atoms;
  }
  const tail = atoms[at + version.atoms];
  const lettered = tail !== undefined && !tail.digits && tail.glued && tail.text.length === 1;
  const glued = head === '' && !marked && atoms[at]?.glued === true && at > 0;
  const text = `${head}${version.text}${lettered ? tail.text : ''}`;
  push(draft, text, 'version', glued, saidAs(atoms, at, version, text, marked));
  return version.atoms + (lettered ? 1 : 0);
}

/** With the `v` before it, and the `.0` that says nothing. */
function saidAs(atoms: readonly Atom[], at: number, version: Reading, text: string, marked: boolean): string {
  const zero = version.atoms === 2 && !version.text.includes('.') && atoms[at + 1]?.text === '0' ? '.0' : '';
  const mark = marked && atoms[at - 1]?.text === 'v' ? 'v' : '';
  return `${mark}${zero === '' ? text : text.replace(version.text, `${version.text}${zero}`)}`;
}

/** `3-0-6b` is version 3 and a size that lost its point, not 3.0. */
function versionAt(atoms: readonly Atom[], at: number): Reading {
  const version = readVersion(atoms, at, atoms[at - 1]?.text === 'gpt');
  const isZero = version.atoms === 2 && atoms[at + 1]?.text === '0' && atoms[at + 1]?.point !== true;
  return isZero && atoms[at + 2]?.digits === true && readSize(atoms, at + 2) !== null
    ? { text: atoms[at]?.text ?? '', atoms: 1 }
    : version;
}

/** `v1` behind a version, `v0.2`, or Vertex' `001`. */
function isRevision({ tokens }: Draft, text: string, marked: boolean, isLast: boolean): boolean {
  const versioned = tokens.some(({ kind }) => kind === 'version');
  if (/^00\d$/.test(text)) return versioned;
  return marked && tokens.length > 0 && (versioned || (isLast && /^(1|0\d|0\.\d)$/.test(text)));
}

function word(draft: Draft, atoms: readonly Atom[], at: number): number {
  const { text, glued } = atoms[at] as Atom;
  const next = atoms[at + 1];
  const counted = next?.digits === true && next.glued;
  if (VERSION_MARKS.has(text) && next?.digits === true && !glued) return 1;
  if (counted && text.length === 1) {
    const unit = atoms[at + 2];
    if ((text === 'a' || text === 'e') && unit?.glued === true && SIZE_UNITS.has(unit.text))
      return active(draft, atoms, at);
    if (!glued) return 1 + number(draft, atoms, at + 1, text);
  }
  const task = taskAt(atoms, at);
  if (task) {
    push(draft, task.text, 'word', false);
    return task.atoms;
  }
  if (isLatest(text)) draft.latest = text;
  else push(draft, SYNONYMS.get(text) ?? text, 'word', false, text);
  return 1;
}

/** `text-to-video`, `image-to-3d`: one word, for the other way round is another task. */
function taskAt(atoms: readonly Atom[], at: number): Reading | null {
  const [from, to, goal, unit] = atoms.slice(at, at + 4);
  if (from === undefined || to?.text !== 'to' || goal === undefined) return null;
  const isCounted = goal.digits && unit?.glued === true && !unit.digits;
  if (goal.digits && !isCounted) return null;
  return { text: `${from.text}-to-${goal.text}${isCounted ? unit.text : ''}`, atoms: isCounted ? 4 : 3 };
}

/** `a22b`, `e4b`, `a2.5b`: the parameters at work. */
function active(draft: Draft, atoms: readonly Atom[], at: number): number {
  const size = readSize(atoms, at + 1);
  push(draft, `${atoms[at]?.text ?? ''}${size?.text ?? ''}`, 'size', false);
  return 1 + (size?.atoms ?? 1);
}
