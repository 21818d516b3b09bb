/** How long the bars of a chart are, as a share (0…1) of the longest. */
export interface Scale {
  readonly name: 'linear' | 'log';
  readonly share: (value: number) => number;
}

/** More times the least than this leave little to be seen of it on a linear scale. */
const widestLinear = 10;
/** The share of the least value on a scale that has no zero. */
const least = 0.1;

/** A scale for positive values: from zero where the least can be seen beside the largest, else by their logarithms. */
export function scaleOf(values: readonly number[]): Scale {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (!(high > low * widestLinear)) return { name: 'linear', share: (value) => value / high };
  const spread = Math.log(high / low);
  return { name: 'log', share: (value) => least + (1 - least) * (Math.log(value / low) / spread) };
}
