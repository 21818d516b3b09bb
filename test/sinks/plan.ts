import type { PriceListRun, ProviderRun } from '../../src/model/run.js';
import type { Summary } from '../../src/operators/summarize.js';
import type { OpenSink, RunEnd, RunPlan, Sink } from '../../src/sinks/sink.js';
import { aHead, day1 } from '../builders.js';

/** A run that reads everything into `out`. */
export const aPlan = (out: string, more: Partial<RunPlan> = {}): RunPlan => ({
  out,
  datasets: ['raw', 'enriched'],
  dryRun: false,
  acceptShrink: false,
  startedAt: new Date(day1),
  options: {},
  baselines: {},
  outcomes: {},
  isCut: false,
  ...more,
});

/** What became of a provider. */
export const aProviderRun = (more: Partial<ProviderRun> = {}): ProviderRun => ({ ...aSourceRun, models: 1, ...more });

/** What became of a price list. */
export const aListRun = (more: Partial<PriceListRun> = {}): PriceListRun => ({ ...aSourceRun, prices: 1, ...more });

const aSourceRun = { ...aHead(), faults: [], name: 'Acme', ms: 3 };

export const aSummary = (more: Partial<Summary> = {}): Summary => ({
  ...{ providers: {}, prices: {}, quarantined: [], overridden: [], agreed: [] },
  ...{ matches: {}, statuses: {}, sources: {}, unpriced: {}, completed: [], lost: [] },
  ...more,
});

export const anEnd = (more: Partial<RunEnd> = {}): RunEnd => ({
  ...{ summary: aSummary(), ms: 5, files: [] },
  ...more,
});

/** The sink for a run that has something to write there. */
export const opened = (sink: Sink, plan: RunPlan): OpenSink => {
  const open = sink.open(plan);
  if (!open) throw new Error('the sink has nothing to write');
  return open;
};
