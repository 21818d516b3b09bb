import { groupBy } from '../groupBy.js';
import { namedOf, stemOf, type Named } from '../named.js';
import type { Reading } from '../reading.js';

/**
 * A lab for names without one: the only lab under which the table has the very name; `community` for fine-tunes of somebody.
 * A folder that sells a name which the family's lab has as well is a seller's.
 */
export function fillLabs(readings: readonly Reading[]): { readonly named: Named[]; readonly without: Reading[] } {
  const own = readings.flatMap((reading) => (reading.lab === null ? [] : [namedOf(reading, reading.lab)]));
  const stems = new Set(own.map(stemOf));
  const named = own.map((one) => {
    const lab = one.reading.familyLab;
    return lab !== null && stems.has(stemOf({ ...one, lab })) ? { ...one, lab } : one;
  });
  const labs = groupBy(named, (one) => stemOf({ ...one, lab: '' }));
  const without: Reading[] = [];
  for (const reading of readings) {
    if (reading.lab !== null) continue;
    const bare = namedOf(reading, '');
    const found = [...new Set((labs.get(stemOf(bare)) ?? []).map(({ lab }) => lab))];
    const [lab] = found;
    const maker = found.length === 1 ? lab : reading.isTuned ? 'community' : undefined;
    if (maker === undefined) without.push(reading);
    else named.push(namedOf(reading, maker));
  }
  return { named, without };
}
