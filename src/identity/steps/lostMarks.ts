import { groupBy } from '../groupBy.js';
import { sizesOf, sizedStemOf, stemOf, type Named } from '../named.js';
import { rememberFor } from '../rememberFor.js';
import type { Token } from '../token.js';

/**
 * Points and units that the seller lost (`gpt-55`, `qwen35-397b`, `cydonia-24-v41`): put back where the table holds the
 * name with them, and only one such name.
 */
export function lostMarks(all: readonly Named[]): Named[] {
  const sizes = new Map<string, (readonly string[])[]>();
  for (const [stem, group] of groupBy(all, stemOf))
    sizes.set(
      stem,
      [...groupBy(group, sizedStemOf).values()].map(([one]) => sizesOf(one as Named)),
    );
  const isKnown = (one: Named): boolean =>
    sizes.get(stemOf(one))?.some((some) => sizesOf(one).every((size) => some.includes(size))) ?? false;
  return all.map((named) => {
    const found = marksPutBack(named).filter(isKnown);
    const [only] = found;
    return only !== undefined && new Set(found.map(sizedStemOf)).size === 1 ? only : named;
  });
}

/** All ways to put marks back, without the name as it stands. */
export const marksPutBack = rememberFor((named: Named): Named[] => {
  if (!mayLack(named)) return [];
  return waysOf(named.tokens, sizesOf(named).length === 0)
    .map((tokens) => revised({ ...named, tokens }))
    .filter((one) => sizedStemOf(one) !== sizedStemOf(named));
});

/** Two digits glued, a number before a size, or a release number alone: else nothing can be lost. */
function mayLack({ tokens, revision }: Named): boolean {
  const isOpen = ({ kind, text }: Token, at: number): boolean =>
    kind === 'version' && (/^[a-z]?\d\d/.test(text) || tokens[at + 1]?.kind === 'size');
  return tokens.some(isOpen) || (revision !== null && !tokens.some(({ kind }) => kind === 'version'));
}

function waysOf(tokens: readonly Token[], isBare: boolean): Token[][] {
  const [token, next] = tokens;
  if (token === undefined) return [[]];
  const rests = waysOf(tokens.slice(1), isBare);
  // `3-0-8b`: the point before the zero was lost, and `.0` says nothing.
  const without = token.kind === 'version' && token.text === '0' ? rests : [];
  const ways = [...without, ...optionsOf(token, isBare).flatMap((option) => rests.map((rest) => [option, ...rest]))];
  const split = next === undefined ? null : splitSize(token, next);
  return split === null ? ways : [...ways, ...waysOf(tokens.slice(2), isBare).map((rest) => [...split, ...rest])];
}

/** A unit can be lost where the name has no size else. */
function optionsOf(token: Token, isBare: boolean): Token[] {
  if (token.kind !== 'version') return [token];
  const point = pointed(token.text);
  return [
    token,
    ...(point === null ? [] : [{ ...token, text: point }]),
    ...(isBare && /^\d{2,3}$/.test(token.text) ? [{ ...token, kind: 'size' as const, text: `${token.text}b` }] : []),
  ];
}

/** `1-5b` is one size, and so is the end of `3-8-2-4t`. */
function splitSize(token: Token, next: Token): Token[] | null {
  const found = /^(?:(.+)\.)?(\d+)$/.exec(token.text);
  if (token.kind !== 'version' || next.kind !== 'size' || !/^\d/.test(next.text) || found === null) return null;
  const version = found[1] === undefined ? [] : [{ ...token, text: found[1] }];
  return [...version, { ...next, text: `${found[2] ?? ''}.${next.text}` }];
}

/** `55` = 5.5, `k26` = k2.6; null where no point can be lost. */
function pointed(text: string): string | null {
  const found = /^([a-z]?)([1-9])([0-9])([a-z]?)$/.exec(text);
  return found === null
    ? null
    : `${found[1] ?? ''}${found[2] ?? ''}${found[3] === '0' ? '' : `.${found[3] ?? ''}`}${found[4] ?? ''}`;
}

/** A release number is the version where no other one is left: `24b`, `v41`. */
function revised(named: Named): Named {
  const isVersioned = named.tokens.some(({ kind }) => kind === 'version');
  if (named.revision === null || isVersioned) return named;
  const text = pointed(named.revision) ?? named.revision;
  return { ...named, revision: null, tokens: [...named.tokens, { text, kind: 'version', glued: false }] };
}
