import type { Observable, ObservableInput } from 'rxjs';
import type { Identify } from './identity/identifier.js';
import type { ModelOf } from './match/sameModel.js';
import type { Completed } from './model/events.js';
import type { Model } from './model/model.js';
import type { PriceRow } from './model/price.js';
import type { Snapshot } from './model/snapshot.js';
import type { Previous } from './model/previous.js';
import type { Network } from './read/network.js';
import type { readSource } from './read/readSource.js';
import type { Slots } from './read/slots.js';
import type { OpenCourt } from './settle/court.js';
import type { OpenSink } from './sinks/sink.js';
import type { PriceList, Source } from './sources/define.js';

/** Sources of which every page is as it was when their files were made. */
export interface Repeats {
  /** The end of such a source; undefined for one that is to be read. Each is asked for once. */
  readonly end: (source: Source | PriceList) => Observable<Completed | undefined>;
  /** The rows of such a price list; undefined for one that is to be read. */
  readonly rows: (list: PriceList) => Observable<Snapshot<PriceRow> | undefined>;
}

/** Sources that are read at a time, where nobody says. */
export const defaultConcurrency = 5;

/** What reading a source takes. */
export interface ReadOptions {
  /** Where pages come from: the live network, a mirror, or recordings. */
  readonly network: Pick<Network, 'fetch' | 'canUse' | 'hideIn'>;
  /** Reads a source over `network`. Default `readSource`. */
  readonly reader?: typeof readSource | undefined;
  /** Tells of sources of which nothing changed, which are not read. Default: none. */
  readonly repeats?: Repeats | undefined;
  /** How many sources are read at a time, for whoever reads price lists and providers. Default: so many as are asked for. */
  readonly slots?: Slots | undefined;
  /** Recordings that stand in for a source that can't be read. Default: none. */
  readonly recordings?: Pick<Network, 'fetch' | 'canUse'> | undefined;
  /** Believe lists that lost more than 30 % of their rows or prices. Default false. */
  readonly acceptShrink?: boolean | undefined;
  /** Believe prices that moved by more than five times since the last run. Default false. */
  readonly acceptJump?: boolean | undefined;
  /** Which model an id is, for price lists that have it by another name. Default: nobody tells. */
  readonly modelOf?: ModelOf | undefined;
  /** What earlier runs knew of a price list. Default: nothing. */
  readonly previousPrices?: ((list: PriceList) => Promise<Previous<PriceRow> | undefined>) | undefined;
}

export interface PipelineOptions extends ReadOptions {
  /** Providers. Default: all with an adapter of their own. */
  readonly sources?: ObservableInput<Source>;
  /** Price lists to join the models with, from `settlePrices`. Default: none. */
  readonly prices?: SettledPrices;
  /** Sources that are read at a time, where no slots are given. Default 5. */
  readonly concurrency?: number | undefined;
  /** What earlier runs knew of a provider: stands in for it, and is kept where the new list knows less. */
  readonly previous?: ((source: Source) => Promise<Previous<Model> | undefined>) | undefined;
  /** Settles on a provider's models in another way than by reading its source. */
  readonly read?: ((source: Source) => Observable<Snapshot<Model>>) | undefined;
  /** Most models a provider. Default: all. */
  readonly limit?: number | undefined;
  /** Tells which model each offer is. Default: nobody does. */
  readonly identify?: Identify | undefined;
  /** 0…1: a price that is less likely to be right is not filled, and told. Default 0.8. */
  readonly minConfidence?: number | undefined;
  /** Takes the events. Default: none. */
  readonly sink?: Pick<OpenSink, 'write'>;
  /** Ends the run at its first value; requests under way are aborted. */
  readonly stop?: Observable<unknown> | undefined;
}

/** Price lists as a run goes by them. */
export interface SettledPrices {
  readonly lists: readonly { readonly list: PriceList; readonly rows: Observable<Snapshot<PriceRow>> }[];
  /** Ready to settle prices by once all lists are there, those that can't be read left out; completes empty where there are none. */
  readonly court: Observable<OpenCourt>;
}
