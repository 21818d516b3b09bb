import { isOwnWithoutSize, releasesOf } from '../facts.js';
import { groupBy } from '../groupBy.js';
import { sizesOf, stemOf, type Named } from '../named.js';
import { rememberFor } from '../rememberFor.js';
import type { Token } from '../token.js';
import { sameDay } from '../day.js';

/**
 * Sizes that the seller left out (`qwen3-235b`, `llama-4-scout`): filled in where the table knows one size for the name, at
 * first among offers of the same date. Where it knows several, the name stays as it is.
 */
export function fillSizes(all: readonly Named[]): Named[] {
  const groups = groupBy(all, stemOf);
  // Offers that say the same get the same answer, and the same list, so that it is taken apart once.
  const answers = new Map<string, readonly Token[]>();
  return all.map((named) => {
    const same = `${textOf(named.tokens)}|${named.lab}|${named.date ?? ''}`;
    const tokens = answers.get(same) ?? filled(named, groups.get(stemOf(named)) ?? []);
    answers.set(same, tokens);
    return tokens === named.tokens ? named : { ...named, tokens };
  });
}

const textOf = rememberFor((tokens: readonly Token[]): string =>
  tokens.map(({ text, said, glued, kind }) => `${kind} ${text} ${said ?? ''} ${glued ? '+' : ''}`).join('|'),
);

function filled(named: Named, group: readonly Named[]): readonly Token[] {
  if (isOwnWithoutSize(named) && sizesOf(named).length === 0) return named.tokens;
  const dated = group.filter(({ date }) =>
    date === null || named.date === null ? date === named.date : sameDay(date, named.date),
  );
  if ((releasesOf(named)?.dates.length ?? 0) > 1) return fill(named, dated) ?? named.tokens;
  const others = named.date === null ? group : group.filter(({ date }) => date === null);
  return fill(named, dated) ?? fill(named, others) ?? named.tokens;
}

/**
 * Context lengths are no sizes that could be left out (`gpt-3.5-turbo-16k`), and a name that says how many parameters says
 * all of them: only those at work may be missing.
 */
function isFuller(sizes: readonly string[], own: readonly string[]): boolean {
  const contexts = (some: readonly string[]): string => some.filter((size) => !/[btme]$/.test(size)).join(' ');
  const totals = (some: readonly string[]): string => some.filter((size) => /^[\d.]+[btm]$/.test(size)).join(' ');
  return contexts(sizes) === contexts(own) && (totals(own) === '' || totals(own) === totals(sizes));
}

/** The tokens with the sizes of the only fuller name in the group; null where there is none or more than one. */
function fill(named: Named, group: readonly Named[]): readonly Token[] | null {
  const own = sizesOf(named);
  const others = group
    .map(sizesOf)
    .filter((sizes) => sizes.length > own.length && own.every((size) => sizes.includes(size)) && isFuller(sizes, own));
  const longest = others.filter(
    (sizes) => !others.some((other) => other.length > sizes.length && sizes.every((size) => other.includes(size))),
  );
  const [only] = longest;
  if (only === undefined || new Set(longest.map((sizes) => sizes.join(' '))).size > 1) return null;
  const missing = only
    .filter((size) => !own.includes(size))
    .map((text): Token => ({ text, kind: 'size', glued: false }));
  return [...named.tokens, ...missing];
}
