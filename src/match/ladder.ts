import { contains } from './contains.js';
import { exact } from './exact.js';
import { similar } from './similar.js';
import type { Strategy } from './strategy.js';

/** The strategies, the surest first: the first that finds a row decides. */
export const ladder: readonly Strategy[] = [exact, contains, similar];
