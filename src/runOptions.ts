import type { Observable } from 'rxjs';
import type { Activity } from './model/activity.js';
import type { Event } from './model/events.js';
import type { Model } from './model/model.js';
import type { Dataset } from './model/providerFile.js';
import type { Snapshot } from './model/snapshot.js';
import type { PlannedRun } from './operators/followRun/runState.js';
import type { PipelineOptions } from './pipelineOptions.js';
import type { Networks } from './read/networks.js';
import type { HoldOptions } from './sinks/holdOut.js';
import type { RunPlan, Sink } from './sinks/sink.js';
import type { PriceList, Source } from './sources/define.js';

type Reading = Pick<
  PipelineOptions,
  'concurrency' | 'limit' | 'minConfidence' | 'acceptShrink' | 'acceptJump' | 'stop'
>;

export interface RunOptions extends Reading, Pick<HoldOptions, 'isHeld' | 'waitMs' | 'say'> {
  /** Where pages come from. Default: the network, recordings where it fails, keys from the environment. */
  readonly networks?: Networks;
  /** The output folder. Default `data`. */
  readonly out?: string;
  /** What of the providers is wanted. Default: raw and enriched; without `enriched` no price list is read. */
  readonly datasets?: readonly Dataset[];
  /** Providers. Default: all, with those that only today's catalog has. */
  readonly sources?: readonly Source[];
  /** Price lists. Default: all where `enriched` is wanted. */
  readonly lists?: readonly PriceList[];
  /** Gives a provider's models in another way than by reading its source, such as from an earlier run's file. */
  readonly read?: (source: Source) => Observable<Snapshot<Model>>;
  /** JSON lines to this stream, in place of files. */
  readonly stdout?: RunPlan['stdout'];
  /** Do everything but write. Default false. */
  readonly dryRun?: boolean | undefined;
  /** Default: all. */
  readonly sinks?: readonly Sink[];
  /** Keep the bodies of what is read over the network, in `bodies/` of the output folder. Default true. */
  readonly bodies?: boolean | undefined;
  /** Noted in the manifest. */
  readonly given?: Readonly<Record<string, unknown>>;
  /** Follows the events, for a display; `planned` is how many sources are known to be read. */
  readonly watch?: (events: Observable<Event>, planned: number, beside: Beside) => Observable<unknown>;
}

/** What a display may know beside the events. */
export interface Beside extends PlannedRun {
  /** What the sources do between their events, as it happens; never ends. */
  readonly activity: Observable<Activity>;
}
