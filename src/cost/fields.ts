/** A JSON object of which little is known. */
export type Raw = Readonly<Record<string, unknown>>;

export const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A count that is none: nothing that stands beside it can be believed. */
export class BadCount extends Error {
  override readonly name = 'BadCount';
}

/**
 * A count as it is sent, a number or its digits; undefined where there is none. Throws a `BadCount` for a number or text that is
 * none, such as a negative one or one too large to be exact: left out, it would make a call too cheap.
 */
export function countIn(value: unknown, name = 'a count'): number | undefined {
  const given = typeof value === 'string' ? value.trim() : value;
  if (given === '' || (typeof given !== 'string' && typeof given !== 'number')) return undefined;
  const count = typeof given === 'number' || /^\d+(\.\d+)?$/.test(given) ? Number(given) : NaN;
  if (count >= 0 && count <= Number.MAX_SAFE_INTEGER) return count;
  throw new BadCount(`${name} is ${String(given).slice(0, mostShown)}, which is no count`);
}

const mostShown = 30;

/**
 * Of one count that has several names, the first that counted something; 0 where one says so; undefined where none is there.
 * Throws a `BadCount`.
 */
export function count(raw: Raw | undefined, ...names: readonly string[]): number | undefined {
  if (!raw) return undefined;
  let found: number | undefined;
  for (const name of names) {
    const value = raw[name];
    if (value === undefined || value === null) continue;
    found ??= countIn(value, name);
    if (found === 0) found = countIn(value, name) ?? found;
    if (found) return found;
  }
  return found;
}

/** The first of these fields that is an object. */
export function part(raw: Raw | undefined, ...names: readonly string[]): Raw | undefined {
  for (const name of names) {
    const value = raw?.[name];
    if (isRaw(value)) return value;
  }
  return undefined;
}

/** The first of these fields that is a text which is not empty. */
export function text(raw: Raw | undefined, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = raw?.[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return undefined;
}

/** The sum of counts; undefined where none of them is there. */
export const sum = (...counts: readonly (number | undefined)[]): number | undefined =>
  counts.every((one) => one === undefined) ? undefined : counts.reduce<number>((all, one) => all + (one ?? 0), 0);
