import type { TablePart } from '../book/priceBook.js';
import { notFromTheFuture } from '../model/clock.js';
import type { Model } from '../model/model.js';
import type { Origin, Origins } from '../model/origin.js';
import type { PriceRow } from '../model/price.js';
import type { PriceFile } from '../model/priceFile.js';
import type { ProviderFile } from '../model/providerFile.js';
import type { Snapshot } from '../model/snapshot.js';

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

/** The same of a price list. */
export const fromPriceFile = ({ rows, endpoint, sources }: PriceFile): Snapshot<PriceRow> =>
  fromFile(rows, endpoint, sources);

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
