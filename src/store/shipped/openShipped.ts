import { partIn, wordsIn } from '../../book/offerTexts.js';
import type { PriceFile } from '../../model/priceFile.js';
import type { WrittenTable } from '../writtenTable.js';
import { type Packed, unpacked } from './packed.js';

/**
 * What a run of the recordings leaves, as it came with the program; undefined where what is there was made by another one, as
 * while somebody works on it. Loaded when it is wanted, for it is large: most who ask want no more than the settled offers.
 */
export async function openShipped(): Promise<WrittenTable | undefined> {
  const { files: enriched } = await import('./enriched.js');
  if (Object.keys(enriched).length === 0) return undefined;
  const raw = async () => (await import('./raw.js')).files;
  const prices = async () => (await import('./prices.js')).files;
  const read = <T>(files: Packed, id: string, use: (json: Buffer) => T): T | undefined => {
    const json = unpacked(files, id);
    return json && use(json);
  };
  return {
    providers: new Set(Object.keys(enriched)),
    options: {},
    part: (id, use = partIn) => Promise.resolve(read(enriched, id, use)),
    raw: async (id) => read(await raw(), id, partIn),
    words: async (id) => read(await raw(), id, wordsIn),
    lists: async () => Object.keys(await prices()),
    list: async (id) => read(await prices(), id, (json) => JSON.parse(json.toString('utf8')) as PriceFile),
    isOfRaw: (id) => Promise.resolve(Object.hasOwn(enriched, id)),
    isOfOverrides: () => Promise.resolve(true),
  };
}
