import type { CostField } from '../model/cost.js';
import type { Full } from './disjoint.js';

/** A part of a whole, by the names under which it is billed. */
type Names = readonly (CostField & keyof Full)[];

const partsOf: Readonly<Record<'input' | 'output', readonly Names[]>> = {
  input: [['cacheRead', 'cacheWrite'], ['inputAudio'], ['inputImage']],
  output: [['reasoning'], ['outputAudio'], ['outputImage']],
};

/** The whole that its parts don't fit into, and those of them that are larger than it; all where only their sum is. */
export function contradictions(counts: Full, whole: 'input' | 'output'): CostField[] {
  const sizeOf = (names: Names): number => names.reduce((all, name) => all + counts[name], 0);
  const larger = partsOf[whole].filter((names) => sizeOf(names) > counts[whole]);
  const parts = larger.length > 0 ? larger : partsOf[whole];
  return [whole, ...parts.flat().filter((name) => counts[name] > 0)];
}
