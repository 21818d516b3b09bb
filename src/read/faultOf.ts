import type { Fault } from '../model/fault.js';
import { ShapeError } from '../sources/parse/shapeError.js';
import { SourceError } from './errors.js';

/** An error as the manifest tells it: with its kind, its address and what the source answered. */
export function faultOf(
  error: unknown,
  at: { endpoint: string; request: string | null; url?: string | undefined },
): Fault {
  const { endpoint, request } = at;
  const says = error instanceof Error ? error.message : String(error);
  if (error instanceof SourceError) {
    const { kind, url = at.url ?? null, status: httpStatus = null, retryAt = null, attempts } = error;
    return { endpoint, request, url, kind, httpStatus, error: says, attempts, retryAt };
  }
  // An adapter that stumbles over a body says that the body is not what it was.
  const text = error instanceof ShapeError ? says : `the answer is not what it was: ${says}`;
  const nothing = { httpStatus: null, attempts: 1, retryAt: null };
  const url = error instanceof ShapeError ? (error.url ?? at.url) : at.url;
  return { endpoint, request, url: url ?? null, kind: 'shape', error: text, ...nothing };
}
