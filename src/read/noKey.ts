import type { Fault } from '../model/fault.js';

/** The fault of a source of which no endpoint can be asked. */
export const noKey = ({
  endpoints,
  env,
}: {
  endpoints: readonly { name: string }[];
  env: readonly string[];
}): Fault => ({
  endpoint: endpoints[0]?.name ?? '',
  request: null,
  url: null,
  kind: 'no-key',
  httpStatus: null,
  attempts: 1,
  retryAt: null,
  error: `needs a key: set ${env.join(' or ')}`,
});
