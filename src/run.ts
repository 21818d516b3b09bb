import { asyncScheduler, concat, EMPTY, from, lastValueFrom, NEVER, type Observable, ReplaySubject, tap } from 'rxjs';
import type { Event } from './model/events.js';
import { type Run, run as runSchema } from './model/run.js';
import { addOverrides } from './operators/addOverrides.js';
import type { Summary } from './operators/summarize.js';
import { summaryOf } from './summaryOf.js';
import { pipeline, settlePrices } from './pipeline.js';
import { defaultConcurrency, type PipelineOptions, type SettledPrices } from './pipelineOptions.js';
import { activityOf } from './read/activityOf.js';
import { knownSources, newSources } from './read/knownSources.js';
import type { Network } from './read/network.js';
import { longestFirst } from './read/longestFirst.js';
import { recordedBytes } from './read/recordedBytes.js';
import { notePauses } from './read/notePauses.js';
import { openNetworks } from './read/networks.js';
import { recordingsDir } from './read/recordingsDir.js';
import { openSlots, type Slots } from './read/slots.js';
import { holdOut } from './sinks/holdOut.js';
import { sinks as allSinks } from './sinks/index.js';
import { Interrupted } from './sinks/interrupted.js';
import { manifestOf } from './sinks/manifest.js';
import type { RunPlan } from './sinks/sink.js';
import { tee } from './sinks/tee.js';
import type { Overrides } from './settle/overrides.js';
import type { PriceList, Source } from './sources/define.js';
import { priceLists } from './sources/prices/index.js';
import { openBodies } from './store/bodies/bodyStore.js';
import { noting } from './store/bodies/noting.js';
import { FolderInUse } from './store/lock/folderInUse.js';
import type { FolderLock } from './store/lock/lockFolder.js';
import { runPath } from './store/paths.js';
import { openRegistry } from './store/registry.js';
import { previousOfPrices, previousOfProvider } from './store/previous.js';
import { readAs } from './store/readAs.js';
import { tookMsIn } from './store/tookMs.js';
import { refOf } from './sourceEvents.js';
import { repeatsOf } from './repeat/repeatsOf.js';
import { overridesOf, planOf } from './planOf.js';
import type { Beside, RunOptions } from './runOptions.js';

export type { RunOptions };
export { Interrupted };

/**
 * Runs the pipeline to its end, leaves what its sinks leave, and gives the manifest, also where none is written.
 *
 * A source that can't be read, or whose files can't be written, is told in the manifest. Rejects with `Interrupted`, before
 * anything is read with `FolderInUse` where another run writes into the output folder, or with `BadFile` for an
 * `overrides.yaml` that can't be used, and, after the manifest is written, with the file system's error of a file that
 * belongs to no source, or with a defect of ours: rows that are not all accounted for.
 */
export async function run(options: RunOptions = {}): Promise<Run> {
  // Heard from the first moment on, also by whoever listens later.
  const stop = new ReplaySubject<unknown>(1);
  const state = { isStopped: false };
  const heard = (options.stop ?? NEVER).pipe(tap(() => (state.isStopped = true))).subscribe(stop);
  const isStopped = () => state.isStopped;
  let lock: FolderLock | undefined;
  try {
    lock = await holdOut({ ...options, isStopped }, allSinks);
    return await runHeld({ ...options, stop }, isStopped);
  } catch (error) {
    // Of a run that waits for another one nothing is there to abort.
    throw isStopped() && error instanceof FolderInUse ? new Interrupted([]) : error;
  } finally {
    heard.unsubscribe();
    await lock?.release();
  }
}

async function runHeld(options: RunOptions, isStopped: () => boolean): Promise<Run> {
  const { watch } = options;
  const overrides = await overridesOf(options);
  const last = await readAs(runSchema, options.out ?? 'data', runPath);
  const plan = await planOf(options, overrides, last);
  const sink = tee((options.sinks ?? allSinks).flatMap((one) => one.open(plan) ?? []));
  try {
    // Not the date, which may be set meanwhile.
    const start = performance.now();
    const zero = asyncScheduler.now();
    const { events, beside, network, slots } = await flow(options, plan, sink, { overrides, last, zero });
    const watched = watch && ((shared: typeof events) => watch(shared, beside.sources.length, beside));
    const summary = await summaryOf(events, { tookMs: slots.heldMs, times: slots.times, watch: watched });
    if (isStopped()) throw new Interrupted(await sink.abort());
    const end = { summary, ms: Math.round(performance.now() - start), clock: network.clockFault ?? null };
    const files = await sink.commit({ ...end, files: [] });
    if (summary.lost.length > 0) throw new Error(lostRows(summary));
    return manifestOf(plan, { ...end, files: files.filter(({ path }) => path !== runPath) });
  } catch (error) {
    if (!(error instanceof Interrupted)) await sink.abort().catch(() => undefined);
    throw error;
  }
}

const lostRows = ({ lost }: Summary): string =>
  `rows were lost on the way (${lost.join(', ')}): a defect of ratecard, please report it`;

/** What a run knows before it begins; `zero` is when it did, in ms since 1970. */
interface Known {
  readonly overrides: Overrides | undefined;
  readonly last: Run | undefined;
  readonly zero: number;
}

/** The events of a run, what is known beside them, and who knows how long each source took. */
async function flow(
  options: RunOptions,
  plan: RunPlan,
  sink: PipelineOptions['sink'],
  { overrides, last, zero }: Known,
): Promise<{ events: Observable<Event>; beside: Beside; network: Network; slots: Slots }> {
  const { out, datasets, baselines, notes } = plan;
  const answers = notes && openBodies(out);
  const { networks = openNetworks({ env: process.env, recordingsDir, answers }), read } = options;
  const tookMs = (source: Source | PriceList) => tookMsIn(last, refOf(source));
  const ofSources = { tookMs, bytes: ({ id }: Source | PriceList) => recordedBytes(recordingsDir, id) };
  const lists = options.lists ?? (datasets.includes('enriched') ? priceLists : []);
  const known = longestFirst(options.sources ?? (await lastValueFrom(knownSources(networks))), ofSources);
  const { isOffline } = networks;
  const { identify, modelOf } = await openRegistry();
  const { concurrency = defaultConcurrency, limit, minConfidence, stop } = options;
  const slots = openSlots(concurrency, zero);
  const repeats = await repeatsOf(options, plan, { network: networks.network, slots, last }, lists);
  const reading = {
    ...{ network: networks.network, slots },
    recordings: networks.recordings,
    reader: notes && noting(notes),
    repeats,
    ...{ acceptShrink: options.acceptShrink, acceptJump: options.acceptJump, modelOf },
    previous: isOffline ? undefined : (source: Source) => previousOfProvider(out, source, baselines),
    previousPrices: isOffline ? undefined : (list: PriceList) => previousOfPrices(out, list, baselines),
  };
  const settled = settlePrices(lists, reading);
  const sources = options.sources ? from(known) : concat(from(known), newSources(networks, known));
  const events = pipeline({
    ...reading,
    prices: pricesIn(settled, longestFirst(lists, ofSources), datasets.includes('enriched'), overrides),
    ...{ sources, limit, identify, minConfidence, read, stop },
    ...(sink && { sink }),
  }).pipe(notePauses(slots, networks.network));
  const planned = [...lists, ...known].map((source) => ({ ...refOf(source), lastMs: tookMs(source) }));
  const beside = { sources: planned, concurrency, activity: activityOf(slots, networks.network) };
  return { events, beside, network: networks.network, slots };
}

/** Price lists, begun in an order; what the court makes of them goes by its own. Raw models are joined with nothing, whatever lists are read beside them. */
const pricesIn = (
  { lists, court }: SettledPrices,
  order: readonly PriceList[],
  isJoined: boolean,
  overrides: Overrides | undefined,
): SettledPrices => ({
  lists: lists.toSorted((a, b) => order.indexOf(a.list) - order.indexOf(b.list)),
  court: isJoined ? court.pipe(addOverrides(overrides)) : EMPTY,
});
