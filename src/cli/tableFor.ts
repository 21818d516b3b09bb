import { identified } from '../book/identified.js';
import type { Offers } from '../book/offers.js';
import { openRegistry } from '../store/registry.js';
import type { Surroundings } from './command.js';
import type { Options } from './options.js';
import { allProviders } from './providers.js';
import { settledOffers } from './settledOffers.js';

/** The settled offers of all providers, for it takes all to tell which model one is, with what each provider is. */
export async function tableFor(options: Options, surroundings: Surroundings): Promise<Offers> {
  // Without --provider.
  const all: Options = Object.fromEntries(Object.entries(options).filter(([name]) => name !== 'provider'));
  const known = await allProviders(surroundings);
  const kinds = new Map(known.map(({ id, providerKind }) => [id, providerKind]));
  return {
    offers: identified(await settledOffers(all, surroundings), (await openRegistry()).identify),
    kindOf: (provider) => kinds.get(provider) ?? null,
  };
}
