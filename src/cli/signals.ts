import type { Observer, Subscribable, Unsubscribable } from 'rxjs';

const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * The first signal that asks the process to end: heard to the end once someone listens, so that a file under way is finished
 * or taken back; told to whoever listens later, too. Before, and after the first, signals end the process as they always do.
 */
export class Signals implements Subscribable<unknown> {
  readonly #listeners = new Set<Partial<Observer<unknown>>>();
  #isHearing = false;
  #isStopped = false;

  constructor(private readonly from: Pick<NodeJS.Process, 'on' | 'removeListener'> = process) {}

  /** Whether one came. */
  readonly isStopped = (): boolean => this.#isStopped;

  subscribe(listener: Partial<Observer<unknown>>): Unsubscribable {
    if (this.#isStopped) tell(listener);
    else this.#listeners.add(listener);
    if (!this.#isHearing) for (const name of names) this.from.on(name, this.#hear);
    this.#isHearing = true;
    return { unsubscribe: () => void this.#listeners.delete(listener) };
  }

  /** Acts a turn later, because proper-lockfile ends the process where it finds itself to be the only one who listens. */
  readonly #hear = (): void => queueMicrotask(() => this.#stop());

  #stop(): void {
    if (this.#isStopped) return;
    for (const name of names) this.from.removeListener(name, this.#hear);
    this.#isStopped = true;
    for (const listener of this.#listeners) tell(listener);
  }
}

function tell(listener: Partial<Observer<unknown>>): void {
  listener.next?.(undefined);
  listener.complete?.();
}
