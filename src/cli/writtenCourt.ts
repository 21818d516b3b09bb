import { buildPriceIndex } from '../match/priceIndex.js';
import { priceLists } from '../sources/prices/index.js';
import { type OpenCourt, openCourt } from '../settle/court.js';
import { openRegistry } from '../store/registry.js';
import { openWritten } from '../store/writtenTable.js';

/** The price lists as the last run into a folder went by them; undefined where it left not all of them there. */
export async function writtenCourt(out: string): Promise<OpenCourt | undefined> {
  const written = await openWritten(out);
  const files = written && priceLists.map(({ id }) => written.list(id));
  if (!files?.every((file) => file !== undefined)) return undefined;
  const { modelOf } = await openRegistry();
  const indexes = priceLists.flatMap((list, i) => {
    const file = files[i];
    return file ? [buildPriceIndex(list, file.rows, file.sources, modelOf)] : [];
  });
  return openCourt(indexes, modelOf);
}
