import { otherNames } from './data/names.js';
import { ownWithoutSize, releases, type Releases } from './data/releases.js';
import { readDate } from '../match/dates.js';
import { atomsOf } from '../match/atoms.js';
import type { Token, Tokens } from './token.js';
import { tokenize } from './tokenize.js';
import { sizedStemOf, sizesOf, stemOf, versionsOf, wordsOf, type Named } from './named.js';

/** What a lab says of one of its names, ready to be looked up. */
export interface ReleaseFact {
  readonly sizes: readonly string[];
  readonly versions: readonly string[];
  readonly dates: readonly string[];
  /** It goes on releasing under the name. */
  readonly moves: boolean;
  readonly first: string | null;
  /** Version or `r` with a release number, to the date. */
  readonly numbers: ReadonlyMap<string, string>;
}

const dateOf = (text: string): string => readDate(atomsOf(text), 0)?.date ?? '';

function factOf({ name, dates, first, numbers }: Releases): ReleaseFact & { readonly tokens: readonly Token[] } {
  const { tokens } = tokenize(name);
  const pairs = (numbers ?? '').split(' ').filter((one) => one !== '');
  return {
    tokens,
    sizes: sizesOf({ tokens }),
    versions: versionsOf({ tokens }),
    dates: dates
      .split(' ')
      .filter((one) => one !== '*')
      .map(dateOf),
    moves: dates.includes('*'),
    first: first === undefined ? null : dateOf(first),
    numbers: new Map(pairs.map((pair) => [pair.split('=')[0] ?? '', dateOf(pair.split('=')[1] ?? '')])),
  };
}

const wordsKey = (lab: string, tokens: readonly Token[]): string => `${lab}|${wordsOf({ tokens }).join(' ')}`;

const byWords = releases.reduce((map, one) => {
  const fact = factOf(one);
  const key = wordsKey(one.lab, fact.tokens);
  return map.set(key, [...(map.get(key) ?? []), fact]);
}, new Map<string, ReleaseFact[]>());

const within = (some: readonly string[], all: readonly string[]): boolean => some.every((one) => all.includes(one));

/** What the lab says of releases behind this name, whatever version numbers it is written with. */
export function releasesOf(named: Named): ReleaseFact | null {
  const versions = versionsOf(named);
  const facts = byWords.get(wordsKey(named.lab, named.tokens)) ?? [];
  const open = (fact: ReleaseFact): string[] => versions.filter((one) => !fact.versions.includes(one));
  return (
    facts.find(
      (fact) =>
        within(fact.sizes, sizesOf(named)) &&
        within(fact.versions, versions) &&
        open(fact).every((one) => fact.numbers.has(one)),
    ) ?? null
  );
}

const others = new Map(
  otherNames.map(({ lab, name, is }) => {
    const named = { lab, tokens: tokenize(name).tokens };
    return [sizesOf(named).length > 0 ? sizedStemOf(named) : stemOf(named), tokenize(is)] as const;
  }),
);
/** The name that the lab uses beside this one, or null. */
export const otherNameOf = (named: Named): Tokens | null =>
  others.get(sizedStemOf(named)) ?? others.get(stemOf(named)) ?? null;

const own = new Set(ownWithoutSize.map(({ lab, name }) => stemOf({ lab, tokens: tokenize(name).tokens })));
/** True for a name that is whole without a size. */
export const isOwnWithoutSize = (named: Named): boolean => own.has(stemOf(named));
