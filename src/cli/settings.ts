import { join } from 'node:path';
import { map, type Observable } from 'rxjs';
import { type Network, openNetwork } from '../fetch/network.js';
import { modelsDev } from '../sources/catalog.js';
import { catalogSources } from '../sources/catalogSources.js';
import { sources } from '../sources/index.js';
import type { Source } from '../sources/source.js';
import type { Surroundings } from './command.js';
import { usageError } from './failure.js';
import type { Options } from './options.js';

/** The recordings that come with the package. */
export const recordingsDir = join(import.meta.dirname, '../../data/recordings');

/** Where pages come from, as the options say. */
export interface Networks {
  readonly network: Network;
  /** Stands in where `network` fails; undefined with --live, and with --offline, where it is the network. */
  readonly recordings: Network | undefined;
  /** The recordings, whatever the options say. */
  readonly embedded: Network;
}

export function openNetworks(options: Options, { env }: Pick<Surroundings, 'env'>): Networks {
  if (options.offline && options.live) throw usageError('--offline and --live exclude each other: give one of them');
  if (options.offline && options.mirror) throw usageError('--offline asks no mirror: leave out --offline or --mirror');
  const embedded = openNetwork({ mode: 'recording', env, recordingsDir });
  if (options.offline) return { network: embedded, recordings: undefined, embedded };
  const timeoutMs = options.timeout === undefined ? undefined : options.timeout * 1000;
  const network = openNetwork({ mode: 'live', mirror: options.mirror, timeoutMs, env, recordingsDir });
  return { network, recordings: options.live ? undefined : embedded, embedded };
}

/** Every provider known before anything is fetched: those with an adapter, and those of the recorded catalog. */
export const knownSources = ({ embedded }: Pick<Networks, 'embedded'>): Observable<Source[]> =>
  embedded
    .fetch(modelsDev)
    .pipe(map((page) => [...sources, ...catalogSources(page, sources)].sort((a, b) => (a.id < b.id ? -1 : 1))));

/** The providers that today's catalog has beyond those known; none where it can't be had. */
export const newSources = ({ network }: Networks, known: readonly Source[]): Observable<Source[]> =>
  network.fetch(modelsDev).pipe(map((page) => catalogSources(page, known)));
