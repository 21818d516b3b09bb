import type { Facets } from '../model/identity.js';
import type { Registry } from '../model/registry.js';

interface Spelled {
  readonly key: string;
  readonly line: string;
  readonly facets: Facets;
}

/** The model of an id that all who sell something under it mean by it; null where they differ, or nobody does. */
export function spellingsOf({ models }: Registry): (id: string) => Spelled | null {
  const known = new Map<string, Spelled | null>();
  for (const { key, line, offers } of models)
    for (const { id, facets = {} } of offers) {
      const spelling = id.toLowerCase();
      const other = known.get(spelling);
      known.set(spelling, other === undefined || other?.key === key ? (other ?? { key, line, facets }) : null);
    }
  return (id) => known.get(id.toLowerCase()) ?? null;
}
