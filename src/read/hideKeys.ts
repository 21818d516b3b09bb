import { catchError, identity, map, type MonoTypeOperatorFunction, pipe, throwError } from 'rxjs';
import type { Network } from './network.js';

/**
 * Hides the keys that were sent in what was read, and in what it failed with: it was decoded, so that a key may stand in it in
 * a form that the body did not have. Passes all on as it is where no keys are sent.
 *
 * ```
 * snapshot  --(S|)      an id of S is a key
 * result    --(T|)      in T it is the key's name
 *
 * snapshot  --#
 * result    --#         its message and its faults alike
 * ```
 */
export const hideKeys = <Read>({ hideIn }: Pick<Network, 'hideIn'>): MonoTypeOperatorFunction<Read> =>
  hideIn === undefined
    ? identity
    : pipe(
        map(hideIn<Read>),
        catchError((error: unknown) => throwError(() => hidden(error, hideIn))),
      );

function hidden(error: unknown, hideIn: NonNullable<Network['hideIn']>): unknown {
  if (!(error instanceof Error)) return hideIn(error);
  const { message, ...facts } = { message: error.message, ...('faults' in error && { faults: error.faults }) };
  return Object.assign(error, { message: hideIn(message), ...hideIn(facts) });
}
