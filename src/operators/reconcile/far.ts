import type { Move } from '../../sources/kind.js';

/** A price that moves further than this from one reading to the next is more likely misread than changed. */
const farthest = 5;

/** Whether a price moved by more than five times, up or down; one that is new, gone or free now did not. */
export const isFar = ({ was, is }: Pick<Move, 'was' | 'is'>): boolean =>
  was > 0 && is > 0 && (is > was * farthest || was > is * farthest);
