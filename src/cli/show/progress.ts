import { tell } from '../tell.js';
import { type MonoTypeOperatorFunction, tap } from 'rxjs';
import type { Network } from '../../read/network.js';
import type { Progress } from '../../operators/countProgress.js';
import type { Surroundings } from '../command.js';

type Outage = Pick<Network, 'isDown'>;
type IsSaid = (now: Progress) => boolean;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)}s`;
const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)}%`;

/** `Progress: 15/45 (33.3%) - 5 running - Elapsed: 45.2s - ETA: 90.4s` */
const progressLine = ({ done, total, running, elapsedMs, etaMs }: Progress): string =>
  `Progress: ${done}/${total} (${share(done, total)}) - ${running} running - Elapsed: ${seconds(elapsedMs)} - ETA: ${etaMs === null ? '?' : seconds(etaMs)}`;

/**
 * `[OpenAI] Completed (16/45 - 35.6%)`, with the day of a recording and the reason where something stands in; undefined for a
 * start. That there is no network is said once, for all recordings that stand in because of it.
 */
function endLine({ event, name, done, total }: Progress, { isDown }: Outage): string | undefined {
  if (event.type === 'started') return undefined;
  const place = `(${done}/${total} - ${share(done, total)})`;
  if (event.type === 'failed') return `[${name}] Failed ${place}: ${event.error}`;
  const { status, fetchedAt, error } = event.head;
  const date = fetchedAt.slice(0, 10);
  if (status === 'stale') return `[${name}] Kept as of ${date} ${place}: ${error ?? ''}`;
  if (status !== 'recording') return `[${name}] Completed ${place}`;
  return `[${name}] Completed ${place}, as recorded on ${date}${error === null || isDown ? '' : `: ${error}`}`;
}

/** Every so many sources a line says how far the run is. */
const linesApart = 10;

/** Shows progress on stderr, in plain lines. `isSaid` tells of which sources the end is a line of its own; default: of all. */
export const showProgress = (
  { stderr }: Pick<Surroundings, 'stderr'>,
  outage: Outage,
  isSaid: IsSaid = () => true,
): MonoTypeOperatorFunction<Progress> =>
  tap((now) => {
    const line = isSaid(now) ? endLine(now, outage) : undefined;
    if (line === undefined) return;
    tell(stderr, line);
    if (now.done % linesApart === 0 && now.done < now.total) tell(stderr, progressLine(now));
  });
