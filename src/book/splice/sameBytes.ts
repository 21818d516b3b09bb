/** Whether so many bytes are the same at a place in one memory and at a place in another. */
export function sameBytes(one: DataView, from: number, other: DataView, at: number, length: number): boolean {
  const last = length - 4;
  if (last < 0) {
    for (let i = 0; i < length; i++) if (one.getUint8(from + i) !== other.getUint8(at + i)) return false;
    return true;
  }
  for (let i = 0; i < last; i += 4) if (one.getInt32(from + i, true) !== other.getInt32(at + i, true)) return false;
  // The last four again in part, where there is no multiple of four.
  return one.getInt32(from + last, true) === other.getInt32(at + last, true);
}
