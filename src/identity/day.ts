/** A day of which parts may be unknown. */
interface Day {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

const partsOf = (date: string): Day =>
  date.startsWith('--')
    ? { year: '', month: date.slice(2, 4), day: date.slice(5, 7) }
    : { year: date.slice(0, 4), month: date.slice(5, 7), day: date.slice(8, 10) };
const fit = (a: string, b: string): boolean => a === '' || b === '' || a === b;

/** True where two dates may be one day: `--05-28` and `2025-05-28`, `2025-07` and `2025-07-14`. */
export function sameDay(a: string, b: string): boolean {
  const [x, y] = [partsOf(a), partsOf(b)];
  return fit(x.year, y.year) && x.month === y.month && fit(x.day, y.day);
}

const fullness = (date: string): number => (date.startsWith('--') ? 0 : date.length);

/** The fullest of the dates that may be the same day as this one; the earliest of equally full ones. */
export function fullest(date: string, among: readonly string[]): string {
  return among
    .filter((other) => sameDay(date, other))
    .reduce(
      (best, one) => (fullness(one) > fullness(best) || (fullness(one) === fullness(best) && one < best) ? one : best),
      date,
    );
}

/** The days that dates stand for, each once. */
export const distinctDays = (dates: readonly string[]): string[] =>
  [...new Set(dates.map((date) => fullest(date, dates)))].sort();
