import { scaledBy } from '../../parse/money.js';
import type { Price } from './row.js';

const cents = scaledBy(1, 100);

/** USD of one, for a price in cents. */
export const usd = ({ price }: Price): number | null => cents(price);
