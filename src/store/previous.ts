import type { TablePart } from '../book/priceBook.js';
import { isFileName } from '../model/fileName.js';
import { notFromTheFuture } from '../model/clock.js';
import type { Model } from '../model/model.js';
import type { Origin, Origins } from '../model/origin.js';
import type { PriceRow } from '../model/price.js';
import { type PriceFile, priceFile } from '../model/priceFile.js';
import { type ProviderFile, providerFile } from '../model/providerFile.js';
import type { Snapshot } from '../model/snapshot.js';
import type { Previous } from '../model/previous.js';
import type { PriceList, Source } from '../sources/define.js';
import { given } from '../sources/prices/givenList.js';
import { pricePath, providerPath } from './paths.js';
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

/** An output as it stands in its file. */
export const fromProviderFile = ({ models, endpoint, sources }: ProviderFile): Snapshot<Model> =>
  fromFile(models.map(withoutModel), endpoint, sources);

/** Which model an offer is, is told anew: it is nothing that the provider said. */
const withoutModel = (offer: Model): Model => ({ ...offer, model: null });

/** Offers of a file by id, and its pages, as `fromProviderFile` gives them, each read when it is asked for. */
export const fromPart = ({ offers, sources }: TablePart): TablePart => ({
  offers: {
    keys: () => offers.keys(),
    get: (id) => {
      const offer = offers.get(id);
      return offer && withoutModel(offer);
    },
  },
  sources: believable(sources),
});

const fromPriceFile = ({ rows, endpoint, sources }: PriceFile): Snapshot<PriceRow> => fromFile(rows, endpoint, sources);

/** What is written where a file does not name the page of its endpoint. */
const nowhere: Origin = { url: '', fetchedAt: '', sha256: '', via: 'file' };

/** The pages of a file, with dates that can be believed. */
const believable = (sources: Origins): Origins =>
  Object.fromEntries(
    Object.entries(sources).map(([name, page]) => [
      name,
      { ...page, fetchedAt: notFromTheFuture(page.fetchedAt, Date.now()) },
    ]),
  );

const fromFile = <Item>(items: readonly Item[], endpoint: string, sources: Origins): Snapshot<Item> =>
  asRead(items, endpoint, believable(sources));

const asRead = <Item>(
  items: readonly Item[],
  endpoint: string,
  sources: Origins,
  { url, fetchedAt, sha256, via } = sources[endpoint] ?? nowhere,
): Snapshot<Item> => ({
  ...{ endpoint, sources, url, fetchedAt, sha256, via },
  status: via === 'recording' ? 'recording' : 'unchanged',
  readAt: fetchedAt,
  rows: items.length,
  rejected: 0,
  skipped: 0,
  priced: 0,
  unread: {},
  partial: null,
  jumps: [],
  gone: { records: [], prices: [] },
  kept: { records: 0, prices: 0, facts: 0 },
  requests: { answered: 0, retried: 0, failed: 0 },
  bytes: 0,
  faults: [],
  error: null,
  retryAt: null,
  drift: null,
  items,
  letters: [],
  shape: {},
  stated: {},
});
