import type { Change } from '../model/change.js';
import type { CostField } from '../model/cost.js';
import type { DeadLetter } from '../model/deadLetter.js';
import type { HistoryLine } from '../model/history.js';
import type { ModelEntry } from '../model/models.js';
import type { ProviderFile } from '../model/providerFile.js';
import type { Run } from '../model/run.js';
import { type OfferTimelines, timelinesOf } from '../history/timelines.js';
import type { ReportData, ReportProvider, Step, Steps } from './reportData.js';
import { reportRunOf } from './reportRunOf.js';
import { slimOf } from './slim.js';

/** What a folder holds of its last run. */
export interface Written {
  readonly version: string;
  readonly table: readonly ProviderFile[];
  readonly run: Run | undefined;
  readonly models: readonly ModelEntry[];
  readonly history: readonly HistoryLine[];
  /** The oldest first. */
  readonly changes: readonly Change[];
  readonly rejected: readonly DeadLetter[];
}

/** More than this nobody reads, and the page has to stay small. */
const mostChanges = 5000;
const mostRejected = 500;

/** What the page shows of a folder; `now` is ms since 1970. */
export function reportOf(
  { version, table, run, models, history, changes, rejected }: Written,
  now: number,
): ReportData {
  return {
    version,
    madeAt: new Date(now).toISOString(),
    providers: table.map(providerOf),
    run: run ? reportRunOf(run) : null,
    models: models.map(entryOf),
    steps: stepsOf(history),
    changes: changes.slice(-mostChanges),
    olderChanges: Math.max(0, changes.length - mostChanges),
    rejected: rejected.slice(0, mostRejected).map(letterOf),
  };
}

const entryOf = ({
  key,
  line,
  lab,
  family,
  version,
  size,
  variant,
  snapshots,
}: ModelEntry): ReportData['models'][number] => ({
  ...{ key, line, lab, family, version, size, variant, snapshots },
});

const letterOf = ({ source, kind, stage, reason, path }: DeadLetter): ReportData['rejected'][number] => ({
  ...{ source, kind, stage, reason, path },
});

const providerOf = ({ provider: { id, name, kind, docs }, sources, models }: ProviderFile): ReportProvider => ({
  ...{ id, name, kind, docs, sources },
  offers: models.map(slimOf),
});

/** The prices that hold without a condition, by offer. */
function stepsOf(history: readonly HistoryLine[]): Record<string, Steps> {
  const base = history.filter(({ when }) => Object.keys(when).length === 0);
  return Object.fromEntries(
    [...timelinesOf(base)].flatMap(([provider, offers]) =>
      [...offers].map(([id, timelines]) => [`${provider}/${id}`, stepsIn(timelines)]),
    ),
  );
}

function stepsIn(timelines: OfferTimelines): Steps {
  const steps: Partial<Record<CostField, Step[]>> = {};
  for (const periods of timelines.values())
    for (const { from, to, line } of periods)
      (steps[line.component] ??= []).push([iso(from), to === Infinity ? null : iso(to), line.usd]);
  return steps;
}

const iso = (ms: number): string => new Date(ms).toISOString();
