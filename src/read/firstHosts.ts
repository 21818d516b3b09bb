import type { Endpoint } from '../sources/define.js';
import { askedAtOnce } from './askedAtOnce.js';
import { hostOf } from './hostOf.js';

/** The hosts that a source asks at first, where all its keys are there. */
export const firstHosts = ({
  endpoints,
}: {
  readonly endpoints: readonly Pick<Endpoint, 'requests' | 'fills'>[];
}): string[] => [
  ...new Set(
    askedAtOnce(endpoints)
      .flatMap(({ requests }) => Object.values(requests))
      .flatMap(({ requests }) => requests.map(({ url }) => hostOf(url))),
  ),
];
