import { hashOf } from '../hash.js';
import type { Choose } from '../usePlace.js';
import type { Point } from './priceContext.js';

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowUp: 10, ArrowDown: -10 };

interface Walk {
  readonly shown: readonly Point[];
  readonly at: Point | undefined;
  readonly choose: Choose;
}

/** Where a key leads: to another point by its number of them, to the ends, or nowhere. */
export function nextPlace(key: string, from: number, count: number): number | undefined {
  const to = key === 'Home' ? 0 : key === 'End' ? count - 1 : from + (steps[key] ?? NaN);
  return Number.isNaN(to) || count === 0 ? undefined : Math.min(Math.max(to, 0), count - 1);
}

/** Goes from point to point by the arrow keys, and to the offer by Enter. */
export function stepped(event: KeyboardEvent, { shown, at, choose }: Walk): void {
  if (event.key === 'Enter' && at) location.hash = hashOf({ view: 'offer', of: at.offer.key });
  const to = nextPlace(event.key, at ? shown.indexOf(at) : -1, shown.length);
  if (to === undefined) return;
  event.preventDefault();
  choose({ at: shown[to]?.offer.key ?? '' });
}
