import { levelNamed } from '../served.js';
import { isWithin } from './time.js';
import type { Situation, When } from './when.js';

/** Whether a price's conditions hold for a call: all of them; `unsure` where they do but for the time, which nobody knows. */
export function holds(when: When, situation: Situation): boolean | 'unsure' {
  const { promptTokens, region, at } = situation;
  const { contextAbove = -1, contextUpTo = Infinity } = when;
  const isSo =
    promptTokens > contextAbove &&
    promptTokens <= contextUpTo &&
    when.quantityAbove === undefined &&
    isServed(when, situation) &&
    (when.region === undefined || plain(when.region) === plain(region ?? '')) &&
    (when.variant === undefined || isVariant(when.variant, situation.variants));
  if (!isSo || !isTimed(when)) return isSo;
  return at === null ? 'unsure' : isWithin(when, at);
}

/** Whether a price names the level of service of a call; one for the standard level is for those that name none. */
export const isServed = ({ serviceTier }: When, asked: Pick<Situation, 'serviceTier'>): boolean =>
  serviceTier === undefined || levelNamed(serviceTier) === asked.serviceTier;

const isTimed = ({ days, timeUtc, from, until }: When): boolean =>
  [days, timeUtc, from, until].some((one) => one !== undefined);

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');

export const wordsIn = (text: string): string[] => plain(text).trim().split(' ');

function isVariant(variant: string, known: readonly string[]): boolean {
  const words = new Set(known.flatMap(wordsIn));
  return wordsIn(variant).every((word) => words.has(word));
}
