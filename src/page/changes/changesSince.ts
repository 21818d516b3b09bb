import type { Change } from '../../model/change.js';

const dayMs = 24 * 60 * 60 * 1000;

/** The day a month before a moment, ISO. */
export const monthBefore = (moment: string): string =>
  new Date(Date.parse(moment) - 31 * dayMs).toISOString().slice(0, 10);

/**
 * The changes that runs found from a day on, of the offers in whose names all of the words stand. Who has two tables and no
 * run to tell by has no day: these are shown in any case.
 */
export function changesSince(changes: readonly Change[], day: string, words: string): readonly Change[] {
  const wanted = words.toLowerCase().split(/\s+/);
  return changes.filter(({ run, provider, id }) => {
    const name = `${provider}/${id ?? ''}`.toLowerCase();
    return (run === undefined || run.slice(0, 10) >= day) && wanted.every((word) => name.includes(word));
  });
}
