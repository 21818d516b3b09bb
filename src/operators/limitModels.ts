import { map, type MonoTypeOperatorFunction } from 'rxjs';
import type { Settled } from '../model/events.js';

/**
 * Keeps the first `most` models of a provider and counts the rest as skipped.
 *
 * ```
 * settled   -S|      five models
 * result    -T|      two models, three skipped (most = 2)
 * ```
 */
export function limitModels(most = Infinity): MonoTypeOperatorFunction<Settled> {
  return map((settled) => {
    const over = Math.max(0, settled.models.length - most);
    return over === 0
      ? settled
      : { ...settled, models: settled.models.slice(0, most), skipped: settled.skipped + over };
  });
}
