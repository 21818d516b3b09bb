import { scaled } from '../../parse/money.js';
import type { Price } from './row.js';

/** USD of one, for a price in cents. */
export const usd = ({ price }: Price): number | null => scaled(price, 1, 100);
