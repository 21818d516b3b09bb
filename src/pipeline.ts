import {
  asapScheduler,
  catchError,
  concat,
  defer,
  forkJoin,
  from,
  identity,
  map,
  mergeMap,
  NEVER,
  type Observable,
  of,
  subscribeOn,
  takeUntil,
} from 'rxjs';
import { buildPriceIndex, type PriceIndex } from './match/priceIndex.js';
import type { Event } from './model/events.js';
import type { Request } from './model/request.js';
import type { Snapshot } from './model/snapshot.js';
import { believeBeside } from './operators/believeBeside.js';
import { identifyModels } from './operators/identifyModels.js';
import { joinPrices } from './operators/joinPrices.js';
import { limitModels } from './operators/limitModels.js';
import type { Previous } from './model/previous.js';
import { nameLabs } from './operators/nameLabs.js';
import { reconcile } from './operators/reconcile.js';
import { writeInto } from './operators/writeInto.js';
import type { PipelineOptions, ReadOptions, SettledPrices } from './pipelineOptions.js';
import { passedOver } from './read/passedOver.js';
import { once } from './read/once.js';
import { readSource } from './read/readSource.js';
import { openCourt } from './settle/court.js';
import { orFailed } from './sinks/orFailed.js';
import { sourceEvents } from './sourceEvents.js';
import type { PriceList, Source } from './sources/define.js';
import { sources } from './sources/index.js';

/**
 * The pipeline: price lists and providers -> read -> reconcile -> identify -> join -> events -> sink.
 *
 * A source that fails, or whose files can't be written, ends in a `failed` event and costs the others nothing. Errors only
 * where the sink as a whole, `sources` or `stop` do.
 *
 * ```
 * list      p                             concurrency 2
 * sources   (ab|)
 * p         s----(rc|)
 * a         s----------(mmc|)             waits for p before the join
 * b              s---(f|)
 * result    (ss)-(rcs)(f)(mmc|)
 * ```
 */
export function pipeline(options: PipelineOptions): Observable<Event> {
  const { concurrency = 5, stop = NEVER, prices = settlePrices([], options), sink } = options;
  const { read = (source: Source) => settle(source, options.previous, options) } = options;
  const join = joinPrices(prices.court, options);
  const models = (source: Source) =>
    defer(() => read(source)).pipe(limitModels(options.limit), identifyModels(options.identify), join, nameLabs());
  const repeated = (source: Source | PriceList) => defer(() => options.repeats?.end(source) ?? of(undefined));

  const lists = from(prices.lists).pipe(
    map(({ list, rows }) => sourceEvents(list, rows, (price) => ({ type: 'price', price }), repeated(list))),
  );
  const providers = from(options.sources ?? sources).pipe(
    map((source) =>
      sourceEvents(
        source,
        models(source),
        (pair, { sources: pages }) => ({ type: 'model', ...pair, sources: pages }),
        repeated(source),
      ),
    ),
  );
  return concat(lists, providers).pipe(
    mergeMap(
      // Each on a turn of its own: limited concurrency over sources that end at once overflows the stack, unheard of.
      (events) => events.pipe(sink ? writeInto(sink) : identity, orFailed, subscribeOn(asapScheduler)),
      concurrency,
    ),
    takeUntil(stop),
  );
}

/** What a run goes by for a source: what is read, reconciled with what is known of it. */
const settle = <Out, Item>(
  source: Source<Out, Item>,
  previous: ((source: Source<Out, Item>) => Promise<Previous<Item> | undefined>) | undefined,
  { network, reader = readSource, recordings, acceptShrink, acceptJump }: ReadOptions,
): Observable<Snapshot<Item>> =>
  defer(() => previous?.(source) ?? of(undefined)).pipe(
    mergeMap((known) => {
      const recorded = recordings && readSource(source, recordings);
      const usable = recordings && { ...recordings, canUse: (request: Request) => network.canUse(request) };
      const recordedAlike = usable && readSource(source, usable);
      return reader(source, network).pipe(
        reconcile({
          ...{ source, previous: known, recorded, recordedAlike, acceptShrink, acceptJump },
          passedOver: passedOver(source, network),
        }),
      );
    }),
  );

/**
 * Reads price lists like any other source, each once, however many wait for it. Nothing is asked before one subscribes. The
 * rows of a list wait for all others: one that is not believed beside them is that list's failure.
 */
export function settlePrices(lists: readonly PriceList[], options: ReadOptions): SettledPrices {
  const { previousPrices, modelOf } = options;
  const settled = lists.map((list) => {
    const read = settle(list, previousPrices && (() => previousPrices(list)), options);
    const indexed = defer(() => options.repeats?.rows(list) ?? of(undefined)).pipe(
      mergeMap((same) => (same ? of(same) : read)),
      map((snapshot) => ({ snapshot, index: buildPriceIndex(list, snapshot.items, snapshot.sources, modelOf) })),
      once(),
    );
    return { list, indexed };
  });
  // What can't be read is that list's failure, told by its own events.
  const readable = settled.map(({ indexed }) =>
    indexed.pipe(
      map(({ index }) => [index]),
      catchError(() => of<PriceIndex[]>([])),
    ),
  );
  const court = forkJoin(readable).pipe(
    map((found) => openCourt(found.flat(), modelOf)),
    once(),
  );
  return {
    lists: settled.map(({ list, indexed }) => ({
      list,
      rows: indexed.pipe(
        map(({ snapshot }) => snapshot),
        believeBeside(court, list.id),
      ),
    })),
    court,
  };
}
