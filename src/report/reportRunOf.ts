import type { Run, SourceRun } from '../model/run.js';
import { defaultConcurrency } from '../pipelineOptions.js';
import type { ReportRun, ReportSource } from './reportData.js';

/** What the page shows of a run. */
export const reportRunOf = ({ version, startedAt, ms, options, providers, prices, ...told }: Run): ReportRun => ({
  ...{ version, startedAt, ms },
  ...{ quarantined: told.quarantined, totals: told.totals, matches: told.matches },
  concurrency: typeof options['concurrency'] === 'number' ? options['concurrency'] : defaultConcurrency,
  providers: eachOf(providers, ({ models }) => models),
  prices: eachOf(prices, (list) => list.prices),
});

const eachOf = <Source extends SourceRun>(
  sources: Readonly<Record<string, Source>>,
  itemsOf: (source: Source) => number,
): Record<string, ReportSource> =>
  Object.fromEntries(
    Object.entries(sources).map(([id, source]) => [id, { ...readingOf(source), items: itemsOf(source) }]),
  );

const readingOf = (source: SourceRun): Omit<ReportSource, 'items'> => {
  const { name, status, via, fetchedAt, readAt, rows, rejected, skipped } = source;
  const { requests, bytes, ms, times, error, retryAt, partial, kept, unread } = source;
  return {
    name,
    status,
    via,
    fetchedAt,
    readAt,
    rows,
    rejected,
    skipped,
    requests,
    bytes,
    ms,
    times,
    error,
    retryAt,
    partial,
    kept,
    unread,
  };
};
