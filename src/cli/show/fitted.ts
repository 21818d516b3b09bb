/** Of a frame: a line before each column and one after the last. */
const line = 1;

/** A column of a table, blanks beside the words counted. */
export interface Column {
  /** As wide as its widest cell. */
  readonly width: number;
  /** Below this it is hard to read. */
  readonly least: number;
  /** The lower, the sooner it is left out; none where it always stays. */
  readonly givesWay?: number | undefined;
}

const frame = (columns: readonly number[]): number => columns.reduce((sum, width) => sum + width + line, line);

/**
 * The columns of a table, by their number, that a terminal has room for, each with its width: as wide as its words where
 * there is room, else those that may give way are left out until the rest can be read, and the widest give way first. All
 * of them as they are where the width is not known.
 */
export function fitted(all: readonly Column[], columns: number | undefined): { readonly at: number; width: number }[] {
  let kept = all.map((column, at) => ({ ...column, at }));
  const isOver = (by: 'width' | 'least'): boolean => !!columns && frame(kept.map((column) => column[by])) > columns;
  while (isOver('least')) {
    const [next] = kept.filter(({ givesWay }) => givesWay !== undefined).sort((a, b) => order(a) - order(b));
    if (!next) break;
    kept = kept.filter((column) => column !== next);
  }
  const made = kept.map(({ at, width, least }) => ({ at, width, least }));
  while (columns && frame(made.map(({ width }) => width)) > columns) {
    const widest = widestOf(made.filter(({ width, least }) => width > least)) ?? widestOf(made);
    if (!widest || widest.width <= narrowest) break;
    widest.width -= 1;
  }
  return made.map(({ at, width }) => ({ at, width }));
}

/** What is narrower holds no word. */
const narrowest = 4;
const order = ({ givesWay = Infinity }: Column): number => givesWay;

function widestOf<Made extends { readonly width: number }>(some: readonly Made[]): Made | undefined {
  return some.reduce<Made | undefined>(
    (widest, one) => (widest && widest.width >= one.width ? widest : one),
    undefined,
  );
}
