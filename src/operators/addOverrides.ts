import { defaultIfEmpty, identity, map, type MonoTypeOperatorFunction } from 'rxjs';
import { openCourt, type OpenCourt } from '../settle/court.js';
import type { Overrides } from '../settle/overrides.js';

/**
 * Lets people's corrections speak with the price lists, also where there are no lists.
 *
 * ```
 * court    --(c|)    --|
 * result   --(C|)    --(O|)     O = the corrections alone
 * ```
 */
export const addOverrides = (overrides: Overrides | undefined): MonoTypeOperatorFunction<OpenCourt> =>
  overrides
    ? (court) =>
        court.pipe(
          defaultIfEmpty(openCourt([])),
          map((one) => ({ ...one, overrides })),
        )
    : identity;
