import { run, type Run } from '../model/run.js';
import type { SettledPrices } from '../operators/settlePrices.js';
import type { Summary } from '../operators/summarize.js';
import type { Options } from './options.js';
import { version } from './version.js';

/** The manifest of a run, as `run.json` holds it. */
export function manifestOf(
  summary: Summary,
  prices: SettledPrices | null,
  facts: { options: Options; startedAt: Date; files: Run['files'] },
): Run {
  const providers = Object.entries(summary.providers).sort(([a], [b]) => (a < b ? -1 : 1));
  const sum = (field: 'models' | 'rejected' | 'skipped') =>
    providers.reduce((total, [, provider]) => total + provider[field], 0);
  return run.parse({
    schemaVersion: 1,
    version,
    startedAt: facts.startedAt.toISOString(),
    ms: Date.now() - facts.startedAt.getTime(),
    options: facts.options,
    providers: Object.fromEntries(providers),
    prices: prices && priceRun(prices),
    matches: sorted(summary.matches),
    quarantined: summary.quarantined.toSorted((a, b) => (`${a.provider} ${a.id}` < `${b.provider} ${b.id}` ? -1 : 1)),
    totals: {
      providers: tally(providers.map(([, { status }]) => status)),
      models: sum('models'),
      rejected: sum('rejected'),
      skipped: sum('skipped'),
      prices: sorted(summary.prices),
      sources: sorted(summary.sources),
    },
    files: facts.files,
  });
}

const priceRun = ({ list, status, error, retryAt }: SettledPrices): Run['prices'] => ({
  source: list?.source ?? 'helicone',
  ...{ status, error, retryAt, url: list?.url ?? null, fetchedAt: list?.fetchedAt ?? null },
  ...{ rows: list?.rows.length ?? 0, rejected: list?.rejected.length ?? 0, bytes: list?.bytes ?? 0 },
});

const sorted = (counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).sort(([, a], [, b]) => b - a));

const tally = (words: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return sorted(counts);
};
