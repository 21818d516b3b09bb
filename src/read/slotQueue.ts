import { asapScheduler, asyncScheduler } from 'rxjs';
import type { Span } from '../model/times.js';

/** The place of a source among those that are read. */
export interface Place {
  /** Has a slot. */
  isReading: boolean;
  /** Started by whoever runs the sources, and not ended. */
  isHeld: boolean;
  /** Waits for the work of others: it left on its own account. */
  isAside: boolean;
  /** Read, and neither done nor waiting for anybody: it counts until it is. */
  isBehind: boolean;
  /** Takes back that it is going to ask hosts: it asks them, or will not. */
  meansToAsk: () => void;
  /** Requests of its own that are not answered. */
  underWay: number;
  /** Requests of others that it waits for. */
  others: number;
  /** Its requests that wait for a slot. */
  readonly waiting: Set<() => void>;
  /** When it got the slot that it has, in ms since 1970. */
  since: number;
  /** How long it had slots before, in ms. */
  ms: number;
  /** When it had them, when a request of its waited to be made again, and when something was made of what came: ms since 1970. */
  readonly had: Span[];
  readonly paused: Span[];
  readonly worked: Span[];
}

export const newPlace = (): Place => ({
  ...{ isReading: false, isHeld: false, isAside: false, isBehind: false },
  meansToAsk: () => undefined,
  ...{ underWay: 0, others: 0, waiting: new Set(), since: 0, ms: 0 },
  ...{ had: [], paused: [], worked: [] },
});

/** How long it has had slots so far, in ms; a clock that was set back in between has held one for no time. */
export const msOf = ({ isReading, since, ms }: Place): number =>
  ms + (isReading ? Math.max(0, asyncScheduler.now() - since) : 0);

/** The time in which it has the slot that it has; `now` is ms since 1970. */
export const spanNow = ({ isReading, since }: Place, now: number): Span[] => (isReading ? [[since, now]] : []);

/** Who gets a slot, and when. */
export interface SlotQueue {
  /**
   * Calls `start` once there is a slot; gives what takes that back. Who would only wait (`isHeldUp`) lets those pass that
   * would not; it is called where none is left that would not, once all have come that come at the same instant.
   */
  readonly enter: (place: Place, start: () => void, isHeldUp?: () => boolean) => () => void;
  /** Calls `go` once a place that has begun has a slot again, before any that has not; gives what takes that back. */
  readonly reenter: (place: Place, go: () => void) => () => void;
  /** Gives the slot of a place to another, where none of its own requests is under way, and counts it anew. */
  readonly giveUp: (place: Place) => void;
}

/** A queue for `limit` slots, in which no new place starts while more are behind. */
export function slotQueue(limit: number): SlotQueue {
  /** Those that have not begun, and whether they would only wait. */
  const fresh = new Map<() => void, () => boolean>();
  const again = new Set<Place>();
  const count = { reading: 0, behind: 0 };
  const next = (ofThose: typeof firstFree) => (): (() => void) | undefined => {
    if (count.reading >= limit) return undefined;
    const [place] = again;
    const start = count.behind <= limit ? ofThose(fresh) : undefined;
    return place ? () => resume(place) : start && (() => (fresh.delete(start), start()));
  };
  const serveFree = server(next(firstFree));
  const serve = server(next((waiting) => firstFree(waiting) ?? waiting.keys().next().value));
  const resume = (place: Place) => {
    again.delete(place);
    take(place, count);
    const waiting = [...place.waiting];
    place.waiting.clear();
    for (const go of waiting) go();
  };
  return {
    enter: (place, start, isHeldUp = () => false) => {
      const begin = () => {
        Object.assign(take(place, count), { isHeld: true });
        start();
      };
      fresh.set(begin, isHeldUp);
      serveFree();
      if (fresh.has(begin)) asapScheduler.schedule(serve);
      return () => fresh.delete(begin);
    },
    reenter: (place, go) => {
      place.waiting.add(go);
      again.add(place);
      serve();
      return () => place.waiting.delete(go) && place.waiting.size === 0 && again.delete(place);
    },
    giveUp: (place) => (free(place, count), serve()),
  };
}

/** The first that would not only wait. */
function firstFree(waiting: ReadonlyMap<() => void, () => boolean>): (() => void) | undefined {
  for (const [start, isHeldUp] of waiting) if (!isHeldUp()) return start;
  return undefined;
}

/** Does what `next` gives until it gives nothing: a loop, for sources that end at once would recurse from one to the next. */
function server(next: () => (() => void) | undefined): () => void {
  let isServing = false;
  return () => {
    if (isServing) return;
    isServing = true;
    for (let go = next(); go; go = next()) go();
    isServing = false;
  };
}

interface Count {
  reading: number;
  behind: number;
}

function take(place: Place, count: Count): Place {
  if (place.isReading) return place;
  count.reading += 1;
  return Object.assign(place, { isReading: true, since: asyncScheduler.now() });
}

function free(place: Place, count: Count): void {
  if (place.isReading && place.underWay === 0) {
    place.had.push(...spanNow(place, asyncScheduler.now()));
    Object.assign(place, { isReading: false, ms: msOf(place) });
    count.reading -= 1;
  }
  const isBehind = place.isHeld && !place.isReading && !place.isAside && place.others === 0;
  if (isBehind !== place.isBehind) count.behind += isBehind ? 1 : -1;
  place.isBehind = isBehind;
}
