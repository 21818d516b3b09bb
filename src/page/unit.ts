import type { Place } from './hash.js';
import type { Unit } from './money.js';

/** For how many tokens prices are shown, by the address. */
export const unitIn = (chosen: Place['chosen']): Unit => (chosen['unit'] === '1K' ? '1K' : '1M');
