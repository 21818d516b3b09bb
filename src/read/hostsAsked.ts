/** Which hosts are being asked. */
export interface HostsAsked {
  /** Counts some as asked; gives what takes that back, once. */
  readonly count: (some: readonly string[]) => () => void;
  /** Whether any of them is asked. */
  readonly isAny: (some: readonly string[]) => boolean;
}

export function hostsAsked(): HostsAsked {
  const counts = new Map<string, number>();
  const add = (some: readonly string[], by: number) => {
    for (const host of some) counts.set(host, (counts.get(host) ?? 0) + by);
  };
  return {
    isAny: (some) => some.some((host) => (counts.get(host) ?? 0) > 0),
    count: (some) => {
      let isCounted = true;
      add(some, 1);
      return () => {
        if (isCounted) add(some, -1);
        isCounted = false;
      };
    },
  };
}
