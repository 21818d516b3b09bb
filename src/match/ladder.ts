import { contains } from './contains.js';
import { exact } from './exact.js';
import { similar } from './similar.js';
import { type ModelOf, sameModel } from './sameModel.js';
import type { Strategy } from './strategy.js';

/** The strategies, the surest first: the first that finds a row decides. */
export const ladder: readonly Strategy[] = [exact, contains, similar];

/** The same with a step behind them that asks a registry which model a name is; without one there is no such step. */
export const ladderWith = (modelOf: ModelOf | undefined): readonly Strategy[] =>
  modelOf ? [...ladder, sameModel(modelOf)] : ladder;
