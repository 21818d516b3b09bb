const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** 1 to 12 for a month's name or its first letters ("Sep", "Sept"); 0 for other words that begin like one ("Nova"). */
const monthOf = (name: string): number => months.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;

/** The parts as `YYYY-MM` or `YYYY-MM-DD`; null where no calendar has such a day. */
function real(year: string, month: number, day?: number): string | null {
  const parts = [year.padStart(4, '0'), ...[month, ...(day === undefined ? [] : [day])].map((part) => two(part))];
  const date = new Date(Date.UTC(Number(year), month - 1, day ?? 1));
  return Number(year) >= 1000 && date.toISOString().startsWith(parts.join('-')) ? parts.join('-') : null;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Unix time in seconds (or milliseconds, told by size) -> `YYYY-MM-DD`; null for 0, absent and absurd. */
export function unixDay(value: unknown): string | null {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !(number > 0)) return null;
  const date = new Date(number > 1e11 ? number : number * 1000);
  const year = date.getUTCFullYear();
  return year >= 1990 && year < 2100 ? date.toISOString().slice(0, 10) : null;
}

/** `2026-07`, `2026-07-02` or an instant such as `2026-07-02T00:00:00Z` -> the day or month; null for the rest. */
export function isoDay(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const found = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T\s].*)?$/.exec(value.trim());
  if (!found) return null;
  const [, year = '', month = '', day] = found;
  return year === '1970' ? null : real(year, Number(month), day === undefined ? undefined : Number(day));
}

/**
 * A date as English documents write it -> `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: "May 19, 2026", "Aug 2025", "Mar, 2025",
 * "19 May 2026", "08/31/26", "2026-07-08", "2024". The first one in the text; null where there is none.
 */
export function englishDay(value: string | null | undefined): string | null {
  const text = value ?? '';
  const iso = /\b\d{4}-\d{2}(?:-\d{2})?\b/.exec(text);
  if (iso) return isoDay(iso[0]);
  const named =
    /\b(?:(\d{1,2})(?:st|nd|rd|th)?\s{1,4})?([a-z]{3,9})\.?,?\s{0,4}(?:(\d{1,2})(?:st|nd|rd|th)?,?\s{1,4})?(\d{4})\b/gi;
  for (const [, before, name = '', after, year = ''] of text.matchAll(named)) {
    const day = before ?? after;
    if (monthOf(name) > 0) return real(year, monthOf(name), day ? Number(day) : undefined);
  }
  const american = /\b(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})\b/.exec(text);
  if (american) {
    const [, month, day, year = ''] = american;
    return real(year.length === 2 ? `20${year}` : year, Number(month), Number(day));
  }
  return /^\s*(20\d{2})\s*$/.exec(text)?.[1] ?? null;
}
