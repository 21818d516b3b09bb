/** What a part of the bench gives: one measure of ours beside its floor or a peer. */
export interface Figure {
  /** What is measured. */
  readonly what: string;
  /** What it is measured against; by default what the whole part is. */
  readonly floor?: string;
  /** Our own time, size or count in words. */
  readonly ours?: string;
  /** Ours divided by the floor, in one run. */
  readonly ratio: number;
  /** What the ratio may be at most; null or missing where nobody asked for one. */
  readonly bar?: number | null;
  /** Megabytes, at most. */
  readonly memory?: number;
}

/** A line of the table. */
export interface Row {
  readonly part: string;
  readonly what: string;
  readonly floor: string;
  readonly ours: string;
  readonly ratio: number;
  readonly bar: number | null;
  readonly memory: number | null;
}

/** A figure as a line of the table. */
export const rowOf = (part: string, floor: string, figure: Figure): Row => ({
  part,
  what: figure.what,
  floor: figure.floor ?? floor,
  ours: figure.ours ?? '',
  ratio: figure.ratio,
  bar: figure.bar ?? null,
  memory: figure.memory ?? null,
});

/** Whether a row is above its bar, or no number at all. */
export const isOver = ({ ratio, bar }: Row): boolean => !Number.isFinite(ratio) || (bar !== null && ratio > bar);

/** A ratio to three digits: `0.0238`, `1.12`, `42`. */
export const shownRatio = (ratio: number): string => String(Number(ratio.toPrecision(3)));

/** The middle of some numbers, the upper of two; NaN of none. */
export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
