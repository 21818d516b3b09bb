import stringSimilarity from 'string-similarity';

/** What is less alike than this was hardly meant: half of the pairs of letters. */
const floor = 0.5;

/**
 * The candidate that was meant, for a "did you mean": one of the same letters in another order, else the most alike.
 * Undefined where no candidate is like the word.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const swapped = candidates.find((candidate) => lettersOf(candidate) === lettersOf(word));
  if (swapped !== undefined) return swapped;
  const { bestMatch, bestMatchIndex } = stringSimilarity.findBestMatch(
    word.toLowerCase(),
    candidates.map((candidate) => candidate.toLowerCase()),
  );
  return bestMatch.rating > floor ? candidates[bestMatchIndex] : undefined;
}

const lettersOf = (text: string): string => Array.from(text.toLowerCase()).sort().join('');
