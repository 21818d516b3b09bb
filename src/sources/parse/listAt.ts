import { shapeError } from './shapeError.js';

/** The list that stands under those keys of an answer, one below the other; it may be empty. Throws a shape error where there is none. */
export function listAt(answer: Readonly<Record<string, unknown>>, ...keys: readonly string[]): unknown[] {
  const found = keys.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | null | undefined)?.[key],
    answer,
  );
  if (!Array.isArray(found)) throw shapeError(`the answer has no list "${keys.join('.')}"`);
  return found as unknown[];
}
