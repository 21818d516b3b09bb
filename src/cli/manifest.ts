import { run, type Run } from '../model/run.js';
import type { SettledPrices } from '../operators/settlePrices.js';
import { rowKey, type Summary } from '../operators/summarize.js';
import type { PriceIndex } from '../match/priceIndex.js';
import type { Options } from './options.js';
import { version } from '../model/version.js';

/** What the manifest says beyond the summary. */
interface Facts {
  readonly options: Options;
  readonly startedAt: Date;
  readonly index: PriceIndex | null;
  readonly files: Run['files'];
  /** How downloads of earlier runs ended, by provider. */
  readonly earlier: Run['outcomes'];
  readonly isDownload: boolean;
}

/** The manifest of a run, as `run.json` holds it. */
export function manifestOf(summary: Summary, prices: SettledPrices | null, facts: Facts): Run {
  const providers = Object.entries(summary.providers).sort(([a], [b]) => (a < b ? -1 : 1));
  const ended = Object.fromEntries(providers.map(([id, { status }]) => [id, status]));
  const sum = (field: 'models' | 'rejected' | 'skipped') =>
    providers.reduce((total, [, provider]) => total + provider[field], 0);
  return run.parse({
    schemaVersion: 1,
    version,
    startedAt: facts.startedAt.toISOString(),
    ms: Date.now() - facts.startedAt.getTime(),
    options: { ...facts.options },
    providers: Object.fromEntries(providers),
    outcomes: byKey({ ...facts.earlier, ...(facts.isDownload && ended) }),
    prices: prices && priceRun(prices),
    matches: sorted(summary.matches),
    quarantined: facts.index ? quarantined(facts.index, summary) : [],
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

const byKey = <Value>(entries: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));

const sorted = (counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).sort(([, a], [, b]) => b - a));

const tally = (words: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return sorted(counts);
};

/** Every price of the list that is not believed, whether or not a model asked for it, and those believed of no model. */
function quarantined({ rows, verdictOf }: PriceIndex, { refused }: Summary): Run['quarantined'] {
  const found = new Map(rows.map(({ row }) => [rowKey(row), row]));
  const of = (key: string, code: string) => refused.filter((one) => one.row === key && one.code === code);
  const models = (key: string, code: string) =>
    of(key, code)
      .map(({ model }) => model)
      .sort();
  const judged = rows.flatMap(({ row }) =>
    verdictOf(row).issues.map(({ code, detail }) => ({ code, detail, row, models: models(rowKey(row), code) })),
  );
  const known = new Set(judged.map(({ row, code }) => `${rowKey(row)} ${code}`));
  const others = new Map(refused.map((one) => [`${one.row} ${one.code}`, one]));
  const more = [...others].flatMap(([key, { row: name, code, detail }]) => {
    const row = found.get(name);
    return row && !known.has(key) ? [{ code, detail, row, models: models(name, code) }] : [];
  });
  return [...judged, ...more].sort((a, b) => (rowKey(a.row) < rowKey(b.row) ? -1 : 1));
}
