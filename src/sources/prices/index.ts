import type { PriceList } from '../define.js';
import { genaiPrices } from './genaiPrices.js';
import { helicone } from './helicone.js';
import { litellm } from './litellm.js';
import { modelsDev } from './modelsDev.js';
import { portkey } from './portkey.js';

/** Every price list, the one that is asked first at the head. */
export const priceLists: readonly PriceList[] = [helicone, litellm, modelsDev, genaiPrices, portkey];
