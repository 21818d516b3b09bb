import type { Page } from '../../model/page.js';
import { englishDay } from './dates.js';

/** First and last day that a price holds; both open where it always does. */
export interface Term {
  readonly from?: string;
  readonly until?: string;
}

/** What a text says of when a price holds: "through December 31, 2026", "starting January 1, 2027". */
export function termOf(text: string): Term {
  const from = dayAfter(text, /\b(?:starting|beginning|effective|from|as of|since)\b/i);
  const until = dayAfter(text, /\b(?:through|until|till|ending|ends)\b/i);
  return { ...(from && { from }), ...(until && { until }) };
}

/** The whole day right behind a word, as far as the next such word. */
function dayAfter(text: string, word: RegExp): string | null {
  const found = word.exec(text);
  if (!found) return null;
  const rest = text
    .slice(found.index + found[0].length)
    .split(/\b(?:through|until|till|starting|beginning|from|to)\b/i);
  const day = englishDay(rest[0]);
  return day?.length === 10 ? day : null;
}

/** Whether a price holds on a day. */
export const holdsOn = ({ from, until }: Term, day: string): boolean =>
  (from === undefined || from <= day) && (until === undefined || day <= until);

/** Whether the text binds a price to days at all. */
export const isDated = ({ from, until }: { readonly [Day in keyof Term]: Term[Day] | undefined }): boolean =>
  from !== undefined || until !== undefined;

/** The day that a page shows. */
export const dayOf = (page: Page): string => page.fetchedAt.slice(0, 10);
