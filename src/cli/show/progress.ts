import { tell } from '../tell.js';
import ora from 'ora';
import { type MonoTypeOperatorFunction, tap, finalize, defer } from 'rxjs';
import type { Network } from '../../read/network.js';
import type { Progress } from '../../operators/countProgress.js';
import type { Surroundings } from '../command.js';

type Outage = Pick<Network, 'isDown'>;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)}s`;
const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)}%`;

/** `Progress: 15/45 (33.3%) - 5 running - Elapsed: 45.2s - ETA: 90.4s` */
const progressLine = ({ done, total, running, elapsedMs, etaMs }: Progress): string =>
  `Progress: ${done}/${total} (${share(done, total)}) - ${running} running - Elapsed: ${seconds(elapsedMs)} - ETA: ${etaMs === null ? '?' : seconds(etaMs)}`;

/**
 * `[OpenAI] Completed (16/45 - 35.6%)`, with the reason where something stands in; undefined for a start. That there is no
 * network is said once, for all recordings that stand in because of it.
 */
function endLine({ event, name, done, total }: Progress, { isDown }: Outage): string | undefined {
  if (event.type === 'started') return undefined;
  const place = `(${done}/${total} - ${share(done, total)})`;
  if (event.type === 'failed') return `[${name}] Failed ${place}: ${event.error}`;
  const { status, fetchedAt, error } = event.head;
  const date = fetchedAt.slice(0, 10);
  if (status === 'stale') return `[${name}] Kept as of ${date} ${place}: ${error ?? ''}`;
  const isStandIn = status === 'recording' && error !== null && !isDown;
  return `[${name}] Completed ${place}${isStandIn ? `, as recorded on ${date}: ${error}` : ''}`;
}

/** Every so many sources a line says how far the run is, where no spinner does. */
const linesApart = 10;

/** Shows progress on stderr: a spinner on a terminal, plain lines elsewhere. Leaves the terminal as it was. */
export function showProgress(
  { stderr, env }: Pick<Surroundings, 'stderr' | 'env'>,
  outage: Outage,
): MonoTypeOperatorFunction<Progress> {
  // A terminal whose size was never set has no columns: a spinner would fold its line without end.
  const isTerminal = stderr.isTTY === true && stderr.columns !== 0 && !env['CI'];
  return isTerminal ? spin(stderr, outage) : tap((now) => print(now, stderr, outage));
}

function print(progress: Progress, stderr: Surroundings['stderr'], outage: Outage): void {
  const line = endLine(progress, outage);
  if (line === undefined) return;
  tell(stderr, line);
  if (progress.done % linesApart === 0 && progress.done < progress.total) tell(stderr, progressLine(progress));
}

const spin =
  (stderr: Surroundings['stderr'], outage: Outage): MonoTypeOperatorFunction<Progress> =>
  (progress) =>
    defer(() => {
      const spinner = ora({ stream: stderr, discardStdin: false }).start();
      return progress.pipe(
        tap((now) => {
          spinner.text = progressLine(now);
          const line = endLine(now, outage);
          if (line === undefined) return;
          spinner.clear();
          tell(stderr, line);
        }),
        finalize(() => spinner.stop()),
      );
    });
