import { usageError } from './failure.js';
import type { Options } from './options.js';

/** Whether the network is asked, and recordings, as the options say; throws where they contradict each other. */
export function modeOf({ offline, live, mirror }: Options): 'offline' | 'live' | undefined {
  if (offline && live) throw usageError('--offline and --live exclude each other: give one of them');
  if (offline && mirror) throw usageError('--offline asks no mirror: leave out --offline or --mirror');
  return offline ? 'offline' : live ? 'live' : undefined;
}
