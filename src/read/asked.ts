import { asapScheduler, defer, Observable } from 'rxjs';
import type { Activity } from '../model/activity.js';
import type { SourceRef } from '../model/events.js';
import type { Page } from '../model/page.js';
import type { HostsAsked } from './hostsAsked.js';
import type { Place, SlotQueue } from './slotQueue.js';

/** A source, its place, and who hears of what it does. */
export interface Told {
  readonly who: SourceRef;
  readonly place: Place;
  readonly queue: SlotQueue;
  readonly tell: (activity: Activity) => void;
}

/** A request, and what is known of all others. */
export interface Asking extends Told {
  /** Requests of all sources, each with the one whose it is. */
  readonly underWay: Map<string, SourceRef>;
  readonly hosts: HostsAsked;
  /** The one that is asked. */
  readonly host: string;
}

/** A request; it is its source's own where nobody else has the same under way. */
export const asked = (request: Observable<Page>, key: string, asking: Asking): Observable<Page> =>
  defer(() => {
    if (asking.underWay.has(key)) return counted(request, 'others', asking, key);
    const own = counted(request, 'underWay', asking, key);
    return asking.place.isReading ? own : reentered(own, asking);
  });

const reentered = <T>(source: Observable<T>, { who, place, queue, tell }: Asking): Observable<T> =>
  new Observable((subscriber) => {
    tell({ ...who, type: 'waiting', for: 'turn' });
    subscriber.add(queue.reenter(place, () => subscriber.add(source.subscribe(subscriber))));
  });

/** A request that counts while it runs: as the source's own, or as that of others. */
const counted = (
  request: Observable<Page>,
  as: 'underWay' | 'others',
  { who, place, queue, tell, underWay, hosts, host }: Asking,
  key: string,
): Observable<Page> =>
  new Observable((subscriber) => {
    // Once all has begun that begins at the same instant: the pages beside it, or the next one of its list.
    const giveUpSoon = () => asapScheduler.schedule(() => queue.giveUp(place));
    place[as] += 1;
    const isOwn = as === 'underWay';
    const answered = isOwn ? hosts.count([host]) : () => undefined;
    if (isOwn) underWay.set(key, who);
    place.meansToAsk();
    tell({ ...who, type: 'asked', request: key });
    subscriber.add(() => {
      place[as] -= 1;
      if (isOwn) underWay.delete(key);
      answered();
      tell({ ...who, type: 'answered', request: key });
      giveUpSoon();
    });
    subscriber.add(request.subscribe(subscriber));
    if (!isOwn) giveUpSoon();
  });
