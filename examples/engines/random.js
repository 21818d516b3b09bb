/** A seeded source of chance: the same seed, the same data. */
export function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    /** Whether something happens that has this chance. */
    chance: (share) => next() < share,
    /** A whole number from `low` to `high`, both included. */
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    /** As likely between 1 and 10 as between 10 and 100. */
    scaled: (low, high) => low * (high / low) ** next(),
    pick: (all) => all[Math.floor(next() * all.length)],
  };
}
