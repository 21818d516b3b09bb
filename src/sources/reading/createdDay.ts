import { isoDay, unixDay } from '../parse/dates.js';

/** Names, in small letters alone, of fields that tell when a row was made. */
export const createdNames: ReadonlySet<string> = new Set(
  'created createdat createdon createddate createdtime createtime creationdate creationtime'.split(' '),
);

/** The day in a row's `created`, seen on `day`; null where there is none, or one to come. Only some lists mean the release by it. */
export function createdDay(row: unknown, day: string): string | null {
  const fields = typeof row === 'object' && row !== null ? Object.entries(row) : [];
  const [, value] = fields.find(([key]) => createdNames.has(key.toLowerCase().replace(/[^a-z]/g, ''))) ?? [];
  const created = isoDay(value) ?? unixDay(value);
  return created !== null && created <= day ? created : null;
}
