import { atomsOf, type Atom } from './atoms.js';
import { readDate } from './dates.js';
import { splitPrefixes } from './prefixes.js';
import { readSize, readVersion } from './numbers.js';
import { oneForm } from './oneForm.js';
import { isLatest, isSoft } from './words.js';

/** A model's name in its parts, the same for every way of writing it. */
export interface ModelName {
  /** As it was written. */
  readonly text: string;
  readonly vendor: string | null;
  /** What stands before the model's own name, as it was written: lab, upstream, region. */
  readonly path: string;
  /** Family, tier and variant words, sorted, each once. */
  readonly words: readonly string[];
  /** `3.5`; a trailing `.0` is dropped. In the order of the name. */
  readonly versions: readonly string[];
  /** `70b`, `8x7b`, `a3b`, `16k`, sorted. */
  readonly sizes: readonly string[];
  readonly date: string | null;
  /** A release of one version: `001`, or `v2` of Bedrock's `v2:0`. */
  readonly revision: string | null;
  /** Says `latest`: an alias that may move. */
  readonly latest: boolean;
  /** Equal for names that differ in formatting only (the vendor aside). */
  readonly key: string;
}

const VERSION_MARKS = new Set(['v', 'version']);

interface Parts {
  words: string[];
  versions: string[];
  sizes: string[];
  date: string | null;
  revision: string | null;
  latest: boolean;
}

/** Reads an id, a display name or free text. Total: every text has a name, if only an empty one. */
export function parseName(text: string): ModelName {
  const whole = plain(text);
  const { vendor, rest } = splitPrefixes(whole);
  return { ...nameOf(text, vendor, partsOf(rest)), path: whole.slice(0, whole.lastIndexOf(rest)) };
}

/** A name from parts that were put together anew. */
export function nameOf(text: string, vendor: string | null, parts: Readonly<Parts>): ModelName {
  const { words, versions, sizes, date, revision, latest } = parts;
  const key = [shapeOf(words, versions, sizes), date ?? '', revision ?? '', latest ? 'latest' : ''].join('|');
  return { text, vendor, path: '', words, versions, sizes, date, revision, latest, key };
}

/** Joined, because a text that is put together piece by piece is kept in these pieces. */
const shapeOf = (...parts: readonly (readonly string[])[]): string => parts.map((part) => part.join(' ')).join('|');

/** Words, versions and sizes: equal for snapshots and releases of one model. */
export const familyOf = ({ words, versions, sizes }: ModelName): string => shapeOf(words, versions, sizes);

/** Equal for names that may be one model: dates, `latest`, revisions, soft words and a version of 1 are left out. */
export function coreOf({ words, versions, sizes }: ModelName): string {
  const hard = words.some(isSoft) ? words.filter((word) => !isSoft(word)) : words;
  return shapeOf(hard, versions.at(-1) === '1' ? versions.slice(0, -1) : versions, sizes);
}

/** A name without a letter and a digit of any script: it says nothing, so it is no other's. */
export const isEmpty = ({ words, versions, sizes, date, revision, latest }: ModelName): boolean =>
  words.length + versions.length + sizes.length === 0 && date === null && revision === null && !latest;

/** Lower case, one form for each letter, `%3A` decoded, the owner of a fine-tuned model left out. */
function plain(text: string): string {
  const lower = oneForm(text.trim()).toLowerCase();
  const decoded = lower.includes('%') ? lower.replace(/(%[0-9a-f]{2})+/g, unescaped) : lower;
  const own = decoded.startsWith('ft:') ? decoded.split(':', 2).join(':') : decoded;
  return own.includes(':') ? own.replace(REVISION, (_, major: string, minor: string) => revised(major, minor)) : own;
}

function unescaped(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
}

/** Bedrock's `-v2:0` is the second release of a model, `-v2:1` its version 2.1, and `-v1:0` says nothing. */
const REVISION = /-v?(\d+):(\d+)(?=$|:)/;
function revised(major: string, minor: string): string {
  if (minor !== '0') return `-v${major}.${minor}`;
  return major === '1' ? '' : `-rev${major}`;
}

function partsOf(rest: string): Parts {
  const parts: Parts = { words: [], versions: [], sizes: [], date: null, revision: null, latest: false };
  const atoms = atomsOf(rest);
  for (let at = 0; at < atoms.length;) {
    const atom = atoms[at];
    if (atom === undefined) break;
    at += atom.digits ? readNumber(parts, atoms, at) : readWord(parts, atoms, at);
  }
  const last = parts.versions.at(-1);
  if (parts.versions.length > 1 && last !== undefined && /^00\d$/.test(last))
    parts.revision = parts.versions.pop() ?? null;
  return parts;
}

/** Returns how many atoms the number took. */
function readNumber(parts: Parts, atoms: readonly Atom[], at: number): number {
  const date = readDate(atoms, at);
  if (date && parts.date === null) {
    parts.date = date.date;
    return date.atoms;
  }
  const size = readSize(atoms, at);
  if (size) {
    insert(parts.sizes, size.text);
    return size.atoms;
  }
  const version = readVersion(atoms, at, atoms[at - 1]?.text === 'gpt');
  if (parts.versions.length > 0 && VERSION_MARKS.has(atoms[at - 1]?.text ?? '') && /^\d$/.test(version.text)) {
    parts.revision = `v${version.text}`;
  } else parts.versions.push(version.text);
  return version.atoms;
}

function readWord(parts: Parts, atoms: readonly Atom[], at: number): number {
  const { text, glued } = atoms[at] as Atom;
  const next = atoms[at + 1];
  const counted = next?.digits === true && next.glued;
  if (VERSION_MARKS.has(text) && next?.digits && !glued) return 1;
  if (text === 'rev' && counted) {
    parts.revision = `v${next.text}`;
    return 2;
  }
  if (counted && !glued && (text === 'a' || text === 'e') && atoms[at + 2]?.text === 'b') {
    insert(parts.sizes, `${text}${next.text}b`);
    return 3;
  }
  if (isLatest(text)) parts.latest = true;
  else insert(parts.words, text);
  return 1;
}

/** Inserts a text into a sorted list, unless it is there. */
function insert(sorted: string[], text: string): void {
  if (sorted.includes(text)) return;
  let at = sorted.length;
  for (; at > 0; at--) {
    const before = sorted[at - 1] ?? '';
    if (before < text) break;
    sorted[at] = before;
  }
  sorted[at] = text;
}
