import type { SourceRef } from '../model/events.js';
import type { Fault } from '../model/fault.js';

/** The files of one source could not be left: that source's failure, and nobody else's. */
export class UnwrittenError extends Error {
  override readonly name = 'UnwrittenError';
  constructor(
    readonly source: SourceRef,
    readonly fault: Fault,
  ) {
    super(fault.error);
  }
}

/** The same for whatever writing them failed with: the file system's word, or a defect of ours. */
export function unwritten({ kind, source }: SourceRef, error: unknown): UnwrittenError {
  const says = error instanceof Error ? error.message : String(error);
  const isSystem = error instanceof Error && 'syscall' in error;
  return new UnwrittenError(
    { kind, source },
    {
      ...{ endpoint: 'file', request: null, url: null, httpStatus: null, attempts: 1, retryAt: null },
      kind: isSystem ? 'file' : 'defect',
      error: isSystem ? says : `a defect of ratecard, please report it: ${says}`,
    },
  );
}
