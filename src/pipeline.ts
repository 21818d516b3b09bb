import {
  asapScheduler,
  catchError,
  concat,
  defer,
  forkJoin,
  from,
  identity,
  map,
  merge,
  mergeMap,
  NEVER,
  type Observable,
  of,
  pipe,
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
import { defaultConcurrency, type PipelineOptions, type ReadOptions, type SettledPrices } from './pipelineOptions.js';
import { firstHosts } from './read/firstHosts.js';
import { passedOver } from './read/passedOver.js';
import { begun, once } from './read/once.js';
import { openSlots } from './read/slots.js';
import { ownTurn } from './read/ownTurn.js';
import { readSource } from './read/readSource.js';
import { openCourt } from './settle/court.js';
import { orFailed } from './sinks/orFailed.js';
import { modelRead, priceRead, refOf, sourceEvents } from './sourceEvents.js';
import type { PriceList, Source } from './sources/define.js';
import { sources } from './sources/index.js';

/**
 * The pipeline: price lists and providers -> read -> reconcile -> identify -> join -> events -> sink.
 *
 * A source that fails, or whose files can't be written, ends in a `failed` event and costs the others nothing. Errors only
 * where the sink as a whole, `sources` or `stop` do. `concurrency` is how many sources are read at a time (`openSlots`): one
 * whose requests are answered, or that waits for the price lists, keeps no other from being read.
 *
 * ```
 * list      p                             concurrency 2
 * sources   (ab|)
 * p         s------(rc|)
 * a         s------(mmc|)                 read at 4, waits for p before the join
 * b             s------------(f|)
 * result    (ss)s--(rcmmc)---(f|)
 * ```
 */
export function pipeline(options: PipelineOptions): Observable<Event> {
  const { concurrency = defaultConcurrency, stop = NEVER, prices = settlePrices([], options), sink } = options;
  const { slots = openSlots(concurrency) } = options;
  const { read = (source: Source) => settle(source, options.previous, { ...options, slots }) } = options;
  const models = (source: Source) => {
    const inTurn = <T>() => pipe(ownTurn<T>(), slots.working(refOf(source))<T>());
    const court = prices.court.pipe(slots.aside(refOf(source))(), inTurn());
    return defer(() => read(source)).pipe(
      limitModels(options.limit),
      identifyModels(options.identify),
      joinPrices(court, { minConfidence: options.minConfidence, inTurn }),
      nameLabs(),
    );
  };
  const repeated = (source: Source | PriceList) => options.repeats?.end(source) ?? of(undefined);
  const lists = from(prices.lists).pipe(
    map(({ list, rows }) => ({ source: list, events: sourceEvents(list, rows, priceRead, repeated(list)) })),
  );
  const providers = from(options.sources ?? sources).pipe(
    map((source) => ({
      source,
      events: sourceEvents(source, models(source), modelRead, repeated(source)),
    })),
  );
  return concat(lists, providers).pipe(
    mergeMap(({ source, events }) =>
      events.pipe(
        sink ? writeInto(sink) : identity,
        orFailed,
        // A turn later each: the ends of sources that end at once, each in the end of another, overflow the stack, unheard of.
        subscribeOn(asapScheduler),
        slots.hold(refOf(source), firstHosts(source))(),
      ),
    ),
    takeUntil(stop),
  );
}

/** What a run goes by for a source: what is read, reconciled with what is known of it. */
const settle = <Out, Item>(
  source: Source<Out, Item>,
  previous: ((source: Source<Out, Item>) => Promise<Previous<Item> | undefined>) | undefined,
  { network, reader = readSource, slots, recordings, acceptShrink, acceptJump }: ReadOptions,
): Observable<Snapshot<Item>> =>
  defer(() => {
    const usable = recordings && { ...recordings, canUse: (request: Request) => network.canUse(request) };
    const recorded = recordings && readSource(source, recordings);
    const recordedAlike = usable && readSource(source, usable);
    const reading = reader(source, slots?.network(refOf(source), network) ?? network).pipe(once());
    const known = from(previous?.(source) ?? of(undefined)).pipe(
      mergeMap((before) =>
        reading.pipe(
          reconcile({
            ...{ source, previous: before, recorded, recordedAlike, acceptShrink, acceptJump },
            passedOver: passedOver(source, network),
          }),
        ),
      ),
    );
    return merge(begun(reading), known);
  });

/**
 * Reads price lists like any other source, each once, however many wait for it. Nothing is asked before one subscribes. The
 * rows of a list wait for all others: one that is not believed beside them is that list's failure.
 */
export function settlePrices(lists: readonly PriceList[], options: ReadOptions): SettledPrices {
  const { previousPrices, modelOf, slots } = options;
  const settled = lists.map((list) => {
    const read = settle(list, previousPrices && (() => previousPrices(list)), options);
    const indexed = (options.repeats?.rows(list) ?? of(undefined)).pipe(
      mergeMap((same) => (same ? of(same) : read)),
      ownTurn(),
      slots?.working(refOf(list))() ?? identity,
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
        believeBeside(slots ? court.pipe(slots.aside(refOf(list))()) : court, list.id),
      ),
    })),
    court,
  };
}
