import type { ModelName } from './name.js';
import type { Narrowing } from './narrowed.js';

/** Reads a name as one text. */
type Reading = (name: ModelName) => string;

export interface Spelled {
  /** All letters: a row that has the same ones may fit whatever else it says. */
  readonly letters: Reading;
  /** The spellings that are compared, each with the same one of another name. */
  readonly spellings: readonly Reading[];
  /** What a row with other letters has to say as well, to the word. */
  readonly says: Reading;
  /** Dice's coefficient of pairs of letters from which two spellings are alike, above 0. */
  readonly least: number;
}

/**
 * By spelling. It leaves out rows of which no spelling is alike to that of the name, and such as say something else. Each spelling
 * is kept as the set of its pairs of letters in the bits of one number, so that a name passes many rows without a look at any.
 */
export const spelledAlike =
  (spelled: Spelled): Narrowing =>
  (rows) => {
    const numbersOf = (read: (text: string) => number, reading: Reading): Int32Array =>
      Int32Array.from(rows, ({ name }) => read(reading(name)));
    const said = numbersOf(hashOf, spelled.says);
    const written = numbersOf(hashOf, spelled.letters);
    const kept = spelled.spellings.map((spelling) => ({
      signs: numbersOf(signOf, spelling),
      pairs: numbersOf(pairsIn, spelling),
    }));
    return (model) => {
      const says = hashOf(spelled.says(model));
      const letters = hashOf(spelled.letters(model));
      const asked = spelled.spellings.map((spelling) => spelling(model));
      const alike = asked.map((text, which) => likeTo(text, kept[which] as Kept, spelled.least));
      const mayFit = (at: number): boolean =>
        said[at] === says ? alike.some((isAlike) => isAlike(at)) : written[at] === letters;
      return rows.filter((_, at) => mayFit(at));
    };
  };

/** One spelling of each row: its pairs of letters as bits, and how many they are. */
interface Kept {
  readonly signs: Int32Array;
  readonly pairs: Int32Array;
}

/** Whether the spelling at a place may be alike to a text: what one of them lacks of the other is a pair that they do not share. */
function likeTo(text: string, { signs, pairs }: Kept, least: number): (at: number) => boolean {
  const sign = signOf(text);
  const own = pairsIn(text);
  return (at) => {
    const others = pairs[at] ?? 0;
    const shared = Math.ceil((least * (own + others)) / 2 - tiny);
    const other = signs[at] ?? 0;
    return ones(sign & ~other) <= own - shared && ones(other & ~sign) <= others - shared;
  };
}
/** More than what floating point adds to a product. */
const tiny = 1e-9;

const pairsIn = (text: string): number => Math.max(text.length - 1, 0);

/** The pairs of letters of a text as bits; two pairs may share one. */
function signOf(text: string): number {
  let sign = 0;
  for (let at = 1; at < text.length; at++) {
    const pair = Math.imul(text.charCodeAt(at - 1), 31) + text.charCodeAt(at);
    sign |= 1 << (Math.imul(pair, spread) >>> 27);
  }
  return sign;
}
/** 2 ** 32 by the golden ratio: it spreads numbers that are near each other over all bits. */
const spread = 0x9e3779b1;

/** A number that is the same for equal texts, and seldom for two others. */
function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), spread);
  return hash;
}

/** How many bits of a number are 1. */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
