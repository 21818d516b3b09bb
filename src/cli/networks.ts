import { type Networks, openNetworks } from '../read/networks.js';
import { recordingsDir } from '../read/recordingsDir.js';
import { openBodies } from '../store/bodies/bodyStore.js';
import type { Surroundings } from './command.js';
import { modeOf } from './networkMode.js';
import type { Options } from './options.js';

/** Where pages come from, as the options say. */
export function networksOf(options: Options, { env }: Pick<Surroundings, 'env'>): Networks {
  const { offline, mirror, timeout, bodies, out = 'data' } = options;
  return openNetworks({
    mode: modeOf(options),
    mirror,
    timeoutMs: timeout === undefined ? undefined : timeout * 1000,
    env,
    recordingsDir,
    answers: offline || bodies === false ? undefined : openBodies(out),
  });
}
