import { createHash } from 'node:crypto';
import type { Quarantined } from '../model/quarantined.js';
import { type Run, run as runSchema, type SourceRun } from '../model/run.js';
import { version } from '../read/version.js';
import { runPath } from '../store/paths.js';
import { overridesRun } from './overridesRun.js';
import { seenAfter } from './seenAfter.js';
import { leavesManifest, type RunEnd, type RunPlan, type Sink } from './sink.js';
import { prettyJson, writeAtomically } from './writeAtomically.js';

/** `run.json`, written last. */
export const manifest: Sink = {
  open: (plan) =>
    leavesManifest(plan)
      ? {
          write: () => Promise.resolve(),
          commit: async (end) => [await writeAtomically(plan.out, runPath, prettyJson(manifestOf(plan, end)))],
          abort: () => Promise.resolve([]),
        }
      : undefined,
};

/** The manifest of a run, as `run.json` holds it. */
export function manifestOf(plan: RunPlan, end: RunEnd): Run {
  const { startedAt, options, outcomes, datasets } = plan;
  const { summary, ms, clock } = end;
  const providers = byKey(summary.providers);
  const runs = Object.values(providers);
  const { readAgain } = seenAfter(plan, summary);
  const ended = Object.fromEntries(Object.entries(providers).map(([id, { status }]) => [id, status]));
  const sum = (field: 'models' | 'rejected' | 'skipped') => runs.reduce((total, one) => total + one[field], 0);
  const files = byKey(Object.fromEntries(end.files.map(({ path, sha256 }) => [path, sha256])));
  const left = Object.entries(plan.left ?? {}).filter(([path]) => !Object.hasOwn(files, path));
  return withDigest({
    schemaVersion: 2,
    version,
    startedAt: startedAt.toISOString(),
    ms,
    ...(typeof clock === 'string' && { clock }),
    options,
    providers,
    prices: byKey(summary.prices),
    outcomes: byKey({ ...outcomes, ...(datasets.includes('raw') && ended) }),
    ...(Object.keys(readAgain?.sources ?? {}).length > 0 && { readAgain }),
    matches: byCount(summary.matches),
    quarantined: summary.quarantined.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)),
    overrides: overridesRun(plan, summary),
    totals: {
      providers: tally(runs),
      models: sum('models'),
      rejected: sum('rejected'),
      skipped: sum('skipped'),
      prices: byCount(summary.statuses),
      unpriced: byCount(summary.unpriced),
      sources: byCount(summary.sources),
    },
    files,
    ...(left.length > 0 && { left: byKey(Object.fromEntries(left)) }),
  });
}

/** The manifest with its own digest, in the order of its form. */
function withDigest(manifest: Run): Run {
  const told = runSchema.parse(manifest);
  return { ...told, digest: digestOf(told) };
}

/** What `digest` of a manifest has to be. Takes it as it is parsed, keys in their order. */
export function digestOf(manifest: object): string {
  const told = { ...manifest, digest: undefined };
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}

const placeOf = ({ model, witness, code, detail }: Quarantined): string => [model, witness, code, detail].join(' ');

const byKey = <Value>(entries: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));

const byCount = (counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1)));

function tally(runs: readonly Pick<SourceRun, 'status'>[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { status } of runs) counts.set(status, (counts.get(status) ?? 0) + 1);
  return byCount(Object.fromEntries(counts));
}
