import type { DeadLetter } from '../model/deadLetter.js';
import { deepest, inWords, longestText, mostValuesOfRow } from '../sources/parse/limits.js';

type Excess = Pick<DeadLetter, 'reason' | 'path'>;

/** What is too much, and the keys that lead to it, the last one first. */
interface Found {
  readonly what: 'length' | 'depth' | 'values';
  readonly keys: string[];
}

/** In words where it is told: what writes numbers for people takes 8 ms to load. */
const tooLong = (): string => `a text of more than ${inWords(longestText)} characters`;

/**
 * Why a row is more than a model or a price is ever told with, and where in it: a text too long, nested too deep, too many
 * values; undefined for all others. What reads a row may then work on it as it likes.
 */
export function excessOf(row: unknown): Excess | undefined {
  if (typeof row === 'string') return row.length > longestText ? { reason: tooLong(), path: '' } : undefined;
  if (typeof row !== 'object' || row === null) return undefined;
  const found = excessIn(row, 1, { left: mostValuesOfRow });
  return found && told(found);
}

/** The first that is too much in an object at a depth; `room` counts down the values of the whole row. */
function excessIn(value: object, depth: number, room: { left: number }): Found | undefined {
  for (const key of Object.keys(value)) {
    const inner = (value as Readonly<Record<string, unknown>>)[key];
    room.left -= 1;
    if (room.left < 0) return { what: 'values', keys: [] };
    if (typeof inner === 'string') {
      if (inner.length > longestText) return { what: 'length', keys: [key] };
    } else if (typeof inner === 'object' && inner !== null) {
      if (depth >= deepest) return { what: 'depth', keys: [] };
      const found = excessIn(inner, depth + 1, room);
      if (found) return { what: found.what, keys: [...found.keys, key] };
    }
  }
  return undefined;
}

/** Too many values are nowhere in particular; of a long text the reason names the place, too. */
function told({ what, keys }: Found): Excess {
  if (what === 'values') return { reason: `more than ${inWords(mostValuesOfRow)} values`, path: '' };
  const path = pathOf(keys);
  if (what === 'depth') return { reason: `nested more than ${deepest} deep`, path };
  return { reason: path === '' ? tooLong() : `${path}: ${tooLong()}`, path };
}

/** Dotted; a key is as long as the provider likes. */
const pathOf = (keys: readonly string[]): string =>
  keys
    .toReversed()
    .filter(Boolean)
    .map((key) => key.slice(0, 50))
    .join('.')
    .slice(0, 200);
