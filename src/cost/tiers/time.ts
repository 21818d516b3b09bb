import type { When } from './when.js';

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const minutesOfDay = 24 * 60;

/** Whether a moment is on one of these days of the week and in these hours, in UTC, and on or between these days. */
export function isWithin({ days, timeUtc, from, until }: When, at: Date): boolean {
  const day = at.toISOString().slice(0, 10);
  const minute = at.getUTCHours() * 60 + at.getUTCMinutes();
  return (
    (days === undefined || daysIn(days).has(at.getUTCDay())) &&
    (timeUtc === undefined || isInHours(timeUtc, minute)) &&
    (from === undefined || day >= from) &&
    (until === undefined || day <= until)
  );
}

/** Days of the week from 0, Sunday: `mon-fri`, `sat,sun`, `fri-mon`. */
export function daysIn(days: string): Set<number> {
  const all = new Set<number>();
  for (const range of days.split(',')) {
    const [first = -1, last = first] = range.split('-').map((name) => weekdays.indexOf(name));
    for (let day = first; ; day = (day + 1) % 7) {
      all.add(day);
      if (day === last || all.size > 7) break;
    }
  }
  return all;
}

/** Start and length in minutes of `22:00-02:00`. */
export function hoursIn(timeUtc: string): { start: number; minutes: number } {
  const [start = 0, end = 0] = timeUtc.split('-').map((time) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return hours * 60 + minutes;
  });
  return { start, minutes: (end - start + minutesOfDay) % minutesOfDay || minutesOfDay };
}

function isInHours(timeUtc: string, minute: number): boolean {
  const { start, minutes } = hoursIn(timeUtc);
  return (minute - start + minutesOfDay) % minutesOfDay < minutes;
}
