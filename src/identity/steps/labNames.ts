import { sameDay } from '../day.js';
import { otherNameOf, releasesOf } from '../facts.js';
import type { Named } from '../named.js';
import { versionsOf } from '../named.js';

/** One name where the lab itself uses two, and the date where it counts its releases as well (`mistral-large-3`). */
export function labNames(named: Named): Named {
  const other = otherNameOf(named);
  const renamed =
    other === null
      ? named
      : {
          ...named,
          tokens: [
            ...other.tokens,
            ...named.tokens.filter(
              ({ kind, text }) => kind === 'size' && !other.tokens.some((one) => one.text === text),
            ),
          ],
          revision: named.revision ?? other.revision,
        };
  return undatedFirst(dated(renamed));
}

/** The undated name stands for the first release where the lab published that without a date. */
function undatedFirst(named: Named): Named {
  const first = named.date === null ? null : (releasesOf(named)?.first ?? null);
  return first !== null && named.date !== null && sameDay(first, named.date) ? { ...named, date: null } : named;
}

function dated(named: Named): Named {
  const fact = releasesOf(named);
  if (fact === null || fact.numbers.size === 0) return named;
  const byRevision = named.revision === null ? undefined : fact.numbers.get(`r${named.revision}`);
  if (byRevision !== undefined) return { ...named, revision: null, date: named.date ?? byRevision };
  const number = versionsOf(named).find((one) => !fact.versions.includes(one) && fact.numbers.has(one));
  if (number === undefined) return named;
  const date = fact.numbers.get(number) ?? null;
  return {
    ...named,
    tokens: named.tokens.filter(({ kind, text }) => kind !== 'version' || text !== number),
    date: named.date ?? date,
  };
}
