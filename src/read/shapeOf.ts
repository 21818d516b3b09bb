import type { Shape } from '../model/shape.js';

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
