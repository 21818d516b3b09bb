import { map, type MonoTypeOperatorFunction } from 'rxjs';
import type { Settled } from '../model/events.js';
import type { ProviderFile } from '../model/providerFile.js';
import { fill, filledBy, fillOrigin } from '../sources/fill.js';
import type { Link } from '../sources/source.js';

/**
 * Keeps what an earlier run had from a filling link that failed this time: what is null now is filled as it was then, and
 * so noted. An earlier output that was a recording is kept against nothing.
 *
 * ```
 * settled   -a---b---|     b with a fault of the catalog
 * result    -a---B---|     B = b filled with what the catalog said before
 * ```
 */
export function keepFilled(
  earlier: ProviderFile | undefined,
  links: readonly Link[],
): MonoTypeOperatorFunction<Settled> {
  return map((settled) => {
    if (earlier === undefined || earlier.via === 'recording' || settled.status === 'stale') return settled;
    const failed = links.filter(({ name }) => settled.faults.some(({ link }) => link === name)).map(fillOrigin);
    const models = failed.reduce<readonly Settled['models'][number][]>(
      (some, origin) =>
        fill(
          some,
          earlier.models.map((model) => filledBy(origin, model)),
          origin,
        ),
      settled.models,
    );
    return failed.length > 0 ? { ...settled, models } : settled;
  });
}
