import type { Change } from '../model/change.js';
import type { CostField } from '../model/cost.js';
import type { DeadLetter } from '../model/deadLetter.js';
import type { ModelEntry } from '../model/models.js';
import type { ProviderFile } from '../model/providerFile.js';
import type { Run, SourceRun } from '../model/run.js';
import type { SlimModel } from './slim.js';

/** A provider with its offers. */
export interface ReportProvider extends Pick<ProviderFile['provider'], 'id' | 'name' | 'kind' | 'docs'> {
  /** The pages that the offers name. */
  readonly sources: ProviderFile['sources'];
  readonly offers: readonly SlimModel[];
}

/** What one price was from when to when: ISO 8601, null where it holds on, and USD in the units of `cost`, null where none was known. */
export type Step = readonly [from: string, to: string | null, usd: number | null];

/** How the prices of an offer that hold without a condition moved, the oldest first. */
export type Steps = Readonly<Partial<Record<CostField, readonly Step[]>>>;

/** How a source was read, in the words of `run.json`. */
export type ReportSource = Pick<
  SourceRun,
  | 'name'
  | 'status'
  | 'via'
  | 'fetchedAt'
  | 'readAt'
  | 'rows'
  | 'rejected'
  | 'skipped'
  | 'requests'
  | 'bytes'
  | 'ms'
  | 'times'
  | 'error'
  | 'retryAt'
  | 'partial'
  | 'kept'
  | 'unread'
> & {
  /** Offers, or rows of a price list. */
  readonly items: number;
};

/** The last run, in the words of `run.json`. */
export interface ReportRun extends Pick<Run, 'version' | 'startedAt' | 'ms' | 'quarantined' | 'totals' | 'matches'> {
  readonly concurrency: number;
  readonly providers: Readonly<Record<string, ReportSource>>;
  readonly prices: Readonly<Record<string, ReportSource>>;
}

/** All that the page shows: what the last run into a folder left there. */
export interface ReportData {
  /** Of the program. */
  readonly version: string;
  /** Of the page, ISO 8601. */
  readonly madeAt: string;
  readonly providers: readonly ReportProvider[];
  /** The last run; null where the folder tells of none. */
  readonly run: ReportRun | null;
  /** Which models the offers are. */
  readonly models: readonly Omit<ModelEntry, 'offers' | 'ids'>[];
  /** By `provider/id`. */
  readonly steps: Readonly<Record<string, Steps>>;
  /** What runs found changed, the oldest first. */
  readonly changes: readonly Change[];
  /** How many older ones are left out. */
  readonly olderChanges: number;
  /** Rows that could not be read; of many the first. */
  readonly rejected: readonly Omit<DeadLetter, 'row'>[];
}
