import { clocksApartMs, isPlausible, madeAt } from '../model/clock.js';

/** What the hosts that were asked say of this machine's clock. */
export interface ClockWatch {
  /**
   * The time (ms since 1970) at which a host answered, by this machine's clock, or by the host's where most hosts deny ours
   * or it can't be right. `said` is the host's time, undefined where it says none.
   */
  answered(host: string, said: number | undefined): number;
  /** What is wrong with this machine's clock, in one line; null where it seems right. */
  readonly fault: string | null;
}

/** Compares this machine's clock with those of hosts; a host counts once, and one that is itself far off not at all. */
export function watchClock(now: () => number = Date.now): ClockWatch {
  /** By how much each host is ahead of us, in ms. */
  const ahead = new Map<string, number>();

  const denying = (): number[] =>
    [...ahead.values()].filter((ms) => Math.abs(ms) > clocksApartMs).sort((a, b) => a - b);
  const isDenied = (): boolean => denying().length * 2 > ahead.size;
  const middle = (): number | undefined => (isDenied() ? denying()[denying().length >> 1] : undefined);

  return {
    answered(host, said) {
      const local = now();
      const isSaid = said !== undefined && isPlausible(said);
      if (isSaid) ahead.set(host, said - local);
      const by = middle();
      if (isPlausible(local)) return by === undefined ? local : local + by;
      return isSaid ? said : by === undefined ? madeAt : local + by;
    },
    get fault() {
      const local = now();
      const by = middle();
      if (by === undefined && isPlausible(local)) return null;
      const theirs = by === undefined ? 'which can not be' : `the hosts that were asked say ${dayOf(local + by)}`;
      return `this machine's clock says ${dayOf(local)}, ${theirs}: set it right`;
    },
  };
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
