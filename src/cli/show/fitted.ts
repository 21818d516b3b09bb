/** Of a frame: a line before each column and one after the last. */
const line = 1;
const least = 10;

/**
 * Widths of the columns of a table, blanks beside the words counted, so that it is at most `columns` wide: the widest give
 * way first. As they are where the width is not known.
 */
export function fitted(widths: readonly number[], columns: number | undefined): number[] {
  const made = [...widths];
  let over = columns ? made.reduce((sum, width) => sum + width + line, line) - columns : 0;
  for (; over > 0; over--) {
    const widest = made.indexOf(Math.max(...made));
    if ((made[widest] ?? 0) <= least) break;
    made[widest] = (made[widest] ?? 0) - 1;
  }
  return made;
}
