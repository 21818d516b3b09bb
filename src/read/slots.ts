import { asyncScheduler, type MonoTypeOperatorFunction, Observable, Subject } from 'rxjs';
import type { Activity } from '../model/activity.js';
import type { SourceRef } from '../model/events.js';
import type { Times } from '../model/times.js';
import { asked, type Told } from './asked.js';
import { atWork } from './atWork.js';
import type { Network } from './network.js';
import { hostOf } from './hostOf.js';
import { type HostsAsked, hostsAsked } from './hostsAsked.js';
import { requestKey } from './requestKey.js';
import { msOf, newPlace, type Place, slotQueue, type SlotQueue } from './slotQueue.js';
import { timesOf } from './timesOf.js';

/** A source. */
type Who = SourceRef;

/** What a source asks its pages of. */
type Asked = Pick<Network, 'fetch' | 'canUse' | 'hideIn'>;

/** Whoever notes when a source was at work. */
export interface Working {
  /** An operator that notes how long is worked on each value. Default: nobody notes it. */
  readonly working?: (<T>() => MonoTypeOperatorFunction<T>) | undefined;
}

/** So many sources are read at a time. Each is known by its kind and id. */
export interface Slots {
  /** Gives an operator that subscribes to what a source does once there is a slot for it; `hosts` are those that it asks at first. */
  readonly hold: (who: Who, hosts?: readonly string[]) => <T>() => MonoTypeOperatorFunction<T>;
  /** The network as a source asks it. */
  readonly network: (who: Who, network: Asked) => Asked & Working;
  /** Gives an operator for what a source waits for that is the work of others: until it comes it has no slot. */
  readonly aside: (who: Who) => <T>() => MonoTypeOperatorFunction<T>;
  /** How long a source has had a slot so far, in ms: about the time that its requests took. */
  readonly heldMs: (who: Who) => number;
  /** Notes until when (ms since 1970) a request of a source waits to be made again. */
  readonly pause: (who: Who, until: number) => void;
  /** Gives an operator that notes how long is worked on each value for a source. */
  readonly working: (who: Who) => <T>() => MonoTypeOperatorFunction<T>;
  /** When what happened to a source so far. */
  readonly times: (who: Who) => Times;
  /** What the sources do, as it happens; never ends. */
  readonly activity: Observable<Activity>;
  /** The source that has a request under way, by the key of the request. */
  readonly whose: (key: string) => Who | undefined;
}

/**
 * Opens `limit` slots in a run that began at `zero` (ms since 1970; default: now). A source has one from its start until all its requests are answered, so that the next one's go out
 * before anything is made of the answers; a source without requests has it until its end. Who asks again later, because
 * what came can't be read, waits for a slot before all who have not begun. A request that another source has under way is
 * that one's: who waits for it alone has no slot.
 *
 * A host answers a few requests at a time: sources that begin at one that is being asked let others pass.
 *
 * No source starts while more than `limit` others are read and not done: what is slow behind the network holds it back. Those who
 * step aside, to wait for others, hold back nobody.
 *
 * ```
 * request a  --A|               limit 1
 * request b    -B|              begins when a's is answered
 * a          -----(a|)
 * b          ----(b|)
 * c              -(c|)          not before b is done: they would be two behind
 * ```
 */
export function openSlots(limit: number, zero: number = asyncScheduler.now()): Slots {
  const queue = slotQueue(limit);
  const placeOf = openPlaces();
  const underWay = new Map<string, Who>();
  const hosts = hostsAsked();
  const activity = new Subject<Activity>();
  const tell = (one: Activity) => activity.next(one);
  const working =
    (who: Who) =>
    <T>() =>
      atWork<T>((from, to) => placeOf(who).worked.push([from, to]));
  return {
    activity: activity.asObservable(),
    whose: (key) => underWay.get(key),
    hold:
      (who, first = []) =>
      () =>
      (source) =>
        held(source, placeOf(who), { queue, hosts, first }),
    aside: (who) => () => (source) => beside(source, { who, place: placeOf(who), queue, tell }),
    heldMs: (who) => msOf(placeOf(who)),
    pause: (who, until) => placeOf(who).paused.push([asyncScheduler.now(), until]),
    working,
    times: (who) => timesOf(placeOf(who), zero, asyncScheduler.now()),
    network: (who, network) => ({
      fetch: (request, id) =>
        asked(network.fetch(request, id), requestKey(request), {
          ...{ who, place: placeOf(who), queue, tell, underWay, hosts },
          host: hostOf(request.url),
        }),
      canUse: (request) => network.canUse(request),
      hideIn: network.hideIn,
      working: working(who),
    }),
  };
}

/** The place of each source, made when it is first asked for. */
function openPlaces(): (who: Who) => Place {
  const places = new Map<string, Place>();
  return ({ kind, source }) => {
    const key = `${kind}/${source}`;
    const place = places.get(key) ?? newPlace();
    places.set(key, place);
    return place;
  };
}

/** Where a source waits for its slot, and the hosts that it is going to ask. */
interface Held {
  readonly queue: SlotQueue;
  readonly hosts: HostsAsked;
  readonly first: readonly string[];
}

const held = <T>(source: Observable<T>, place: Place, { queue, hosts, first }: Held): Observable<T> =>
  new Observable((subscriber) => {
    const start = () => {
      // Its first request goes out later: others that begin at the same instant know of it now.
      place.meansToAsk = hosts.count(first);
      subscriber.add(() => {
        place.meansToAsk();
        place.isHeld = false;
        queue.giveUp(place);
      });
      subscriber.add(source.subscribe(subscriber));
    };
    subscriber.add(queue.enter(place, start, () => hosts.isAny(first)));
  });

const beside = <T>(source: Observable<T>, { who, place, queue, tell }: Told): Observable<T> =>
  new Observable((subscriber) => {
    subscriber.add(source.subscribe(subscriber));
    if (subscriber.closed) return;
    place.isAside = true;
    tell({ ...who, type: 'waiting', for: 'lists' });
    queue.giveUp(place);
  });
