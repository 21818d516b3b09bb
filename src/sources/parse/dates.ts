const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const two = (value: string | number): string => String(value).padStart(2, '0');

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
  if (
    year === '1970' ||
    Number(month) < 1 ||
    Number(month) > 12 ||
    (day !== undefined && (Number(day) < 1 || Number(day) > 31))
  )
    return null;
  return day === undefined ? `${year}-${month}` : `${year}-${month}-${day}`;
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
    /\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3})[a-z]*\.?,?\s*(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})\b/gi;
  for (const [, before, name = '', after, year = ''] of text.matchAll(named)) {
    const month = months.indexOf(name.toLowerCase()) + 1;
    const day = before ?? after;
    if (month > 0) return day ? `${year}-${two(month)}-${two(day)}` : `${year}-${two(month)}`;
  }
  const american = /\b(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})\b/.exec(text);
  if (american)
    return `${american[3]?.length === 2 ? '20' : ''}${american[3] ?? ''}-${two(american[1] ?? '')}-${two(american[2] ?? '')}`;
  return /^\s*(20\d{2})\s*$/.exec(text)?.[1] ?? null;
}
