/** A value of a JSON document beside what it should be; undefined where it is not there. */
export interface Leaf {
  readonly path: readonly string[];
  readonly says: unknown;
  readonly is: unknown;
}

/** Where two JSON values differ, down to single values. Entries of lists that all have an id are told apart by it, others by their place. */
export function leafDifferences(says: unknown, is: unknown, path: readonly string[] = []): Leaf[] {
  if (Object.is(says, is)) return [];
  const [a, b] = [entriesOf(says), entriesOf(is)];
  if (!a || !b || Array.isArray(says) !== Array.isArray(is)) return [{ path, says, is }];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((key) =>
    leafDifferences(a.get(key), b.get(key), [...path, key]),
  );
}

function entriesOf(value: unknown): Map<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const ids = value.map((entry) => (entry as { id?: unknown } | null)?.id);
  const hasIds = ids.every((id) => typeof id === 'string') && new Set(ids).size === ids.length;
  return new Map(value.map((entry: unknown, i) => [hasIds ? String(ids[i]) : String(i), entry]));
}

/** How many numbers a JSON value holds. */
export function numbersIn(value: unknown): number {
  if (typeof value === 'number') return 1;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, inner) => sum + numbersIn(inner), 0);
}
