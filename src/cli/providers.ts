import { lastValueFrom } from 'rxjs';
import { knownSources } from '../read/knownSources.js';
import type { Networks } from '../read/networks.js';
import type { Source } from '../sources/define.js';
import { chooseSources } from './chooseSources.js';
import type { Surroundings } from './command.js';
import { networksOf } from './networks.js';
import type { Options } from './options.js';

/** The providers that the options name; undefined for all. */
export async function providersOf(
  { provider: names }: Options,
  networks: Pick<Networks, 'embedded'>,
): Promise<Source[] | undefined> {
  return names && chooseSources(names, await lastValueFrom(knownSources(networks)));
}

/** Every provider known before anything is fetched. */
export const allProviders = (surroundings: Pick<Surroundings, 'env'>): Promise<Source[]> =>
  lastValueFrom(knownSources(networksOf({ offline: true }, surroundings)));
