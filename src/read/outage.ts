import { BehaviorSubject, filter, type Observable } from 'rxjs';

/** What is known of the network as a whole. */
export interface Outage {
  readonly isDown: boolean;
  /** Emits when the network counts as down, at once where it already does. */
  readonly down: Observable<unknown>;
  /** A host was reached, whatever came of it: there is a network. */
  reached(): void;
  /** A place could not be reached, or said nothing in time; the same place twice counts once. */
  missed(place: string): void;
}

/** So many places can hardly be out of reach each for a reason of its own. */
const leastMissed = 3;

/** Concludes from three different places missed and none ever reached that the network is down. */
export function watchOutage(): Outage {
  const places = new Set<string>();
  const state = new BehaviorSubject(false);
  let everReached = false;

  return {
    get isDown() {
      return state.value;
    },
    down: state.pipe(filter(Boolean)),
    reached() {
      everReached = true;
      if (state.value) state.next(false);
    },
    missed(place) {
      places.add(place);
      if (!everReached && !state.value && places.size >= leastMissed) state.next(true);
    },
  };
}
