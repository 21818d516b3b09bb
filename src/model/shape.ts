import type { Drift } from './events.js';

/** Keys of rows, dotted, with the types seen there: `{ "pricing.prompt": "null|string" }`. */
export type Shape = Readonly<Record<string, string>>;

/** How deep keys are followed; below that rows hold lists of details that differ from row to row. */
const deepest = 2;

/** Which keys the rows have and of which types their values are; sorted. */
export function shapeOf(rows: readonly unknown[]): Shape {
  const types = new Map<string, Set<string>>();
  const visit = (value: unknown, path: string, depth: number): void => {
    if (path !== '') types.set(path, (types.get(path) ?? new Set()).add(typeName(value)));
    if (depth < deepest && typeName(value) === 'object') {
      for (const [key, inner] of Object.entries(value as object))
        visit(inner, path === '' ? key : `${path}.${key}`, depth + 1);
    }
  };
  for (const row of rows) visit(row, '', 0);
  return Object.fromEntries(
    [...types].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, names]) => [key, [...names].sort().join('|')]),
  );
}

const typeName = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/** What is different in `is` against `was`; null where nothing is. A type counts as changed when a new one is seen. */
export function driftOf(was: { shape: Shape; rows: number }, is: { shape: Shape; rows: number }): Drift | null {
  const before = was.shape;
  const now = is.shape;
  const newKeys = Object.keys(now).filter((key) => !Object.hasOwn(before, key));
  const goneKeys = Object.keys(before).filter((key) => !Object.hasOwn(now, key));
  const changedTypes = Object.entries(now).flatMap(([key, types]) => {
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    return old !== undefined && types.split('|').some((type) => !old.split('|').includes(type))
      ? [{ key, was: old, is: types }]
      : [];
  });
  const same = newKeys.length + goneKeys.length + changedTypes.length === 0 && was.rows === is.rows;
  return same ? null : { newKeys, goneKeys, changedTypes, rows: { was: was.rows, is: is.rows } };
}
