import type { Endpoint } from '../sources/define.js';
import type { Network } from './network.js';

/** The endpoints of a source that may be asked: the keys that their lists need are there. */
export const usable = <One extends Pick<Endpoint, 'requests'>>(
  { endpoints }: { readonly endpoints: readonly One[] },
  { canUse }: Pick<Network, 'canUse'>,
): One[] =>
  endpoints.filter(({ requests }) =>
    Object.values(requests)
      .filter(({ brings }) => !brings)
      .flatMap((ask) => ask.requests)
      .every((request) => canUse(request)),
  );
