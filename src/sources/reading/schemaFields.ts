import type { z } from 'zod';

/** The parts of a zod schema that tell which fields it reads. */
interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly catchall?: unknown;
  readonly element?: unknown;
  readonly valueType?: unknown;
  readonly innerType?: unknown;
  readonly options?: readonly unknown[];
  readonly left?: unknown;
  readonly right?: unknown;
  readonly in?: unknown;
  readonly out?: unknown;
}

const defOf = (schema: unknown): Def | undefined => (schema as { def?: Def } | undefined)?.def;

/** The schema of a field; undefined where the schema does not read it. What is read as a whole reads all below it. */
export function fieldOf(schema: unknown, key: string): unknown {
  return firstOf(readersOf(schema), (reader) => {
    const { type, shape = {}, valueType, catchall } = defOf(reader) ?? { type: '' };
    if (type === 'record') return valueType;
    if (type !== 'object') return isOpaque(reader) ? reader : undefined;
    return Object.hasOwn(shape, key) ? shape[key] : typed(catchall);
  });
}

/** The schema of a list's items. */
export const itemOf = (schema: unknown): unknown =>
  firstOf(readersOf(schema), (reader) => defOf(reader)?.element ?? (isOpaque(reader) ? reader : undefined));

/** Whether a reader that does not tell its fields, such as one of single numbers, makes nothing of that object or list. */
export function makesNothingOf(schema: unknown, value: object): boolean {
  const readers = readersOf(schema);
  if (readers.length !== 1 || !['pipe', 'transform'].includes(defOf(readers[0])?.type ?? '')) return false;
  const { data } = (readers[0] as z.ZodType).safeParse(value);
  return data === undefined || data === null || (Array.isArray(data) && data.length === 0);
}

/** The rest of an object counts as read only where the schema says what it is. */
const typed = (catchall: unknown): unknown =>
  ['unknown', 'never', 'any', undefined].includes(defOf(catchall)?.type) ? undefined : catchall;

function firstOf(readers: readonly unknown[], field: (reader: unknown) => unknown): unknown {
  for (const reader of readers) {
    const found = field(reader);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Readers that take objects as well and do not tell what they read of them. */
const isOpaque = (reader: unknown): boolean =>
  ['unknown', 'any', 'pipe', 'transform', 'custom', 'lazy'].includes(defOf(reader)?.type ?? '');

const structured = new Set(['object', 'array', 'record']);

const known = new WeakMap<object, readonly unknown[]>();

/** The schemas that really read: behind pipes, defaults and the like; none of no schema. */
function readersOf(schema: unknown): readonly unknown[] {
  const def = defOf(schema);
  if (def === undefined) return [];
  const readers = known.get(def) ?? readersIn(schema, def);
  known.set(def, readers);
  return readers;
}

function readersIn(schema: unknown, def: Def): readonly unknown[] {
  if (def.innerType !== undefined) return readersOf(def.innerType);
  if (def.options) return def.options.flatMap(readersOf);
  if (def.type === 'intersection') return [...readersOf(def.left), ...readersOf(def.right)];
  if (def.type !== 'pipe') return [schema];
  const sides = [...readersOf(def.out), ...readersOf(def.in)];
  const parts = sides.filter((side) => structured.has(defOf(side)?.type ?? ''));
  return parts.length > 0 ? parts.slice(0, 1) : [schema];
}
