import { lastValueFrom, mergeMap, type Observable } from 'rxjs';
import { buildPriceIndex } from '../match/priceIndex.js';
import type { Baseline } from '../operators/guardEarlier.js';
import { joinPrices } from '../operators/joinPrices.js';
import { once } from '../operators/once.js';
import type { SettledPrices } from '../operators/settlePrices.js';
import { pipeline, type PipelineOptions } from '../pipeline.js';
import type { Kind } from '../sinks/providerFiles.js';
import type { Surroundings } from './command.js';
import { conclude } from './conclude.js';
import { openSink } from './openSink.js';
import type { Options } from './options.js';
import { openPrices } from './prices.js';
import type { Networks } from './settings.js';
import { watch } from './watch.js';

/** What a command wants of the pipeline. */
export interface Plan extends Pick<PipelineOptions, 'sources' | 'earlier' | 'read'> {
  readonly networks: Networks;
  /** Providers known to be read, for the progress. */
  readonly planned: number;
  /** What to write; the models are joined with prices where `enriched` is one. */
  readonly kinds: readonly Kind[];
  readonly baselines: Readonly<Record<string, Baseline>>;
}

/** The exit code of a run that the user broke off. */
export const interrupted = 130;

/** Runs the pipeline as the options say, shows how it goes, leaves the files, and gives the exit code. */
export async function execute(plan: Plan, options: Options, surroundings: Surroundings): Promise<number> {
  const { networks, planned, kinds, baselines, ...chosen } = plan;
  const startedAt = new Date();
  const prices = kinds.includes('enriched') ? openPrices(options, networks) : null;
  const index = prices && indexOf(prices);
  const events = pipeline({
    ...chosen,
    ...networks,
    ...given(options),
    sink: openSink(options, surroundings, kinds),
    stop: surroundings.stop,
    ...(index && { join: joinPrices(index, options) }),
  });
  const summary = await watch(events, planned, options, surroundings, networks.network);
  if (surroundings.isStopped()) return interrupted;
  const join = {
    prices: prices && (await lastValueFrom(prices)),
    index: index && (await lastValueFrom(index, { defaultValue: null })),
  };
  return conclude({ summary, ...join, baselines, kinds, startedAt, options, surroundings });
}

/** The options that were given: an absent one leaves the pipeline its default. */
const given = ({ concurrency, limit, acceptShrink }: Options): Partial<PipelineOptions> =>
  Object.fromEntries(Object.entries({ concurrency, limit, acceptShrink }).filter(([, value]) => value !== undefined));

/** Empty where no list could be had. */
const indexOf = (prices: Observable<SettledPrices>) =>
  prices.pipe(
    mergeMap(({ list }) => (list ? [buildPriceIndex(list.rows)] : [])),
    once(),
  );
