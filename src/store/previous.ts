import { isFileName } from '../model/fileName.js';
import type { Model } from '../model/model.js';
import type { PriceRow } from '../model/price.js';
import { priceFile } from '../model/priceFile.js';
import { type ProviderFile, providerFile } from '../model/providerFile.js';
import type { Previous } from '../model/previous.js';
import type { PriceList, Source } from '../sources/define.js';
import { given } from '../sources/prices/givenList.js';
import { pricePath, providerPath } from './paths.js';
import { fromPriceFile, fromProviderFile } from './fromFile.js';
import { readAs } from './readAs.js';
import type { Baselines } from './seen.js';

/** `baselines.json`'s name of a source: a provider's id, or `prices/<id>`. */
export const baselineKey = (kind: Source['kind']['name'], id: string): string =>
  kind === 'prices' ? `prices/${id}` : id;

/** What the last run wrote of a provider; undefined as well for an id that can't be the name of a file, whoever asks for it. */
export const readProviderFile = async (dir: string, id: string): Promise<ProviderFile | undefined> =>
  isFileName(id) ? readAs(providerFile, dir, providerPath('raw', id)) : undefined;

/** What earlier runs into `dir` knew of a provider. */
export async function previousOfProvider(
  dir: string,
  { id }: Source,
  known: Baselines,
): Promise<Previous<Model> | undefined> {
  const file = await readProviderFile(dir, id);
  return file && { snapshot: fromProviderFile(file), baseline: known[baselineKey('provider', id)] };
}

/** The same of a price list; one that a run was given by `--prices` is nobody's earlier word. */
export async function previousOfPrices(
  dir: string,
  { id, endpoints }: PriceList,
  known: Baselines,
): Promise<Previous<PriceRow> | undefined> {
  const file = isFileName(id) ? await readAs(priceFile, dir, pricePath(id)) : undefined;
  const isOwn = (name: string) => name !== given && name === file?.endpoint;
  if (!file || !endpoints.some(({ name }) => isOwn(name))) return undefined;
  return { snapshot: fromPriceFile(file), baseline: known[baselineKey('prices', id)] };
}
