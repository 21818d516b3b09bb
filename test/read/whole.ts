import type { Sliced } from '../../src/read/inSlices.js';

/** What sliced work gives, done at once. */
export function whole<Result>(work: Sliced<Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}
