import stringSimilarity from 'string-similarity';

/** What is less alike than this was hardly meant: half of the pairs of letters. */
const floor = 0.5;

/**
 * The candidate that was meant, for a "did you mean": one of the same letters in another order, else the most alike, else one
 * in which a single letter is another one. Undefined where no candidate is like the word.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const swapped = candidates.find((candidate) => lettersOf(candidate) === lettersOf(word));
  if (swapped !== undefined) return swapped;
  const { bestMatch, bestMatchIndex } = stringSimilarity.findBestMatch(
    word.toLowerCase(),
    candidates.map((candidate) => candidate.toLowerCase()),
  );
  if (bestMatch.rating > floor) return candidates[bestMatchIndex];
  return candidates.find((candidate) => isOneLetterOff(word.toLowerCase(), candidate.toLowerCase()));
}

const letter = /^\p{L}$/u;
/** Shorter words have one letter in common with too many. */
const shortest = 3;

/** A letter in the middle of a short word makes two of its few pairs others, so that the pairs don't tell. */
function isOneLetterOff(word: string, candidate: string): boolean {
  if (word.length !== candidate.length || word.length < shortest) return false;
  const others = Array.from(word).flatMap((char, i) => (char === candidate[i] ? [] : [char + (candidate[i] ?? '')]));
  return others.length === 1 && Array.from(others[0] ?? '').every((char) => letter.test(char));
}

const lettersOf = (text: string): string => Array.from(text.toLowerCase()).sort().join('');
