/** The interval in which the true share lies with 95 % (Wilson's score). */
export function wilson(right: number, given: number): readonly [number, number] {
  if (given === 0) return [0, 1];
  const z = 1.96;
  const share = right / given;
  const middle = share + (z * z) / (2 * given);
  const spread = z * Math.sqrt((share * (1 - share)) / given + (z * z) / (4 * given * given));
  const scale = 1 + (z * z) / given;
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}
