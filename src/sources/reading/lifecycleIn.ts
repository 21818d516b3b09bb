import type { Lifecycle } from '../../model/model.js';
import { isoDay, unixDay } from '../parse/dates.js';
import { remember } from '../parse/remember.js';

/** Names, in small letters alone, of fields that tell a model's end: the day from which it can't be called any more. */
const retirement = new Set(
  (
    'shutdown shutdowndate shutdownat shutoffdate retirement retirementdate retirementat retiredate retiresat retiresdate ' +
    'retireson retiredat retiredon sunset sunsetdate sunsetat endoflife endoflifedate endoflifetime eol eoldate ' +
    'discontinuedat discontinueddate discontinuationdate expirationdate expirydate expiresat expireson ' +
    'decommissiondate decommissionedat deactivatedat deactivationdate removaldate removesat removedat'
  ).split(' '),
);

/** Names of fields that tell the day from which a model should not be used any more. */
const deprecation = new Set(
  'deprecationdate deprecationat deprecateddate deprecatedat deprecatedon deprecatesat'.split(' '),
);

/** Days that stand for "no date". */
const isReal = (day: string | null): day is string => day !== null && day > '2015' && day < '2090';

/** A day, or null where it is none or stands for none. */
export const realDay = (day: string | null | undefined): string | null => {
  const said = day ?? null;
  return isReal(said) ? said : null;
};

/** What a key tells the day of by its name. */
const endNamed = remember((key: string): 'retirement' | 'deprecation' | 'neither' => {
  const name = key.toLowerCase().replace(/[^a-z]/g, '');
  return retirement.has(name) ? 'retirement' : deprecation.has(name) ? 'deprecation' : 'neither';
});

/** The earliest day in fields of that kind: whatever else they say, it holds from then on. */
function dayIn(row: Readonly<Record<string, unknown>>, kind: 'retirement' | 'deprecation'): string | null {
  let earliest: string | null = null;
  for (const key in row) {
    if (endNamed(key) !== kind) continue;
    const day = isoDay(row[key]) ?? unixDay(row[key]);
    if (isReal(day) && (earliest === null || day < earliest)) earliest = day;
  }
  return earliest;
}

/** What a row says of a model's end in the fields that lists have for it; null where it says nothing. */
export function lifecycleIn(row: unknown): { deprecatedAt: string | null; retiresAt: string | null } {
  const fields = typeof row === 'object' && row !== null ? (row as Readonly<Record<string, unknown>>) : {};
  return { deprecatedAt: dayIn(fields, 'deprecation'), retiresAt: dayIn(fields, 'retirement') };
}

/**
 * A status that agrees with the dates, seen on `day`: what is over is retired, whatever else is said; what has an end and
 * is not said to be anything else is deprecated. A stated `active` with a distant end stays: some name the end at the start.
 */
export function statusFor(
  stated: Lifecycle | null,
  { deprecatedAt, retiresAt }: { deprecatedAt: string | null; retiresAt: string | null },
  day: string,
): Lifecycle | null {
  if (retiresAt !== null && isOver(retiresAt, day)) return 'retired';
  if (deprecatedAt !== null && isOver(deprecatedAt, day) && (stated === null || stated === 'active'))
    return 'deprecated';
  return stated ?? (retiresAt === null ? null : 'deprecated');
}

/** A day has come once it is there; a month or year once it is over. */
const isOver = (date: string, day: string): boolean =>
  date.length === day.length ? date <= day : date < day.slice(0, date.length);
