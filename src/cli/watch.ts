import {
  connect,
  ignoreElements,
  lastValueFrom,
  map,
  merge,
  type MonoTypeOperatorFunction,
  type Observable,
  tap,
} from 'rxjs';
import type { Network } from '../fetch/network.js';
import type { Event } from '../model/events.js';
import { countProgress } from '../operators/countProgress.js';
import { type Summary, summarize } from '../operators/summarize.js';
import type { Surroundings } from './command.js';
import type { Options } from './options.js';
import { showProgress } from './showProgress.js';

/** The summary of a run, and whether there was no network at its end. */
export interface Watched extends Summary {
  readonly isDown: boolean;
}

/** Runs the events to their end, shows progress meanwhile, and gives their summary. */
export function watch(
  events: Observable<Event>,
  planned: number,
  { quiet }: Options,
  surroundings: Surroundings,
  network: Pick<Network, 'isDown'>,
): Promise<Watched> {
  const progress = (shared: Observable<Event>) =>
    shared.pipe(
      countProgress(planned),
      noteOutage(network, surroundings),
      showProgress(surroundings, network),
      ignoreElements(),
    );
  return lastValueFrom(
    events.pipe(
      connect((shared) => merge(shared.pipe(summarize()), ...(quiet ? [] : [progress(shared)]))),
      map((summary) => ({ ...summary, isDown: network.isDown })),
    ),
  );
}

/** Says once that there is no network, as soon as that is known. */
function noteOutage<T>(
  network: Pick<Network, 'isDown'>,
  { stderr }: Pick<Surroundings, 'stderr'>,
): MonoTypeOperatorFunction<T> {
  let said = false;
  return tap(() => {
    if (said || !network.isDown) return;
    said = true;
    stderr.write('There is no network: what earlier runs know, or a recording, stands in for each provider.\n');
  });
}
