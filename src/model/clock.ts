const dayMs = 24 * 3_600_000;

/** A day before which no run of this version is: the newest of its recordings is younger. */
export const madeAt = Date.UTC(2026, 8, 1);

/** Nobody runs a version so old. */
const latestAt = madeAt + 10 * 365 * dayMs;

/** Clocks that are set at all, be it to another zone, differ by less. */
export const clocksApartMs = dayMs;

/** Whether a clock that says so, in ms since 1970, may be right: it says neither 1970 nor 2099. */
export const isPlausible = (ms: number): boolean => ms >= madeAt && ms <= latestAt;

/** The time by this machine's clock (ms since 1970), or, where that can't be right, the earliest that it can be. */
export const believedNow = (localMs: number): number => (isPlausible(localMs) ? localMs : madeAt);

/**
 * An ISO date of an earlier run as it can be believed now: one from the future was written under a wrong clock, and would hold
 * for as long as that one was ahead, so it counts as of now. Where it is this machine's clock that is wrong it can't tell,
 * and leaves what may be right.
 */
export function notFromTheFuture(iso: string, localMs: number): string {
  const latest = isPlausible(localMs) ? localMs + clocksApartMs : latestAt;
  return Date.parse(iso) > latest ? new Date(believedNow(localMs)).toISOString() : iso;
}
