import type { Tier } from '../../model/cost.js';
import { withoutBetween } from '../parse/withoutBetween.js';

/** What a row of prices is for, and under which condition, in the table's words ('' for none). */
export interface PriceTitle {
  readonly field: 'input' | 'output' | 'cacheRead';
  readonly band: string;
}

/** "1m input tokens cache miss peak" -> input, "peak"; undefined for a row of something else. */
export function priceTitle(title: string): PriceTitle | undefined {
  const [words, kind, cache] = /\b1m (input|output) tokens?(?: cache (hit|miss))?/.exec(title) ?? [];
  if (!words) return undefined;
  const band = title
    .replace(words, ' ')
    .replaceAll(/\b(prices?|pricing|hours?)\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return { field: kind === 'output' ? 'output' : cache === 'hit' ? 'cacheRead' : 'input', band };
}

/** The band that is the model's price: the one without a condition, else the one of most hours of the day. */
export const baseBand = (bands: readonly string[]): string | undefined =>
  [/^$/, /^(standard|regular|normal)\b/, /^off peak\b/].flatMap((words) => bands.filter((band) => words.test(band)))[0];

/** When a band's price holds: in the hours of its own label, in the peak hours of the page, else as it is called. */
export function whenOf(band: string, peaks: readonly Tier['when'][]): Tier['when'][] {
  const [, ...hours] = /\butc (\d\d) (\d\d) (\d\d) (\d\d)\b/.exec(band) ?? [];
  const [from, fromMinute, to, toMinute] = hours;
  if (to) return [{ timeUtc: `${from}:${fromMinute}-${to}:${toMinute}` }];
  return band === 'peak' && peaks.length > 0 ? [...peaks] : [{ variant: band }];
}

/**
 * "Peak hours are 01:00 - 04:00 and 06:00 - 10:00 UTC, Monday through Friday." -> both, on `mon-fri`; nothing where the
 * page tells them in another zone of time.
 */
export function peakHoursIn(body: string): Tier['when'][] {
  const words = withoutBetween(body, '<', '>', ' ').replaceAll(/\s+/g, ' ');
  const sentence =
    words
      .split(/[.;]/)
      .flatMap((said) => /(?:^|[^-\w])peak hours(.*)$/is.exec(said)?.[1] ?? [])
      .find((said) => /\bUTC\b(?!\s*[+-]\s*\d)/.test(said)) ?? '';
  const hours = [...sentence.matchAll(/(\d{1,2}:\d{2})\s*(?:-|–|—|to)\s*(\d{1,2}:\d{2})/g)];
  const but = /\b(?:except|excluding)\b[^,()]*/i.exec(sentence)?.[0].trim();
  const days = daysIn(sentence);
  return hours.map(([, from = '', to = '']) => ({
    timeUtc: `${from.padStart(5, '0')}-${to.padStart(5, '0')}`,
    ...(days && { days }),
    ...(but && { variant: but }),
  }));
}

/** "Monday through Friday", "weekdays"; undefined where no days are named. */
function daysIn(sentence: string): string | undefined {
  if (/\b(weekdays|working days|workdays)\b/i.test(sentence)) return 'mon-fri';
  if (/\bweekends?\b/i.test(sentence)) return 'sat,sun';
  const day = '(mon|tue|wed|thu|fri|sat|sun)[a-z]*';
  const [, from, to] = new RegExp(String.raw`\b${day}\s*(?:through|to|-|–|—)\s*${day}\b`, 'i').exec(sentence) ?? [];
  return from && to ? `${from}-${to}`.toLowerCase() : undefined;
}
