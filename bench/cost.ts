import { inside } from './inside.js';
import { sharedRun } from './program.js';

export const cost = async () => inside('cost', 'cost', await sharedRun());
export const short = async () => inside('cost', 'short', await sharedRun());
