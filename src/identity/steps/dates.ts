import { POINTING } from '../data/releases.js';
import { distinctDays, fullest } from '../day.js';
import { releasesOf } from '../facts.js';
import { groupBy } from '../groupBy.js';
import { sizedStemOf, type Named } from '../named.js';

const groupOf = (named: Named): string => `${sizedStemOf(named)}|${named.revision ?? ''}`;

/**
 * Dates: one date behind a name says which release that is, and nothing more; several are a model each. Several there are
 * where the table shows two days, the lab lists more, or the lab has a repository with and one without the date.
 */
export function settleDates(all: readonly Named[]): Named[] {
  const dates = new Map<Named, string | null>();
  for (const group of groupBy(all, groupOf).values()) {
    const said = group.map(({ date }) => date).filter((date) => date !== null);
    const days = distinctDays(said);
    const several = days.length > 1 || isListed(group[0], days) || hasBothRepositories(group) || isYounger(group);
    for (const named of group) dates.set(named, several ? dateIn(named, group, days) : null);
  }
  return all.map((named) => {
    const date = dates.get(named) ?? null;
    return date === named.date ? named : { ...named, date };
  });
}

/** The lab lists a release that the days don't hold, or goes on releasing. */
function isListed(named: Named | undefined, days: readonly string[]): boolean {
  const fact = named === undefined ? null : releasesOf(named);
  return fact !== null && (fact.moves || distinctDays([...days, ...fact.dates]).length > 1);
}

const hasBothRepositories = (group: readonly Named[]): boolean =>
  group.some(({ date, reading }) => date === null && reading.repository) &&
  group.some(({ date, reading }) => date !== null && reading.repository);

/** Offers without the date came out half a quarter or more before it, by what most of their sellers say. */
function isYounger(group: readonly Named[]): boolean {
  if (POINTING.has(group[0]?.lab ?? '')) return false;
  const undated = middleOf(group.filter(({ date }) => date === null));
  const dated = middleOf(group.filter(({ date }) => date !== null));
  const later = (day: number): boolean => day - undated > 45 * 86_400_000;
  return later(dated) || group.some(({ date }) => date !== null && /^\d{4}/.test(date) && later(Date.parse(date)));
}

/** The day in the middle of those on which the offers came out; NaN where nobody says one. */
function middleOf(group: readonly Named[]): number {
  const days = group
    .map(({ reading }) => reading.offer.releaseDate ?? '')
    .filter((day) => /^\d{4}-\d{2}-\d{2}/.test(day))
    .sort();
  return Date.parse(days[Math.floor(days.length / 2)] ?? '');
}

/** The day in full; none for the undated name, which may stand for the first release. */
function dateIn(named: Named, group: readonly Named[], days: readonly string[]): string | null {
  const fact = releasesOf(named);
  if (named.date === null) return fact?.first == null ? onlyDayOfInstruct(named, group) : null;
  return fullest(named.date, [...days, ...(fact?.dates ?? [])]);
}

/** `qwen3-235b-a22b-instruct`: no undated instruct repository is known, and one dated one is. */
function onlyDayOfInstruct({ instruct, latest }: Named, group: readonly Named[]): string | null {
  if (instruct === null || latest) return null;
  const alike = group.filter((one) => one.instruct !== null);
  if (alike.some(({ date, reading }) => date === null && reading.repository)) return null;
  const days = distinctDays(alike.map(({ date }) => date).filter((date) => date !== null));
  return days.length === 1 ? (days[0] ?? null) : null;
}
