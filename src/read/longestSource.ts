import { SourceError } from './errors.js';

/** Time for a source, all its endpoints and pages together, in ms: a list of a thousand pages takes some minutes. */
export const longestSource = 10 * 60_000;

/** The fault of an endpoint that was not read by then. */
export const tooLong = (endpoint: string): SourceError =>
  new SourceError('timeout', `${endpoint}: the source took too long with all its pages together: try again later`);
