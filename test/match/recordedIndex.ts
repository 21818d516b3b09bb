import { buildPriceIndex, type PriceIndex } from '../../src/match/priceIndex.js';
import { helicone } from '../../src/sources/prices/helicone.js';
import { openRegistry } from '../../src/store/registry.js';
import { recordedPrices } from './prices.js';

const { modelOf } = await openRegistry();

/** Helicone's recorded list as a run indexes it. */
export const recordedIndex = (): PriceIndex => buildPriceIndex(helicone, recordedPrices(), {}, modelOf);
