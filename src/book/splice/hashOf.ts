/** The prime of FNV-1a. */
export const hashPrime = 0x01000193;

/** A hash of some bytes, four at a time. */
export function hashOf(bytes: DataView, from: number, to: number): number {
  let hash = to - from;
  const last = to - 4;
  if (last < from) {
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes.getUint8(at), hashPrime);
    return hash;
  }
  for (let at = from; at < last; at += 4) hash = Math.imul(hash ^ bytes.getInt32(at, true), hashPrime);
  // The last four again in part, where there is no multiple of four.
  return Math.imul(hash ^ bytes.getInt32(last, true), hashPrime);
}
