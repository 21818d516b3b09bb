import type { Shape } from '../model/shape.js';

/** How deep keys are followed; below that rows hold lists of details that differ from row to row. */
const deepest = 2;

/** A place in rows: the types that values have there, and what stands below. */
interface Spot {
  readonly types: Set<string>;
  readonly below: Map<string, Spot>;
}

const newSpot = (): Spot => ({ types: new Set(), below: new Map() });

/** Which keys the rows have and of which types their values are; sorted. */
export function shapeOf(rows: readonly unknown[]): Shape {
  const root = newSpot();
  for (const row of rows) visit(row, root, 0);
  const types = new Map<string, Set<string>>();
  collect(root, '', types);
  return Object.fromEntries(
    [...types].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, names]) => [path, [...names].sort().join('|')]),
  );
}

function visit(value: unknown, { types, below: keys }: Spot, depth: number): void {
  const type = typeName(value);
  types.add(type);
  if (depth >= deepest || type !== 'object') return;
  for (const key of Object.keys(value as object)) {
    let spot = keys.get(key);
    if (!spot) keys.set(key, (spot = newSpot()));
    visit((value as Readonly<Record<string, unknown>>)[key], spot, depth + 1);
  }
}

/** The types by dotted path; a key that has a dot itself may name the place of another. */
function collect(spot: Spot, path: string, into: Map<string, Set<string>>): void {
  for (const [key, one] of spot.below) {
    const at = path === '' ? key : `${path}.${key}`;
    if (at !== '') into.set(at, new Set([...(into.get(at) ?? []), ...one.types]));
    collect(one, at, into);
  }
}

const typeName = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
