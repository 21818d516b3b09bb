import type { Move } from '../../sources/kind.js';
import { grouped } from '../../sources/parse/grouped.js';
import { isFar } from './far.js';

/** Prices of one endpoint that all moved by one factor. */
export interface CommonFactor {
  /** The endpoint. */
  readonly by: string;
  /** Name of the prices, where only those of one name moved so. */
  readonly field: string | null;
  /** How often the new price is the earlier one: 1000, or 0.001. */
  readonly factor: number;
  readonly moved: readonly Move[];
  /** Prices that were compared. */
  readonly of: number;
}

/** Nobody makes all prices so many times dearer or cheaper: that is cents for dollars, minutes for hours, or 1K for 1M. */
const leastUnit = 50;

/** Whether the factor can only be that of another unit. */
export const isUnit = ({ factor }: Pick<CommonFactor, 'factor'>): boolean =>
  factor >= leastUnit || factor <= 1 / leastUnit;

/** Rounded prices are this near to one factor. */
const near = 1.1;

/**
 * The endpoints of which more than half of the prices, or of those of one name, moved by one factor that is more than five
 * times, up or down: more likely another unit than other prices. One price alone has no factor in common.
 */
export function commonFactors(moves: readonly Move[]): CommonFactor[] {
  const stated = moves.filter(({ was, is }) => was > 0 && is > 0);
  return [...grouped(stated, ({ by }) => by)].flatMap(([by, own]): CommonFactor[] => {
    const whole = common(own);
    if (whole) return [{ by, field: null, ...whole }];
    return [...grouped(own, ({ field }) => field)].flatMap(([field, some]) => {
      const part = common(some);
      return part ? [{ by, field, ...part }] : [];
    });
  });
}

function common(moves: readonly Move[]): Pick<CommonFactor, 'factor' | 'moved' | 'of'> | undefined {
  const far = moves.filter(isFar);
  if (far.length * 2 <= moves.length) return undefined;
  const factors = far.map(({ was, is }) => is / was).sort((a, b) => a - b);
  const factor = factors[Math.floor(factors.length / 2)] ?? 1;
  const moved = far.filter(({ was, is }) => is / was < factor * near && is / was > factor / near);
  const isMost = moved.length * 2 > moves.length && new Set(moved.map(({ id }) => id)).size > 1;
  return isMost ? { factor, moved, of: moves.length } : undefined;
}
