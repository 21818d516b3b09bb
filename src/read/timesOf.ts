import type { Span, Times } from '../model/times.js';
import { type Place, spanNow } from './slotQueue.js';

/** More of a kind nobody tells apart, and a list of a thousand pages has as many. */
const mostSpans = 20;

/** What is known of a place, all in ms since 1970, as a run tells it that began at `zero`; `now` is its end. */
export function timesOf(place: Place, zero: number, now: number): Times {
  const told = (spans: readonly Span[]) => spansSince(spans, zero, now);
  return {
    fetching: told([...place.had, ...spanNow(place, now)]),
    retrying: told(place.paused),
    parsing: told(place.worked),
    endedMs: Math.max(0, Math.round(now - zero)),
  };
}

/**
 * Times in their order, in whole ms since `zero` and none after `now`. Those that touch are one, those that took no time are
 * none, and of too many those nearest to each other are one.
 */
export function spansSince(spans: readonly Span[], zero: number, now: number): Span[] {
  const inRun = (at: number): number => Math.round(Math.min(Math.max(at, zero), now) - zero);
  const joined: [from: number, to: number][] = [];
  for (const [from, to] of spans.map(([a, b]) => [inRun(a), inRun(b)] as const).toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (to <= from) continue;
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return nearestJoined(joined);
}

function nearestJoined(spans: readonly Span[]): Span[] {
  const gaps = spans.slice(1).map(([from], i) => ({ i: i + 1, ms: from - (spans[i]?.[1] ?? 0) }));
  const parts = gaps.toSorted((a, b) => b.ms - a.ms || a.i - b.i).slice(0, mostSpans - 1);
  const starts = new Set(parts.map(({ i }) => i));
  return spans.reduce<Span[]>((some, [from, to], i) => {
    const last = some.at(-1);
    return last && !starts.has(i) ? [...some.slice(0, -1), [last[0], to]] : [...some, [from, to]];
  }, []);
}
