import { lastValueFrom, of, throwError } from 'rxjs';
import type { Model } from '../../src/model/model.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import type { Previous } from '../../src/model/previous.js';
import { reconcile, type ReconcileOptions } from '../../src/operators/reconcile.js';
import { UnreadError } from '../../src/read/unreadError.js';
import { baselineOf } from '../../src/sinks/baselineOf.js';
import { conditionOf } from '../../src/sources/conditions.js';
import { statedPrices } from '../../src/sources/statedPrices.js';
import { recordedEndpoints, type RecordedEndpoint, reread } from './recorded.js';

/** What a run left behind that read this, or in which it stood in. */
export function known(snapshot: Snapshot<Model>, earlier?: Previous<Model>): Previous<Model> {
  const { items, letters, shape, stated, ...head } = { ...snapshot, via: 'live' as const };
  const baseline = head.status === 'stale' ? earlier?.baseline : baselineOf({ head, shape, stated }, earlier?.baseline);
  return { snapshot: { ...head, items, letters, shape, stated }, baseline };
}

/** What the next run makes of a reading, or of a list that could not be read. */
export const nextRun = (
  { source }: Pick<RecordedEndpoint, 'source'>,
  previous: Previous<Model>,
  reading: Snapshot<Model> | Error,
  accept: Pick<ReconcileOptions<never, Model>, 'acceptJump' | 'acceptShrink'> = {},
): Promise<Snapshot<Model>> => {
  const read = reading instanceof Error ? throwError(() => new UnreadError([])) : of(reading);
  return lastValueFrom(read.pipe(reconcile<never, Model>({ source: source as never, previous, ...accept })));
};

/** Every price of the models, those of tiers included, by the model's id and the price's name. */
export const pricesIn = (models: readonly Model[]): Map<string, number> =>
  new Map(
    models.flatMap((model) =>
      statedPrices(model, conditionOf).map(([name, price]) => [`${model.id} ${name}`, price] as const),
    ),
  );

/** The prices that are gone, or are another by more than five times, or none. */
export function missed(before: readonly Model[], after: readonly Model[]): string[] {
  const now = pricesIn(after);
  return [...pricesIn(before)].flatMap(([name, was]) => {
    const is = now.get(name);
    if (is === undefined) return [`${name} is gone`];
    return is === was || was === 0 || (is > was / 5 && is < was * 5) ? [] : [`${name}: ${was} -> ${is}`];
  });
}

/** Whether nothing is missed of what was known, and the run says so; or nothing was missing in the first place. */
export const isKept = (before: Snapshot<Model>, reading: Snapshot<Model> | Error, after: Snapshot<Model>): boolean => {
  if (!(reading instanceof Error) && missed(before.items, reading.items).length === 0) return true;
  return missed(before.items, after.items).length === 0 && (after.status === 'stale' || after.error !== null);
};

/** An endpoint, and what it gave as it was recorded. */
export interface PricedEndpoint extends RecordedEndpoint {
  readonly before: Snapshot<Model>;
}

const pageOf = ({ source, answers }: RecordedEndpoint): string =>
  `${source.id} ${answers.find(({ page }) => page)?.page?.sha256}`;

/** Every recorded endpoint that states prices; of two that read the same page the first one. */
export const pricedEndpoints: readonly PricedEndpoint[] = (
  await Promise.all(
    recordedEndpoints
      .filter((one, i, all) => all.findIndex((other) => pageOf(other) === pageOf(one)) === i)
      .map(async (recorded) => ({ ...recorded, before: await reread(recorded) })),
  )
).filter(({ before }) => before.priced > 0);
