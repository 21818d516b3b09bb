import { defer, map, type OperatorFunction, reduce, timestamp } from 'rxjs';
import type { Completed, Event, Failed, ModelRead, SourceRef } from '../model/events.js';
import type { Fault } from '../model/fault.js';
import type { ItemCounts } from '../model/reading.js';
import type { Quarantined } from '../model/quarantined.js';
import type { PriceListRun, ProviderRun, SourceRun } from '../model/run.js';
import type { Times } from '../model/times.js';
import { overrideWitness } from '../settle/overrides.js';
import { emptySummary, mergeSummaries } from './summarize/mergeSummaries.js';

/** All that the manifest needs to know of a stream of events; records are without a prototype, for ids and codes are keys. */
export interface Summary {
  readonly providers: Record<string, ProviderRun>;
  readonly prices: Record<string, PriceListRun>;
  /** Prices that are not believed, or disputed. */
  readonly quarantined: Quarantined[];
  /** Offers that an override speaks of, and those of them where all others agree with it. */
  readonly overridden: string[];
  readonly agreed: string[];
  /** Counts of the joined models: `matches` of those that a price list gave something, `sources` of whose their price is. */
  readonly matches: Record<string, number>;
  readonly statuses: Record<string, number>;
  readonly sources: Record<string, number>;
  /** Joined models without a price, by the code of each reason. */
  readonly unpriced: Record<string, number>;
  /** The last event of each source that did not fail. */
  readonly completed: Completed[];
  /** Sources whose rows are not all accounted for: a defect of ours, never of theirs. */
  readonly lost: string[];
}

/**
 * Counts what became of each source and its rows; emits once, at the end. Of a source that fails only the failure counts.
 * `tookMs` says how long a source took, in ms; without it that is from its start to its end. `times` says when what happened
 * to it, and is asked at its end.
 *
 * ```
 * events   s1-s2-m1-c1-f2-|
 * result   ---------------(S|)
 * ```
 */
export function summarize(
  tookMs?: (who: SourceRef) => number,
  times?: (who: SourceRef) => Times,
): OperatorFunction<Event, Summary> {
  return (events) =>
    defer(() => {
      const startedAt = new Map<string, number>();
      return events.pipe(
        timestamp(),
        reduce((bySource, { value: event, timestamp: at }) => {
          const key = `${event.kind}/${event.source}`;
          if (event.type === 'started') startedAt.set(key, at);
          // A clock that was set back in between has run for no time.
          const ms = Math.round(tookMs?.(event) ?? Math.max(0, at - (startedAt.get(key) ?? at)));
          return bySource.set(key, count(bySource.get(key) ?? emptySummary(), event, { ms, times }));
        }, new Map<string, Summary>()),
        map((bySource) => mergeSummaries([...bySource.values()])),
      );
    });
}

const blank: SourceRun = {
  name: '',
  status: 'skipped',
  endpoint: null,
  url: null,
  via: null,
  fetchedAt: null,
  sha256: null,
  sources: {},
  readAt: null,
  partial: null,
  rows: 0,
  rejected: 0,
  skipped: 0,
  priced: 0,
  unread: {},
  kept: { records: 0, prices: 0, facts: 0 },
  jumps: [],
  gone: { records: [], prices: [] },
  requests: { answered: 0, retried: 0, failed: 0 },
  bytes: 0,
  ms: 0,
  faults: [],
  error: null,
  retryAt: null,
  drift: null,
};

/** How long a source took so far, and who knows when what happened to it. */
interface Timed {
  readonly ms: number;
  readonly times: ((who: SourceRef) => Times) | undefined;
}

const timesAt = (end: Event, { ms, times }: Timed): Pick<SourceRun, 'ms' | 'times'> => ({
  ms,
  ...(times && { times: times(end) }),
});

function count(summary: Summary, event: Event, timed: Timed): Summary {
  const source = sourceIn(summary, event);
  if (event.type === 'started') source.name = event.name;
  else if (event.type === 'model') {
    (source as ProviderRun).models++;
    countPrice(summary, event);
  } else if (event.type === 'price') (source as PriceListRun).prices++;
  else if (event.type === 'rejected') source.rejected++;
  else if (event.type === 'failed') return failure(source, event, timesAt(event, timed));
  else {
    summary.completed.push(event);
    complete(summary, source, event, timesAt(event, timed));
  }
  return summary;
}

/** What a source told before it failed is not left anywhere, so it doesn't count. */
function failure({ name }: SourceRun, event: Failed, times: Pick<SourceRun, 'ms' | 'times'>): Summary {
  const { error, retryAt, faults, requests } = event;
  const summary = emptySummary();
  Object.assign(sourceIn(summary, event), { name, status: 'failed', error, retryAt, faults, requests, ...times });
  return summary;
}

function sourceIn(summary: Summary, { kind, source }: Event): ProviderRun | PriceListRun {
  return kind === 'provider'
    ? (summary.providers[source] ??= { ...blank, name: source, models: 0 })
    : (summary.prices[source] ??= { ...blank, name: source, prices: 0 });
}

/** The counts of events and of the snapshot must agree: a difference is a row that got lost. */
function complete(
  summary: Summary,
  source: ProviderRun | PriceListRun,
  { head, source: id, repeated }: Completed,
  times: Pick<SourceRun, 'ms' | 'times'>,
): void {
  if (repeated) repeatedCounts(summary, source, head.rejected, repeated);
  const items = 'models' in source ? source.models : source.prices;
  const isWhole =
    head.rows + head.kept.records === items + head.rejected + head.skipped && head.rejected === source.rejected;
  Object.assign(source, head, times);
  if (isWhole) return;
  summary.lost.push(id);
  const fault = lostRows(head.endpoint);
  Object.assign(source, { faults: [...head.faults, fault], error: head.error ?? fault.error });
}

/** Counts of a source of which no item is told again. */
function repeatedCounts(
  summary: Summary,
  source: ProviderRun | PriceListRun,
  rejected: number,
  { items, quarantined, ...counts }: ItemCounts,
): void {
  if ('models' in source) source.models = items;
  else source.prices = items;
  source.rejected = rejected;
  for (const one of quarantined) summary.quarantined.push(one);
  for (const name of ['matches', 'statuses', 'sources', 'unpriced'] as const)
    Object.assign(summary[name], counts[name]);
}

const lostRows = (endpoint: string): Fault => ({
  ...{ endpoint, request: null, url: null, kind: 'defect', httpStatus: null, attempts: 1, retryAt: null },
  error: 'not all rows are accounted for: a defect of ratecard, please report it',
});

export function countPrice(summary: Summary, { model, enriched: { pricing }, refused }: ModelRead): void {
  const add = (counts: Record<string, number>, key: string) => (counts[key] = (counts[key] ?? 0) + 1);
  add(summary.statuses, pricing.status);
  if (pricing.source !== null) add(summary.sources, pricing.source);
  else for (const code of new Set(pricing.issues.map((issue) => issue.code))) add(summary.unpriced, code);
  if (pricing.match && pricing.source !== null && pricing.status !== 'quarantined')
    add(summary.matches, pricing.match.strategy);
  const name = `${model.provider}/${model.id}`;
  for (const one of refused) summary.quarantined.push({ ...one, model: name });
  if (pricing.source === overrideWitness || refused.some(({ witness }) => witness === overrideWitness))
    summary.overridden.push(name);
  if (pricing.issues.some(({ code }) => code === 'override-agreed')) summary.agreed.push(name);
  for (const { code, detail } of pricing.issues)
    if (code === 'disputed') summary.quarantined.push({ model: name, witness: null, row: null, code, detail });
}
