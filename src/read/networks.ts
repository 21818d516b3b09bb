import { type Network, type NetworkOptions, openNetwork } from './network.js';

/** Where pages come from in a run. */
export interface Networks {
  readonly network: Network;
  /** Stands in where `network` fails; undefined where recordings may not, or where they are the network. */
  readonly recordings: Network | undefined;
  /** The recordings, whatever the run asks for. */
  readonly embedded: Network;
  /** Recordings only: such a run owes nothing to earlier ones. */
  readonly isOffline: boolean;
}

export interface NetworksOptions extends Pick<
  NetworkOptions,
  'mirror' | 'timeoutMs' | 'env' | 'recordingsDir' | 'answers'
> {
  /** `offline`: recordings only; `live`: no recording stands in. Default: the network, and recordings where it fails. */
  readonly mode?: 'offline' | 'live' | undefined;
}

const modes: readonly unknown[] = [undefined, 'offline', 'live'] satisfies NetworksOptions['mode'][];

/** Opens the networks of a run. Nothing is asked or read before a page is subscribed to. Throws for an unknown mode. */
export function openNetworks({ mode, mirror, timeoutMs, env, recordingsDir, answers }: NetworksOptions): Networks {
  if (!modes.includes(mode)) throw new TypeError(`unknown mode "${mode}": offline, live, or none for both`);
  const embedded = openNetwork({ mode: 'recording', env, recordingsDir });
  if (mode === 'offline') return { network: embedded, recordings: undefined, embedded, isOffline: true };
  const network = openNetwork({ mode: 'live', mirror, timeoutMs, env, recordingsDir, answers });
  return { network, recordings: mode === 'live' ? undefined : embedded, embedded, isOffline: false };
}
