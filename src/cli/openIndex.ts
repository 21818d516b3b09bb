import { lastValueFrom } from 'rxjs';
import { buildPriceIndex, type PriceIndex } from '../match/priceIndex.js';
import { Failure } from './failure.js';
import type { Options } from './options.js';
import { openPrices } from './prices.js';
import type { Networks } from './settings.js';

/** The price list to look up in. Fails where none can be had: of an empty one every answer would be "no such row". */
export async function openIndex(options: Options, networks: Networks): Promise<PriceIndex> {
  const { list, error } = await lastValueFrom(openPrices(options, networks));
  if (!list) throw new Failure(`there is no price list (${error ?? 'none came'}): name one with --prices`, 1);
  return buildPriceIndex(list.rows);
}
