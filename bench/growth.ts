import { inside } from './inside.js';

export const growth = () => inside('growth');
export const short = () => inside('growth', 'short');
