import type { ModelName } from './name.js';
import type { Priced } from './strategy.js';

/** Sorts rows once, so that a name finds those of them that may fit it, in their order: what it leaves out some guard refuses. */
export type Narrowing = (rows: readonly Priced[]) => (model: ModelName) => readonly Priced[];

/** By what stands before the names, where the seller prices them by that (the path guard refuses all others). */
export const byPath =
  (within: Narrowing): Narrowing =>
  (rows) => {
    if (rows[0]?.isByPath !== true) return within(rows);
    const groups = new Map(
      [...placesBy(rows, ({ path }) => path)].map(([path, at]) => [path, within(picked(rows, at))]),
    );
    return (model) => groups.get(model.path)?.(model) ?? [];
  };

/** By the day of the year: a dated name fits no row of another day (the date guard refuses it), an undated one perhaps any. */
export const byDay: Narrowing = (rows) => {
  const days = placesBy(rows, ({ date }) => dayOf(date));
  return (model) => {
    if (model.date === null) return rows;
    const undated = days.get('') ?? [];
    return picked(rows, [...undated, ...(days.get(dayOf(model.date)) ?? [])]);
  };
};

/** Rows that need no sorting. */
export const all: Narrowing = (rows) => () => rows;

/** Equal for dates that may be one day, with a year or without. */
const dayOf = (date: string | null): string => date?.slice(-'-11-20'.length) ?? '';

function placesBy(rows: readonly Priced[], keyOf: (name: ModelName) => string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, { name }] of rows.entries()) {
    const key = keyOf(name);
    const group = places.get(key);
    if (group) group.push(at);
    else places.set(key, [at]);
  }
  return places;
}

/** The rows at some places, each once and in their order. */
export const picked = (rows: readonly Priced[], places: Iterable<number>): readonly Priced[] =>
  [...new Set(places)].sort((a, b) => a - b).flatMap((at) => rows[at] ?? []);
