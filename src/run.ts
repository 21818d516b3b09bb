import { concat, EMPTY, from, lastValueFrom, NEVER, type Observable, ReplaySubject, tap } from 'rxjs';
import type { Event } from './model/events.js';
import type { Model } from './model/model.js';
import type { Dataset } from './model/providerFile.js';
import { type Run, run as runSchema } from './model/run.js';
import type { Snapshot } from './model/snapshot.js';
import { addOverrides } from './operators/addOverrides.js';
import type { Summary } from './operators/summarize.js';
import { summaryOf } from './summaryOf.js';
import { pipeline, settlePrices } from './pipeline.js';
import type { PipelineOptions } from './pipelineOptions.js';
import { knownSources, newSources } from './read/knownSources.js';
import { type Networks, openNetworks } from './read/networks.js';
import { recordingsDir } from './read/recordingsDir.js';
import { sinks as allSinks } from './sinks/index.js';
import { manifestOf } from './sinks/manifest.js';
import type { RunPlan, Sink, Written } from './sinks/sink.js';
import { tee } from './sinks/tee.js';
import type { Overrides } from './settle/overrides.js';
import type { PriceList, Source } from './sources/define.js';
import { priceLists } from './sources/prices/index.js';
import { runPath } from './store/paths.js';
import { readOverrides } from './store/overrides.js';
import { previousOfPrices, previousOfProvider, readBaselines } from './store/previous.js';
import { readAs } from './store/readAs.js';

type Reading = Pick<
  PipelineOptions,
  'concurrency' | 'limit' | 'minConfidence' | 'acceptShrink' | 'acceptJump' | 'stop'
>;

export interface RunOptions extends Reading {
  /** Where pages come from. Default: the network, recordings where it fails, keys from the environment. */
  readonly networks?: Networks;
  /** The output folder. Default `data`. */
  readonly out?: string;
  /** What of the providers is wanted. Default: raw and enriched; without `enriched` no price list is read. */
  readonly datasets?: readonly Dataset[];
  /** Providers. Default: all, with those that only today's catalog has. */
  readonly sources?: readonly Source[];
  /** Price lists. Default: all where `enriched` is wanted. */
  readonly lists?: readonly PriceList[];
  /** Gives a provider's models in another way than by reading its source, such as from an earlier run's file. */
  readonly read?: (source: Source) => Observable<Snapshot<Model>>;
  /** JSON lines to this stream, in place of files. */
  readonly stdout?: RunPlan['stdout'];
  /** Do everything but write. Default false. */
  readonly dryRun?: boolean | undefined;
  /** Default: all. */
  readonly sinks?: readonly Sink[];
  /** Noted in the manifest. */
  readonly given?: Readonly<Record<string, unknown>>;
  /** Follows the events, for a display; `planned` is how many sources are known to be read. */
  readonly watch?: (events: Observable<Event>, planned: number) => Observable<unknown>;
}

/** The run was ended by `stop`. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  constructor(
    /** What was written all the same. */
    readonly files: readonly Written[],
  ) {
    super('interrupted');
  }
}

/**
 * Runs the pipeline to its end, leaves what its sinks leave, and gives the manifest, also where none is written.
 *
 * A source that can't be read is told in the manifest. Rejects with `Interrupted`, before anything is read with `BadFile` for
 * an `overrides.yaml` that can't be used, with the file system's error of a sink, or
 * with a defect of ours: rows that are not all accounted for.
 */
export async function run(options: RunOptions = {}): Promise<Run> {
  // Heard from the first moment on, also by whoever listens later.
  const stop = new ReplaySubject<unknown>(1);
  const state = { isStopped: false };
  const heard = (options.stop ?? NEVER).pipe(tap(() => (state.isStopped = true))).subscribe(stop);
  const { watch } = options;
  const overrides = await overridesOf(options);
  const plan = await planOf(options, overrides);
  const sink = tee((options.sinks ?? allSinks).flatMap((one) => one.open(plan) ?? []));
  try {
    const { events, planned } = await flow({ ...options, stop }, plan, sink, overrides);
    const summary = await summaryOf(events, watch && ((shared) => watch(shared, planned)));
    if (state.isStopped) throw new Interrupted(await sink.abort());
    if (summary.lost.length > 0) throw new Error(lostRows(summary));
    const end = { summary, ms: Date.now() - plan.startedAt.getTime() };
    const files = await sink.commit({ ...end, files: [] });
    return manifestOf(plan, { ...end, files: files.filter(({ path }) => path !== runPath) });
  } catch (error) {
    if (!(error instanceof Interrupted)) await sink.abort().catch(() => undefined);
    throw error;
  } finally {
    heard.unsubscribe();
  }
}

const lostRows = ({ lost }: Summary): string =>
  `rows were lost on the way (${lost.join(', ')}): a defect of ratecard, please report it`;

/** What people corrected; nothing where no prices are settled. */
const overridesOf = async ({ out = 'data', datasets = ['enriched'] }: RunOptions): Promise<Overrides | undefined> =>
  datasets.includes('enriched') ? readOverrides(out) : undefined;

async function planOf(options: RunOptions, overrides: Overrides | undefined): Promise<RunPlan> {
  const {
    out = 'data',
    datasets = ['raw', 'enriched'],
    stdout,
    dryRun = false,
    acceptShrink = false,
    given = {},
  } = options;
  const last = await readAs(runSchema, out, runPath);
  return {
    out,
    datasets,
    stdout,
    dryRun,
    acceptShrink,
    options: given,
    startedAt: new Date(),
    baselines: await readBaselines(out),
    outcomes: last?.outcomes ?? {},
    ...(overrides && {
      overrides: {
        ...{ names: [...overrides.offers.keys()], ofAll: options.sources === undefined },
        isCut: options.limit !== undefined,
      },
    }),
  };
}

/** The events of a run, and how many sources are known to be read. */
async function flow(
  options: RunOptions,
  { out, datasets, baselines }: RunPlan,
  sink: PipelineOptions['sink'],
  overrides: Overrides | undefined,
): Promise<{ events: Observable<Event>; planned: number }> {
  const { networks = openNetworks({ env: process.env, recordingsDir }), read } = options;
  const lists = options.lists ?? (datasets.includes('enriched') ? priceLists : []);
  const known = options.sources ?? (await lastValueFrom(knownSources(networks)));
  const { isOffline } = networks;
  const reading = {
    network: networks.network,
    recordings: networks.recordings,
    acceptShrink: options.acceptShrink,
    acceptJump: options.acceptJump,
    previous: isOffline ? undefined : (source: Source) => previousOfProvider(out, source, baselines),
    previousPrices: isOffline ? undefined : (list: PriceList) => previousOfPrices(out, list, baselines),
  };
  const prices = settlePrices(lists, reading);
  const { concurrency, limit, minConfidence, stop } = options;
  const sources = options.sources ? from(known) : concat(from(known), newSources(networks, known));
  const events = pipeline({
    ...reading,
    // Raw models are joined with nothing, whatever lists are read beside them.
    prices: { ...prices, court: datasets.includes('enriched') ? prices.court.pipe(addOverrides(overrides)) : EMPTY },
    sources,
    concurrency,
    limit,
    minConfidence,
    read,
    stop,
    ...(sink && { sink }),
  });
  return { events, planned: known.length + lists.length };
}
