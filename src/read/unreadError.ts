import type { Fault } from '../model/fault.js';

/**
 * An endpoint gave nothing, or no endpoint of a source did. The faults are those of all pages that failed; the message is
 * that of the first one, which is what the endpoint that was tried first could not do without.
 */
export class UnreadError extends Error {
  override readonly name = 'UnreadError';
  constructor(
    readonly faults: readonly Fault[],
    cause?: unknown,
  ) {
    super(faults[0]?.error ?? 'no endpoint to read', { cause });
  }
}
