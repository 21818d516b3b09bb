import { holdFolder } from '../store/holdFolder.js';
import type { FolderLock, LockOptions } from '../store/lock/lockFolder.js';
import { leavesFiles, type RunPlan, type Sink } from './sink.js';

export interface HoldOptions {
  /** The output folder. Default `data`. */
  readonly out?: string;
  readonly stdout?: RunPlan['stdout'];
  readonly dryRun?: boolean | undefined;
  /** Default: all. */
  readonly sinks?: readonly Sink[];
  /** The output folder is already held, and will be released, by the caller. Default false: a run that writes there takes it. */
  readonly isHeld?: boolean | undefined;
  /** How long to wait for another run into the folder, in ms. Default 0. */
  readonly waitMs?: LockOptions['waitMs'];
  /** Hears what happens to the output folder, in a line each. */
  readonly say?: LockOptions['say'];
  readonly isStopped?: LockOptions['isStopped'];
}

/**
 * Takes the output folder where a run's sinks write files there; undefined where they do not. `ours` are the sinks that do.
 * Rejects as `holdFolder` does.
 */
export async function holdOut(options: HoldOptions, ours: readonly Sink[]): Promise<FolderLock | undefined> {
  const { out = 'data', stdout, dryRun = false, sinks = ours, isHeld = false, ...more } = options;
  const writes = leavesFiles({ stdout, dryRun }) && sinks.some((sink) => ours.includes(sink));
  if (isHeld || !writes) return undefined;
  const { waitMs, say, isStopped } = more;
  return holdFolder(out, { waitMs, say, isStopped });
}
