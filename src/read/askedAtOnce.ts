import type { Endpoint } from '../sources/define.js';

/** The endpoints of a source that are asked in any case: the first, and all that fill. */
export const askedAtOnce = <One extends Pick<Endpoint, 'fills'>>(endpoints: readonly One[]): One[] =>
  endpoints.filter(({ fills }, i) => i === 0 || fills !== false);
