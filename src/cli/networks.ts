import { type Networks, openNetworks } from '../read/networks.js';
import { recordingsDir } from '../read/recordingsDir.js';
import type { Surroundings } from './command.js';
import { usageError } from './failure.js';
import type { Options } from './options.js';

/** Where pages come from, as the options say. */
export function networksOf(options: Options, { env }: Pick<Surroundings, 'env'>): Networks {
  const { offline, live, mirror, timeout } = options;
  if (offline && live) throw usageError('--offline and --live exclude each other: give one of them');
  if (offline && mirror) throw usageError('--offline asks no mirror: leave out --offline or --mirror');
  const mode = offline ? 'offline' : live ? 'live' : undefined;
  return openNetworks({
    mode,
    mirror,
    timeoutMs: timeout === undefined ? undefined : timeout * 1000,
    env,
    recordingsDir,
  });
}
