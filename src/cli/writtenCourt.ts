import { buildPriceIndex } from '../match/priceIndex.js';
import type { ListNames } from '../sources/define.js';
import { listNames } from '../sources/prices/listNames.js';
import { type OpenCourt, openCourt } from '../settle/court.js';
import { openRegistry } from '../store/registry.js';
import { openOnHand } from '../store/onHand.js';

/** The price lists that the table on hand was settled by; undefined where it left not all of them. */
export async function writtenCourt(out: string): Promise<OpenCourt | undefined> {
  const written = await openOnHand(out);
  if (!written) return undefined;
  const lists = await namesOf(await written.lists());
  const files = await Promise.all(lists.map(({ id }) => written.list(id)));
  if (!files.every((file) => file !== undefined)) return undefined;
  const { modelOf } = await openRegistry();
  const indexes = lists.flatMap((list, i) => {
    const file = files[i];
    return file ? [buildPriceIndex(list, file.rows, file.sources, modelOf)] : [];
  });
  return openCourt(indexes, modelOf);
}

/** What an index has to know of all lists; what reads them is loaded where a run had one that stands nowhere else. */
async function namesOf(written: readonly string[]): Promise<readonly ListNames[]> {
  const isKnown = (id: string) => listNames.some((list) => list.id === id);
  return written.every(isKnown) ? listNames : (await import('../sources/prices/index.js')).priceLists;
}
