import type { SourceRef } from '../model/events.js';
import type { Run } from '../model/run.js';

/**
 * How long the requests of a source took in the last run, in ms; undefined where it was not read, or from its recording, which
 * tells nothing of the network.
 */
export function tookMsIn(
  last: Pick<Run, 'providers' | 'prices'> | undefined,
  { kind, source }: SourceRef,
): number | undefined {
  const run = (kind === 'prices' ? last?.prices : last?.providers)?.[source];
  const isRecording = run?.via === 'recording' && run.error === null;
  return isRecording ? undefined : run?.ms;
}
