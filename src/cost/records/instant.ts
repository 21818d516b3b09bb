/**
 * A moment as logs write it: ISO 8601, in UTC where it names no zone, or a number of seconds, milli-, micro- or nanoseconds
 * since 1970. Null for anything else.
 */
export function instantOf(value: unknown): Date | null {
  if (typeof value === 'number') return dateOf(inMs(value));
  if (typeof value !== 'string' || value.trim() === '') return null;
  const text = value.trim();
  if (/^\d+(\.\d+)?$/.test(text)) return dateOf(inMs(Number(text)));
  const iso = text.replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T').replace(' ', '');
  if (!/^\d{4}-\d{2}-\d{2}/.test(iso)) return null;
  const isZoned = /(Z|[+-]\d{2}:?\d{2})$/i.test(iso) || iso.length === 10;
  return dateOf(Date.parse(isZoned ? iso : `${iso}Z`));
}

/** Which unit a number counts is told by its size: in seconds the year 5000 has 11 digits. */
const inMs = (count: number): number =>
  count < 1e11 ? count * 1000 : count < 1e14 ? count : count < 1e17 ? count / 1000 : count / 1e6;

const dateOf = (ms: number): Date | null => (Number.isFinite(ms) && Math.abs(ms) < 8.64e15 ? new Date(ms) : null);
