import ora from 'ora';
import { type MonoTypeOperatorFunction, tap, finalize, defer } from 'rxjs';
import type { Progress } from '../operators/countProgress.js';
import type { Surroundings } from './command.js';

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)}s`;
const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)}%`;

/** `Progress: 15/45 (33.3%) - 5 running - Elapsed: 45.2s - ETA: 90.4s` */
export const progressLine = ({ done, total, running, elapsedMs, etaMs }: Progress): string =>
  `Progress: ${done}/${total} (${share(done, total)}) - ${running} running - Elapsed: ${seconds(elapsedMs)} - ETA: ${etaMs === null ? '?' : seconds(etaMs)}`;

/** `[OpenAI] Completed (16/45 - 35.6%)`, with the reason where something stands in; undefined for a start. */
export function endLine({ event, name, done, total }: Progress): string | undefined {
  if (event.type === 'started') return undefined;
  const place = `(${done}/${total} - ${share(done, total)})`;
  if (event.type === 'failed') return `[${name}] Failed ${place}: ${event.error}`;
  if (event.status === 'stale')
    return `[${name}] Kept as of ${event.fetchedAt.slice(0, 10)} ${place}: ${event.error ?? ''}`;
  return `[${name}] Completed ${place}`;
}

/** Every so many providers a line says how far the run is, where no spinner does. */
const linesApart = 10;

/** Shows progress on stderr: a spinner on a terminal, plain lines elsewhere. Leaves the terminal as it was. */
export function showProgress({
  stderr,
  env,
}: Pick<Surroundings, 'stderr' | 'env'>): MonoTypeOperatorFunction<Progress> {
  const isTerminal = stderr.isTTY === true && !env['CI'];
  return (progress) => (isTerminal ? spin(stderr)(progress) : progress.pipe(tap((now) => print(now, stderr))));
}

function print(progress: Progress, stderr: Surroundings['stderr']): void {
  const line = endLine(progress);
  if (line === undefined) return;
  stderr.write(`${line}\n`);
  if (progress.done % linesApart === 0 && progress.done < progress.total) stderr.write(`${progressLine(progress)}\n`);
}

const spin =
  (stderr: Surroundings['stderr']): MonoTypeOperatorFunction<Progress> =>
  (progress) =>
    defer(() => {
      const spinner = ora({ stream: stderr, discardStdin: false }).start();
      return progress.pipe(
        tap((now) => {
          spinner.text = progressLine(now);
          const line = endLine(now);
          if (line === undefined) return;
          spinner.clear();
          stderr.write(`${line}\n`);
        }),
        finalize(() => spinner.stop()),
      );
    });
