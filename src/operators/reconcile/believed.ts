import type { Baseline } from '../../model/baseline.js';
import type { Stated } from '../../model/shape.js';
import type { Snapshot } from '../../model/snapshot.js';
import { withDated } from './lasting.js';
import type { LostPart } from './lost.js';
import { mostStated } from './mostStated.js';
import { leastKept } from './shrunk.js';

/**
 * The snapshot with the prices that fell and are kept counted as stated, so that those of the next readings are held
 * against them until the fall is accepted, and do not slip away when the seven readings are over.
 */
export function believed<Item>(
  snapshot: Snapshot<Item>,
  lost: readonly LostPart[],
  baseline: Baseline | undefined,
): Snapshot<Item> {
  if (snapshot.kept.prices === 0) return snapshot;
  const fell = lost.filter((part) => part.fell).map(({ endpoint }) => endpoint);
  const stated = fell.map((name) => [name, statedBefore(snapshot.stated[name] ?? {}, mostStated(baseline, name))]);
  return { ...snapshot, stated: { ...snapshot.stated, ...(Object.fromEntries(stated) as Stated) } };
}

const statedBefore = (now: Stated[string], most: Stated[string], told = withDated(now)): Stated[string] => ({
  ...now,
  ...Object.fromEntries(Object.entries(most).filter(([name, count]) => (told[name] ?? 0) < count * leastKept)),
});
