import {
  asapScheduler,
  concat,
  defer,
  from,
  identity,
  mergeMap,
  type MonoTypeOperatorFunction,
  NEVER,
  type Observable,
  type ObservableInput,
  of,
  subscribeOn,
  takeUntil,
} from 'rxjs';
import type { Network } from './fetch/network.js';
import type { Completed, Event, ModelRead, Settled } from './model/events.js';
import type { Model } from './model/model.js';
import type { ProviderFile } from './model/providerFile.js';
import { type Baseline, guardEarlier } from './operators/guardEarlier.js';
import { joinSettled } from './operators/joinSettled.js';
import { keepFilled } from './operators/keepFilled.js';
import { limitModels } from './operators/limitModels.js';
import { readSource } from './operators/readSource.js';
import { standIn } from './operators/standIn.js';
import { toEvents } from './operators/toEvents.js';
import { writeInto } from './operators/writeInto.js';
import type { Sink } from './sinks/sink.js';
import { sources } from './sources/index.js';
import type { Source } from './sources/source.js';

export interface PipelineOptions {
  /** Where pages come from: the live network, a mirror, or recordings. */
  readonly network: Pick<Network, 'fetch' | 'canUse'>;
  /** Recordings that stand in for a provider that can't be read. Default: none. */
  readonly recordings?: Pick<Network, 'fetch' | 'canUse'> | undefined;
  /** Default: all with an adapter of their own. */
  readonly sources?: ObservableInput<Source>;
  /** Providers at a time. Default 5. */
  readonly concurrency?: number;
  /** Joins each model with a price list, `enrichPrices(…)`. Default: no join. */
  readonly join?: MonoTypeOperatorFunction<Model>;
  /** What an earlier run knew of a provider: stands in for it, and is kept where the new list knows less. */
  readonly earlier?: (id: string) => Promise<{ output?: ProviderFile | undefined; baseline?: Baseline | undefined }>;
  /** Believe lists that lost more than 30 % of their rows. Default false. */
  readonly acceptShrink?: boolean;
  /** Most models a provider. Default: all. */
  readonly limit?: number | undefined;
  /** Settles on a provider's models in another way than by reading its source. Default: the source's chain. */
  readonly read?: (source: Source) => Observable<Settled>;
  /** Opens the place a provider's models are written to. Default: none. */
  readonly sink?: (source: Source) => Sink<ModelRead, Completed>;
  /** Ends the run at its first value; requests under way are aborted. */
  readonly stop?: Observable<unknown>;
}

/**
 * The pipeline: sources -> read -> stand in, guard -> join -> events -> sink.
 *
 * Each provider is written whole or not at all; one that fails ends in a `failed` event and costs the others nothing.
 * Errors only where what it is given does: the sink, the join, `read`, `earlier`, `sources` or `stop`.
 *
 * ```
 * sources   (abc|)                        concurrency 2
 * a         s----------(mmc|)
 * b         s---(f|)
 * c             s-------------(mc|)
 * result    (ss)(fs)---(mmc)--(mc|)
 * ```
 */
export function pipeline(options: PipelineOptions): Observable<Event> {
  const { concurrency = 5, stop = NEVER } = options;
  const chosen: Observable<Source> = from(options.sources ?? sources);
  return chosen.pipe(
    // Each on a turn of its own: limited concurrency over providers that end at once overflows the stack, unheard of.
    mergeMap((source) => provider(source, options).pipe(subscribeOn(asapScheduler)), concurrency),
    takeUntil(stop),
  );
}

function provider(source: Source, options: PipelineOptions): Observable<Event> {
  const { read = (one: Source) => download(one, options), limit, join, sink } = options;
  return concat(
    of<Event>({ type: 'started', provider: source.id, name: source.name }),
    defer(() => read(source)).pipe(
      limitModels(limit),
      join ? joinSettled(join) : identity,
      toEvents(source.id),
      sink ? writeInto(() => sink(source)) : identity,
    ),
  );
}

function download(
  source: Source,
  { network, recordings, earlier, acceptShrink = false }: PipelineOptions,
): Observable<Settled> {
  const links = source.links.map(({ name }) => name);
  return defer(() => earlier?.(source.id) ?? of({ output: undefined, baseline: undefined })).pipe(
    mergeMap(({ output, baseline }) =>
      readSource(source, network).pipe(
        standIn({ earlier: output, recorded: recordings && readSource(source, recordings) }),
        keepFilled(output, source.links),
        guardEarlier({ earlier: output, baseline, links, acceptShrink }),
      ),
    ),
  );
}
