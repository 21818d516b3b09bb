import { finalize, ignoreElements, tap } from 'rxjs';
import type { Fault } from '../model/fault.js';
import type { Run, SourceRun } from '../model/run.js';
import { countProgress, type Progress } from '../operators/countProgress.js';
import type { Network } from '../read/network.js';
import { Interrupted, run, type RunOptions } from '../run.js';
import { holdsModels, openOutFolder } from '../store/outFolder.js';
import type { Surroundings } from './command.js';
import { Failure, interrupted, usageError } from './failure.js';
import { lockingOf } from './holding.js';
import type { Options } from './options.js';
import { showInterrupted } from './show/interrupted.js';
import { isLive, showLive } from './show/live/showLive.js';
import { showProgress } from './show/progress.js';
import { showSummary } from './show/summary.js';
import { stopOf } from './stopOf.js';
import { tell } from './tell.js';

/** What a command wants of a run, beside what the options say. */
export type Wanted = Required<Pick<RunOptions, 'networks' | 'datasets' | 'lists'>> &
  Pick<RunOptions, 'sources' | 'read' | 'isHeld'> & {
    /** Makes more of the files of a run that read something, whatever failed beside it. */
    readonly afterwards?: (() => Promise<void>) | undefined;
  };

/** Runs the pipeline as the options say, shows how it goes, and gives the exit code. */
export async function execute(wanted: Wanted, options: Options, surroundings: Surroundings): Promise<number> {
  await checkOutFolder(options);
  const { afterwards, ...running } = wanted;
  const { network } = wanted.networks;
  const { out = 'data', stdout: asked, quiet, ...given } = options;
  const dataset = asked === true ? (wanted.datasets.at(-1) ?? 'raw') : asked;
  try {
    const done = await run({
      ...running,
      ...given,
      ...lockingOf(options, surroundings),
      out,
      given: givenOf(options),
      stop: stopOf(surroundings),
      ...(dataset && { stdout: { stream: surroundings.stdout, dataset } }),
      ...(!quiet && { watch: display(network, surroundings, { wanted, options }) }),
    });
    // Also where nothing else is said: what was fetched is dated by it.
    if (done.clock !== undefined) tell(surroundings.stderr, `Warning: ${done.clock}.`);
    if (!quiet) showSummary(done, options, surroundings, network);
    checkRead(done);
    await afterwards?.();
    return conclude(done, options);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    if (!quiet) showInterrupted(error.files, options, surroundings);
    return interrupted;
  }
}

/** What the user gave; that bodies are kept is what happens by itself. */
function givenOf(options: Options): Record<string, unknown> {
  const given: Record<string, unknown> = { ...options };
  if (options.bodies !== false) delete given['bodies'];
  return given;
}

/** Makes sure, before anything is fetched, that the files can be written; a dry run and JSON lines write none. */
async function checkOutFolder({ out = 'data', stdout, dryRun, limit }: Options): Promise<void> {
  if (dryRun || stdout !== undefined) return;
  await openOutFolder(out).catch((error: unknown) => {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    throw new Failure(`the folder ${out} can't be written (${code}): choose another one with --out`, 1);
  });
  if (limit !== undefined && (await holdsModels(out))) {
    throw usageError(`--limit would cut short what ${out} holds: add --stdout or --dry-run, or choose another --out`);
  }
}

const isOfFile = ({ kind }: Fault): boolean => kind === 'file';

/** The progress of a run on stderr; that there is no network is said once, as soon as it is known. */
const display = (
  network: Pick<Network, 'isDown'>,
  surroundings: Surroundings,
  { wanted, options }: { readonly wanted: Wanted; readonly options: Options },
): NonNullable<RunOptions['watch']> => {
  let said = false;
  const sayOnce = () => {
    if (said || !network.isDown) return;
    said = true;
    tell(
      surroundings.stderr,
      'There is no network: what earlier runs know, or a recording, stands in for each provider.',
    );
  };
  const isSaid = isSaidIn(wanted, options);
  return (events, planned, beside) => {
    const shown = isLive(surroundings, options.stdout !== undefined)
      ? showLive(events, beside, surroundings).pipe(tap(sayOnce))
      : events.pipe(countProgress(planned), tap(sayOnce), showProgress(surroundings, network, isSaid));
    return shown.pipe(ignoreElements(), finalize(sayOnce));
  };
};

/** Whoever asks for some providers hears of price lists, which are read for their prices, only where one is not well. */
const isSaidIn =
  ({ datasets }: Pick<Wanted, 'datasets'>, { provider }: Options) =>
  ({ event }: Progress): boolean =>
    provider === undefined ||
    !datasets.includes('enriched') ||
    event.kind !== 'prices' ||
    event.type !== 'completed' ||
    event.head.error !== null;

/** Fails where nothing could be read. */
function checkRead({ totals, providers, prices }: Run): void {
  const isListsOnly = Object.keys(providers).length === 0;
  const lists = Object.entries(prices);
  if (isListsOnly ? lists.every(([, { prices: count }]) => count === 0) : totals.models === 0) {
    const unwritten = Object.values<SourceRun>(isListsOnly ? prices : providers).flatMap(
      ({ faults }) => faults.find(isOfFile) ?? [],
    );
    const what = isListsOnly ? 'no price list' : 'no provider';
    throw new Failure(unwritten[0]?.error ?? `${what} could be read: see the errors above, or try --offline`, 1);
  }
}

/** The exit code; fails under --strict where anything went wrong. */
function conclude({ providers, prices, clock }: Run, { strict }: Options): number {
  const named = Object.entries(prices).map(([id, list]) => [`${id} (price list)`, list] as const);
  const failed = [...Object.entries(providers), ...named].filter(
    ([, { status, error }]) => status === 'failed' || error !== null,
  );
  if (strict && clock !== undefined) throw new Failure(`--strict: ${clock}`, 1);
  if (!strict || failed.length === 0) return 0;
  const names = failed.slice(0, 5).map(([id]) => id);
  const why = failed.length === 1 && failed[0]?.[1].error ? ` (${failed[0][1].error})` : '';
  throw new Failure(`--strict: ${failed.length} failed: ${names.join(', ')}${failed.length > 5 ? ' …' : ''}${why}`, 1);
}
