import type { Drift, Shape } from '../../model/shape.js';

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
