import type { PriceList } from '../define.js';
import { helicone } from './helicone.js';

/** Every price list, the one that is asked first at the head. */
export const priceLists: readonly PriceList[] = [helicone];
