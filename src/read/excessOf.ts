import type { DeadLetter } from '../model/deadLetter.js';
import { deepest, inWords, longestText, mostValuesOfRow } from '../sources/parse/limits.js';

interface Left {
  readonly value: unknown;
  readonly key: string;
  readonly above: Left | undefined;
  readonly depth: number;
}

/**
 * Why a row is more than a model or a price is ever told with, and where in it: a text too long, nested too deep, too many
 * values; undefined for all others. What reads a row may then work on it as it likes.
 */
export function excessOf(row: unknown): Pick<DeadLetter, 'reason' | 'path'> | undefined {
  if (typeof row !== 'object' || row === null) return ofText(row, '');
  return roomAfter(row, 1, mostValuesOfRow) < 0 ? firstExcess(row) : undefined;
}

/** How many of so many values are left after those of an object at a depth; below 0 where there is too much of anything. */
function roomAfter(value: object, depth: number, room: number): number {
  let left = room;
  for (const key of Object.keys(value)) {
    const inner = (value as Readonly<Record<string, unknown>>)[key];
    left -= 1;
    if (typeof inner === 'string') {
      if (inner.length > longestText) return -1;
    } else if (typeof inner === 'object' && inner !== null) {
      if (depth >= deepest) return -1;
      left = roomAfter(inner, depth + 1, left);
    }
    if (left < 0) return -1;
  }
  return left;
}

/** What is too much first, with its place, which of a row that is as it should be nobody needs to know. */
function firstExcess(row: object): ReturnType<typeof excessOf> {
  let values = 0;
  const left: Left[] = [{ value: row, key: '', above: undefined, depth: 1 }];
  for (let one = left.pop(); one; one = left.pop()) {
    const { value, depth } = one;
    for (const key of Object.keys(value as object)) {
      const inner = (value as Readonly<Record<string, unknown>>)[key];
      values += 1;
      if (values > mostValuesOfRow) return { reason: `more than ${inWords(mostValuesOfRow)} values`, path: '' };
      if (typeof inner === 'string') {
        const excess = inner.length > longestText ? ofText(inner, pathOf(one, key)) : undefined;
        if (excess) return excess;
      } else if (typeof inner === 'object' && inner !== null) {
        if (depth >= deepest) return { reason: `nested more than ${deepest} deep`, path: pathOf(one.above, one.key) };
        left.push({ value: inner, key, above: one, depth: depth + 1 });
      }
    }
  }
  return undefined;
}

/** Where a key stands, dotted; a key is as long as the provider likes. */
function pathOf(above: Left | undefined, key: string): string {
  const keys = [key];
  for (let one = above; one; one = one.above) keys.unshift(one.key);
  return keys
    .filter(Boolean)
    .map((part) => part.slice(0, 50))
    .join('.')
    .slice(0, 200);
}

const ofText = (value: unknown, path: string): ReturnType<typeof excessOf> =>
  typeof value === 'string' && value.length > longestText
    ? { reason: `${path && `${path}: `}a text of more than ${inWords(longestText)} characters`, path }
    : undefined;
