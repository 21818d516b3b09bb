import { HEADS_ONLY, WEAK, derivedFamilies, plainFamilies } from './data/families.js';
import { REPACKERS, RESELLERS } from './data/hosts.js';
import { labsBySpelling } from './data/labs.js';
import { INSTRUCT, TUNED, VARIANTS } from './data/variants.js';
import type { Token } from './token.js';

/** Where a name stood, for the question whose it is. */
export interface Place {
  readonly folders: readonly string[];
  /** A lab that stood at the head of the name. */
  readonly head: string | null;
  readonly provider: string;
  readonly ownedBy: string | null;
  readonly quantized: boolean;
  /** The folder is written as Hugging Face's organisations are. */
  readonly published: boolean;
}

/** The family words of a name, derived ones first. */
export function familiesOf(words: readonly string[]): string[] {
  const derived = words.filter((word) => derivedFamilies.has(word));
  const plain = words.filter(
    (word, at) => plainFamilies.has(word) && !WEAK.has(word) && (at === 0 || !HEADS_ONLY.has(word)),
  );
  if (derived.length + plain.length > 0) return [...derived, ...plain];
  const [first = ''] = words;
  return WEAK.has(first) && words.every((word) => word === first || VARIANTS.has(word)) ? [first] : [];
}

/** The lab of a family word. */
export const familyLab = (family: string | undefined): string | null =>
  family === undefined ? null : (derivedFamilies.get(family) ?? plainFamilies.get(family) ?? null);

/** A lab that sells its own models alone under its provider id (`zai-coding-plan`, `moonshotai-cn`). */
export function sellingLab(provider: string): string | null {
  const [head = ''] = provider.split(/-(?=cn$|ai$|coding|token|step|for)/);
  const lab = labsBySpelling.get(provider) ?? labsBySpelling.get(head) ?? null;
  return lab === null || RESELLERS.has(lab) ? null : lab;
}

/**
 * Whose model a name is: the family's lab, the folder's where the name is the folder's own. null where nothing tells, and for
 * somebody's fine-tune without a folder.
 */
export function labOf(tokens: readonly Token[], families: readonly string[], place: Place): string | null {
  const [family] = families;
  const ofFamily = familyLab(family);
  const folder = [...place.folders].reverse().find((one) => labsBySpelling.has(one)) ?? place.folders.at(-1);
  const ofFolder = folder === undefined ? null : (labsBySpelling.get(folder) ?? null);
  const own = hasOwnWords(tokens, families);
  if (ofFamily !== null && family !== undefined) {
    if (folder === undefined)
      return (
        (SHARED.has(family) ? sellingLab(place.provider) : null) ??
        (own && (isTuned(tokens) || isForeign(tokens, families, ofFamily, place)) ? null : ofFamily)
      );
    if (ofFolder === ofFamily) return ofFamily;
    if (ofFolder !== null) return ofKnown(ofFolder, ofFamily, own, derivedFamilies.has(family));
    if (own) return folder;
    if (REPACKERS.has(folder) || folder === place.provider) return ofFamily;
    if (place.published && !place.quantized && !derivedFamilies.has(family)) return folder;
    return ofFamily;
  }
  if (ofFolder !== null) return ofFolder;
  return (
    folder ??
    place.head ??
    sellingLab(place.provider) ??
    (place.ownedBy === null ? null : (labsBySpelling.get(place.ownedBy) ?? null))
  );
}

/** Family words of two labs: the seller's own, if he is one of them. */
const SHARED = new Set(['nova', 'flux']);

/** A lab's folder around another lab's family: its own model where the name has words of its own, else a resale. */
function ofKnown(folder: string, family: string, own: boolean, derived: boolean): string {
  if (derived && !own) return family;
  return own || !(RESELLERS.has(folder) || REPACKERS.has(folder)) ? folder : family;
}

/** Has words that no lab uses in general. */
export const hasOwnWords = (tokens: readonly Token[], families: readonly string[]): boolean =>
  !tokens.every((token) => isPlain(token, families));

const isPlain = ({ kind, text }: Token, families: readonly string[]): boolean =>
  kind !== 'word' || text.length === 1 || VARIANTS.has(text) || INSTRUCT.has(text) || families.includes(text);
/** A fine-tune of somebody: it says so, or has words of its own beside a number of parameters. */
export const isTuned = (tokens: readonly Token[]): boolean =>
  tokens.some(({ kind, text }) => TUNED.has(text) || (kind === 'size' && /^\d.*[bm]$/.test(text)));

/** A word that nobody knows stands before the family, and the seller isn't the lab: `acme-claude`. */
const isForeign = ([first]: readonly Token[], families: readonly string[], lab: string, { provider }: Place): boolean =>
  first !== undefined && !isPlain(first, families) && labsBySpelling.get(provider) !== lab;
