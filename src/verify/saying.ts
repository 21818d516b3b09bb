import type { Difference } from './difference.js';
import type { Leaf } from './leafDifferences.js';

/** A leaf as a difference; `evidence` says where the right value stands. */
export const saying = (file: string, { path, says, is }: Leaf, evidence = ''): Difference => ({
  file,
  what: path.join('.'),
  detail: `says ${shown(says)}, the body says ${shown(is)}${evidence}`,
});

const longest = 80;

/** A value in short. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
