import { tell } from '../tell.js';
import ora from 'ora';
import { type MonoTypeOperatorFunction, tap, finalize, defer } from 'rxjs';
import type { Network } from '../../read/network.js';
import type { Progress } from '../../operators/countProgress.js';
import type { Surroundings } from '../command.js';
import { wrapped } from './wrapped.js';

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

/** Every so many sources a line says how far the run is, where no spinner does. */
const linesApart = 10;

/**
 * Shows progress on stderr: a spinner on a terminal, plain lines elsewhere. Leaves the terminal as it was. `isSaid` tells of
 * which sources the end is a line of its own; default: of all.
 */
export function showProgress(
  { stderr, env }: Pick<Surroundings, 'stderr' | 'env'>,
  outage: Outage,
  isSaid: IsSaid = () => true,
): MonoTypeOperatorFunction<Progress> {
  // A terminal whose size was never set has no columns: a spinner would fold its line without end.
  const isTerminal = stderr.isTTY === true && stderr.columns !== 0 && !env['CI'];
  const line = (now: Progress) => (isSaid(now) ? endLine(now, outage) : undefined);
  // ora asks FORCE_COLOR and the terminal, not NO_COLOR.
  return isTerminal ? spin(stderr, line, !env['NO_COLOR']) : tap((now) => print(now, stderr, line(now)));
}

function print(progress: Progress, stderr: Surroundings['stderr'], line: string | undefined): void {
  if (line === undefined) return;
  tell(stderr, line);
  if (progress.done % linesApart === 0 && progress.done < progress.total) tell(stderr, progressLine(progress));
}

const spin =
  (
    stderr: Surroundings['stderr'],
    lineOf: (now: Progress) => string | undefined,
    hasColour: boolean,
  ): MonoTypeOperatorFunction<Progress> =>
  (progress) =>
    defer(() => {
      const spinner = ora({ stream: stderr, discardStdin: false, ...(!hasColour && { color: false }) }).start();
      return progress.pipe(
        tap((now) => {
          spinner.text = progressLine(now);
          const line = lineOf(now);
          if (line === undefined) return;
          spinner.clear();
          tell(stderr, ...wrapped(line, stderr.columns || Infinity, '  '));
        }),
        finalize(() => spinner.stop()),
      );
    });
