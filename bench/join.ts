import { inside } from './inside.js';

export const join = () => inside('join');
export const short = () => inside('join', 'short');
