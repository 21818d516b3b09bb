import type { Summary } from '../summarize.js';

const record = <Value>(): Record<string, Value> => Object.create(null) as Record<string, Value>;

/** The summary of nothing. Its records have no prototype: an id or a code such as `constructor` is a key like any other. */
export const emptySummary = (): Summary => ({
  providers: record(),
  prices: record(),
  quarantined: [],
  overridden: [],
  agreed: [],
  matches: record(),
  statuses: record(),
  sources: record(),
  unpriced: record(),
  completed: [],
  lost: [],
});

/** The summaries of several sources as one: their counts added up. */
export function mergeSummaries(parts: readonly Summary[]): Summary {
  const all = emptySummary();
  for (const part of parts) {
    for (const kind of ['providers', 'prices'] as const) Object.assign(all[kind], part[kind]);
    for (const list of ['overridden', 'agreed', 'lost'] as const) for (const name of part[list]) all[list].push(name);
    for (const one of part.quarantined) all.quarantined.push(one);
    for (const end of part.completed) all.completed.push(end);
    for (const counts of ['matches', 'statuses', 'sources', 'unpriced'] as const)
      for (const [name, count] of Object.entries(part[counts])) all[counts][name] = (all[counts][name] ?? 0) + count;
  }
  return all;
}
