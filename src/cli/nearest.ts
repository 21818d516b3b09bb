import stringSimilarity from 'string-similarity';

/** The candidate most like `word`, for a "did you mean"; undefined where nothing is like it at all. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const { bestMatch } = stringSimilarity.findBestMatch(
    word.toLowerCase(),
    candidates.map((candidate) => candidate.toLowerCase()),
  );
  return bestMatch.rating > 0
    ? candidates.find((candidate) => candidate.toLowerCase() === bestMatch.target)
    : undefined;
}
