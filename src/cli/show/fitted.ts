/** Of a frame: a line before each column and one after the last, and a blank on either side of a text. */
const frame = 3;
const least = 8;

/**
 * Widths of the columns of a table, so that it is at most `columns` wide: the widest give way first.
 * Undefined where it fits as it is, or the width is not known.
 */
export function fitted(rows: readonly (readonly string[])[], columns: number | undefined): number[] | undefined {
  if (!columns) return undefined;
  const widths = (rows[0] ?? []).map((_, i) =>
    Math.max(...rows.flatMap((row) => (row[i] ?? '').split('\n').map(({ length }) => length))),
  );
  let over = widths.reduce((sum, width) => sum + width + frame, 1) - columns;
  if (over <= 0) return undefined;
  for (; over > 0; over--) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= least) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths.map((width) => width + frame - 1);
}
