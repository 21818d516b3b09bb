import { defer, type OperatorFunction, reduce, timestamp } from 'rxjs';
import type { DeadLetter, Event } from '../model/events.js';
import type { Model } from '../model/model.js';
import type { ProviderRun } from '../model/run.js';
import type { Baseline } from './guardEarlier.js';

/** All that the manifest, the dead letters and the next run's drift need to know of a stream of events. */
export interface Summary {
  readonly providers: Record<string, ProviderRun>;
  readonly baselines: Record<string, Baseline>;
  readonly letters: DeadLetter[];
  /** Prices that were found and refused, with the key of their row (`rowKey`) and the model, `provider/id`. */
  readonly refused: { readonly row: string; readonly model: string; readonly code: string; readonly detail: string }[];
  /** Counts of the joined models: `matches` of those that the price list gave something, `sources` of whose their price is. */
  readonly matches: Record<string, number>;
  readonly prices: Record<string, number>;
  readonly sources: Record<string, number>;
  readonly files: Record<string, string>;
  /** Providers whose rows are not all accounted for: a defect of ours, never of theirs. */
  readonly lost: string[];
}

/**
 * Counts what became of each provider and its rows; emits once, at the end.
 *
 * ```
 * events   s1-s2-m1-c1-f2-|
 * result   ---------------(S|)
 * ```
 */
export function summarize(): OperatorFunction<Event, Summary> {
  return (events) =>
    defer(() => {
      const startedAt = new Map<string, number>();
      return events.pipe(
        timestamp(),
        reduce((summary, { value: event, timestamp: at }) => {
          if (event.type === 'started') startedAt.set(event.provider, at);
          return count(summary, event, at - (startedAt.get(event.provider) ?? at));
        }, empty()),
      );
    });
}

const empty = (): Summary => ({
  ...{ providers: {}, baselines: {}, letters: [], refused: [], matches: {}, prices: {}, sources: {}, files: {} },
  lost: [],
});

const blank = (name: string): ProviderRun => ({
  ...{ name, status: 'skipped', link: null, via: null, fetchedAt: null },
  ...{ rows: 0, models: 0, rejected: 0, skipped: 0, requests: 0, bytes: 0, ms: 0 },
  ...{ error: null, retryAt: null, faults: [], drift: null },
});

function count(summary: Summary, event: Event, ms: number): Summary {
  const provider = (summary.providers[event.provider] ??= blank(event.provider));
  if (event.type === 'started') provider.name = event.name;
  else if (event.type === 'model') {
    provider.models++;
    countPrice(summary, event.enriched);
  } else if (event.type === 'rejected') {
    provider.rejected++;
    summary.letters.push(event.letter);
  } else if (event.type === 'failed') {
    const { error, retryAt, faults } = event;
    Object.assign(provider, { status: 'failed', error, retryAt, faults, ms });
  } else {
    complete(summary, provider, event, ms);
  }
  return summary;
}

function complete(summary: Summary, provider: ProviderRun, event: Event & { type: 'completed' }, ms: number): void {
  const { status, link, via, fetchedAt, rows, skipped, requests, bytes, error, retryAt, faults, drift, shape, files } =
    event;
  Object.assign(provider, {
    ...{ status, link, via, fetchedAt, rows, skipped, requests, bytes },
    ...{ error, retryAt, faults, drift, ms },
  });
  if (status !== 'stale') summary.baselines[event.provider] = { link, rows, shape, readAt: event.readAt };
  for (const file of files) summary.files[file.path] = file.sha256;
  if (rows !== provider.models + provider.rejected + skipped) summary.lost.push(event.provider);
}

function countPrice(summary: Summary, { provider, id, pricing }: Model): void {
  const add = (counts: Record<string, number>, key: string) => (counts[key] = (counts[key] ?? 0) + 1);
  add(summary.prices, pricing.status);
  if (pricing.source !== null) add(summary.sources, pricing.source);
  if (pricing.match && pricing.source !== null && pricing.status !== 'quarantined')
    add(summary.matches, pricing.match.strategy);
  if (!pricing.match || pricing.status !== 'quarantined') return;
  const row = rowKey(pricing.match);
  for (const { code, detail } of pricing.issues)
    summary.refused.push({ row, model: `${provider}/${id}`, code, detail });
}

/** What names a row of a price list. */
export const rowKey = (row: { readonly provider: string; readonly model: string }): string =>
  `${row.provider}/${row.model}`;
