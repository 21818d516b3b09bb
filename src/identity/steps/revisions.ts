import { groupBy } from '../groupBy.js';
import { sizedStemOf, type Named } from '../named.js';

/** How labs number a first release. */
const FIRST = new Set(['1', '0.1']);

/**
 * Release numbers (`-v1`, `-v0.1`, `-002`): where the table knows the first alone behind a name, the name without it is the
 * same model; where it knows another, each is a model, and so is the name without a number.
 */
export function fillRevisions(all: readonly Named[]): Named[] {
  const only = new Map<string, string | null>();
  for (const [key, group] of groupBy(all, sizedStemOf)) {
    const numbers = new Set(group.map(({ revision }) => revision).filter((one) => one !== null));
    const [first] = numbers;
    only.set(key, numbers.size === 1 && first !== undefined && FIRST.has(first) ? first : null);
  }
  return all.map((named) => {
    const revision = named.revision ?? only.get(sizedStemOf(named)) ?? null;
    return revision === named.revision ? named : { ...named, revision };
  });
}
