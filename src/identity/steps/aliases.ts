import { distinctDays } from '../day.js';
import { releasesOf } from '../facts.js';
import { groupBy } from '../groupBy.js';
import { sizedStemOf, versionsOf, type Named } from '../named.js';

/**
 * `-latest`: behind a name with a version it says nothing, behind one that has a single known release it is that; else the
 * alias is a model of its own, because what stands behind it changes.
 */
export function settleLatest(all: readonly Named[]): Named[] {
  const groups = groupBy(all, sizedStemOf);
  return all.map((named) => {
    if (!named.latest) return named;
    const group = groups.get(sizedStemOf(named)) ?? [];
    const dates = group.map(({ reading }) => reading.date).filter((date) => date !== null);
    const fact = releasesOf(named);
    const days = distinctDays([...dates, ...(fact?.dates ?? [])]);
    const isOne =
      days.length < 2 &&
      group.every(({ date }) => date === null) &&
      fact?.moves !== true &&
      (versionsOf(named).length > 0 || days.length === 1);
    return isOne ? { ...named, latest: false } : named;
  });
}
