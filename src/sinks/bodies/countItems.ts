import type { Event } from '../../model/events.js';
import type { ItemCounts, Readings } from '../../model/reading.js';
import { countPrice, type Summary } from '../../operators/summarize.js';
import { emptySummary } from '../../operators/summarize/mergeSummaries.js';
import { baselineKey } from '../../store/previous.js';

/** Counts the items of each source of a run, for a run that finds all its pages the same. */
export function countItems() {
  const sources = new Map<string, { items: number; summary: Summary }>();
  const ended = new Map<string, ItemCounts>();
  return {
    take: (event: Event): void => {
      const key = baselineKey(event.kind, event.source);
      const known = sources.get(key) ?? { items: 0, summary: emptySummary() };
      sources.set(key, known);
      if (event.type === 'model' || event.type === 'price') known.items += 1;
      if (event.type === 'model') countPrice(known.summary, event);
      if (event.type === 'completed') ended.set(key, event.repeated ?? countsOf(known));
    },
    of: (key: string): ItemCounts | undefined => ended.get(key),
  };
}

/** In one order, whatever order the items came in. */
function countsOf({ items, summary }: { items: number; summary: Summary }): ItemCounts {
  const { matches, statuses, sources, unpriced, quarantined } = summary;
  const told = quarantined.map(({ model, witness, row, code, detail }) => ({ model, witness, row, code, detail }));
  return {
    items,
    ...{ matches: sorted(matches), statuses: sorted(statuses), sources: sorted(sources), unpriced: sorted(unpriced) },
    quarantined: told.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  };
}

const sorted = (counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The readings with what was counted of each source that the run read; of the others as before. */
export const withCounts = (readings: Readings, countsFor: (key: string) => ItemCounts | undefined): Readings => ({
  ...readings,
  sources: Object.fromEntries(
    Object.entries(readings.sources).map(([key, one]) => {
      const { counts = countsFor(key), ...rest } = { ...one, counts: countsFor(key) ?? one.counts };
      return [key, counts ? { ...rest, counts } : rest];
    }),
  ),
});
