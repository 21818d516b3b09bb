import type { Baseline } from '../model/baseline.js';
import type { Event } from '../model/events.js';
import type { Dataset } from '../model/providerFile.js';
import type { ReadAgain, Run } from '../model/run.js';
import type { Summary } from '../operators/summarize.js';
import type { Notes } from '../read/notes.js';
import type { LineStream } from './lineStream.js';

/** A file as it was written. */
export interface Written {
  /** Relative to the output folder. */
  readonly path: string;
  /** Hex, of its bytes. */
  readonly sha256: string;
}

/** What a sink knows of a run before it starts. */
export interface RunPlan {
  /** The output folder. */
  readonly out: string;
  /** What of the providers is wanted; none where only price lists are read. */
  readonly datasets: readonly Dataset[];
  /** Models go to this stream as JSON lines, in place of all files. */
  readonly stdout?: { readonly stream: LineStream; readonly dataset: Dataset } | undefined;
  /** Nothing is to be written. */
  readonly dryRun: boolean;
  readonly acceptShrink: boolean;
  readonly startedAt: Date;
  /** The last run that left a manifest there, by its `startedAt`; absent where there was none. */
  readonly since?: string | undefined;
  /** The options as they were given, for the manifest. */
  readonly options: Readonly<Record<string, unknown>>;
  /** What earlier runs saw of the sources. */
  readonly baselines: Readonly<Record<string, Baseline>>;
  /** What the last manifest adds to `baselines.json`; undefined where that has to be written anew. */
  readonly readAgain?: ReadAgain | undefined;
  /** Whether only a part of each provider is taken: what is not there is not gone. */
  readonly isCut: boolean;
  /** The offers that people corrected, and whether the run reads all providers. Absent where there are none. */
  readonly overrides?: { readonly names: readonly string[]; readonly ofAll: boolean } | undefined;
  /** What the sources are answered, for the store of bodies; absent where none is kept. */
  readonly notes?: Notes | undefined;
  /** What the files depend on beside the pages (`basisOf`), for runs whose sources may be repeated. */
  readonly basis?: string | undefined;
  /** What earlier runs left there and vouch for: sha256 by path. Default: nothing. */
  readonly left?: Readonly<Record<string, string>> | undefined;
  /** How earlier downloads ended, by provider. */
  readonly outcomes: Run['outcomes'];
}

/** What is known of a run once all events are there. */
export interface RunEnd {
  readonly summary: Summary;
  /** How long it took. */
  readonly ms: number;
  /** What is wrong with this machine's clock; null where it seems right. */
  readonly clock?: string | null;
  /** What the sinks before this one wrote. */
  readonly files: readonly Written[];
}

/**
 * A sink that takes the events of one run. Each file is written whole or not at all; a stream to somebody else's program is
 * the exception, what is written to it is gone.
 */
export interface OpenSink {
  /** Settles once the events are taken: awaiting it is the back-pressure. Called for several sources side by side. */
  write(events: readonly Event[]): Promise<void>;
  /** Leaves what concerns the run as a whole; gives the files of the sink that the manifest is to tell. */
  commit(end: RunEnd): Promise<readonly Written[]>;
  /** Ends what is under way, for a run that will not be committed; gives the files that are there all the same. */
  abort(): Promise<readonly Written[]>;
}

/** A place where a run ends up. */
export interface Sink {
  /** Undefined where the run has nothing to write there. */
  readonly open: (plan: RunPlan) => OpenSink | undefined;
}

/** Files that earlier runs left and that stay as they are, as this run's. */
export const vouched = ({ left = {} }: Pick<RunPlan, 'left'>, ...paths: readonly string[]): Written[] =>
  paths.flatMap((path) => (left[path] === undefined ? [] : [{ path, sha256: left[path] }]));

/** A run that leaves files. */
export const leavesFiles = ({ stdout, dryRun }: Pick<RunPlan, 'stdout' | 'dryRun'>): boolean =>
  !dryRun && stdout === undefined;

/** A run that leaves its manifest: one that reads price lists alone leaves that of the last run as it is. */
export const leavesManifest = (plan: Pick<RunPlan, 'stdout' | 'dryRun' | 'datasets'>): boolean =>
  leavesFiles(plan) && plan.datasets.length > 0;
