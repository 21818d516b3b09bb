const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/**
 * A time of day, "01:00", "0100" or the number 100 (HHMM), -> "01:00"; null for the rest.
 *
 * A number below 100 may be an hour or minutes after midnight: only 0 is the same both ways.
 */
export function clock(value: unknown): string | null {
  const text =
    typeof value === 'number' ? String(value).padStart(4, '0') : typeof value === 'string' ? value.trim() : '';
  if (typeof value === 'number' && value > 0 && value < 100) return null;
  const [, hours = '', minutes = ''] = /^(\d{1,2}):?(\d{2})(?::00)?Z?$/i.exec(text) ?? [];
  const isTime = hours !== '' && Number(minutes) < 60 && Number(hours) * 60 + Number(minutes) <= 24 * 60;
  return isTime ? `${hours.padStart(2, '0')}:${minutes}` : null;
}

/** Two times of day as a span, half open: 1000 and 100 -> "10:00-01:00"; null where one is no time, or both are the same. */
export function hoursOf(start: unknown, end: unknown): string | null {
  const from = clock(start)?.replace('24:00', '00:00');
  const to = clock(end);
  return from && to && from !== to ? `${from}-${to}` : null;
}

/** Days of the week by name: ["Monday", "tue", "wed"] -> "mon-wed", ["sat", "sun"] -> "sat,sun"; null where one is unknown. */
export function daysOf(value: unknown): string | null {
  const names = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? (value as unknown[]) : [];
  const places = names.map((name) =>
    typeof name === 'string' && name.trim().length >= 3 ? week.indexOf(name.trim().slice(0, 3).toLowerCase()) : -1,
  );
  if (places.length === 0 || places.includes(-1)) return null;
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  const [first = 0] = sorted;
  const isRun = sorted.length > 2 && sorted.every((place, i) => place === first + i);
  const days = sorted.map((place) => week[place] ?? '');
  return isRun ? `${days[0]}-${days.at(-1)}` : days.join(',');
}
