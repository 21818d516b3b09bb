import { asyncScheduler, map, type MonoTypeOperatorFunction } from 'rxjs';
import type { Settled } from '../model/events.js';
import type { ProviderFile } from '../model/providerFile.js';
import { driftOf, type Shape } from '../model/shape.js';
import { fromEarlier } from './standIn.js';

/** What the last run saw of a link's rows. */
export interface Baseline {
  readonly link: string;
  readonly rows: number;
  readonly shape: Shape;
  /** ISO 8601: when they were read, were they the same as before; what an older version wrote lacks it. */
  readonly readAt?: string | undefined;
}

export interface GuardEarlierOptions {
  readonly earlier?: ProviderFile | undefined;
  readonly baseline?: Baseline | undefined;
  /** Names of the source's links, best first. */
  readonly links: readonly string[];
  /** Believe a list that lost more than 30 % of its rows or models. Default false. */
  readonly acceptShrink?: boolean;
}

/** A list that keeps fewer of its rows, or of the models read from them, is more likely cut short than cleaned up. */
export const leastKept = 0.7;

/** For so long after it was last read, an answer of a better link outranks a new one of a lesser link. */
const longestOutrankedMs = 7 * 24 * 3_600_000;

/**
 * Notes the drift against the last run, and keeps the earlier output where the new reading knows less: a list that
 * shrank by more than 30 % (rows, or models read from them), or one from a lesser link because a better one failed. An
 * equal one is marked unchanged. An earlier output that was a recording is kept against nothing.
 *
 * ```
 * settled   -a---b---c---|     a as before, b half as long, c new
 * result    -U---S---c---|     U unchanged, S stale
 * ```
 */
export function guardEarlier(options: GuardEarlierOptions): MonoTypeOperatorFunction<Settled> {
  const { earlier, baseline, links, acceptShrink = false } = options;
  return map((settled) => {
    if (settled.status === 'stale') return settled;
    const drift = baseline?.link === settled.link ? driftOf(baseline, settled) : null;
    if (earlier === undefined) return { ...settled, drift };

    const fewer = acceptShrink ? null : shrunk(settled, earlier, baseline);
    if (fewer) return { ...fromEarlier(earlier, { message: fewer, faults: settled.faults }), drift };
    if (isOutranked(settled, earlier, links, asyncScheduler.now() - lastRead(earlier, baseline))) {
      return { ...fromEarlier(earlier, { message: settled.error ?? '', faults: settled.faults }), drift };
    }
    return isSame(settled, earlier)
      ? { ...settled, models: earlier.models, fetchedAt: earlier.fetchedAt, status: 'unchanged', drift }
      : { ...settled, drift };
  });
}

function shrunk(settled: Settled, earlier: ProviderFile, baseline: Baseline | undefined): string | null {
  if (earlier.link !== settled.link || earlier.via === 'recording') return null;
  const counts = [
    { what: 'rows', was: baseline?.link === settled.link ? baseline.rows : 0, is: settled.rows },
    { what: 'models', was: earlier.models.length, is: settled.models.length },
  ];
  const fell = counts.find(({ was, is }) => is < was * leastKept);
  return fell
    ? `the list fell from ${fell.was} to ${fell.is} ${fell.what}; if that is right, run again with --accept-shrink`
    : null;
}

function isOutranked(settled: Settled, earlier: ProviderFile, links: readonly string[], ageMs: number): boolean {
  const rank = links.indexOf(earlier.link);
  const failed = settled.faults.some(({ link }) => link === earlier.link);
  return (
    failed &&
    ageMs < longestOutrankedMs &&
    earlier.via !== 'recording' &&
    rank >= 0 &&
    rank < links.indexOf(settled.link)
  );
}

/** An unchanged output keeps the date of its first reading, so the baseline knows better. */
const lastRead = (earlier: ProviderFile, baseline: Baseline | undefined): number =>
  Date.parse((baseline?.link === earlier.link && baseline.readAt) || earlier.fetchedAt);

const isSame = (settled: Settled, earlier: ProviderFile): boolean =>
  settled.status === 'fresh' &&
  settled.link === earlier.link &&
  settled.via === earlier.via &&
  content(settled.models) === content(earlier.models);

/** All but when it was fetched, in an order of its own. */
const content = (models: ProviderFile['models'] | Settled['models']): string =>
  JSON.stringify(
    [...models]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((model) => ({ ...model, source: { ...model.source, fetchedAt: '', sha256: '' } })),
  );
