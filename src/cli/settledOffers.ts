import type { Model } from '../model/model.js';
import type { Surroundings } from './command.js';
import { networksOf } from './networks.js';
import type { Options } from './options.js';
import { providersOf } from './providers.js';
import { settledTable } from './settledTable.js';

/** The settled offers of the table on hand, or else of the recordings, sorted by provider; with --provider those of these. */
export async function settledOffers(options: Options, surroundings: Surroundings): Promise<Model[]> {
  const sources = await providersOf(options, networksOf({ offline: true }, surroundings));
  const table = await settledTable(options, surroundings, sources);
  const wanted = sources && new Set(sources.map(({ id }) => id));
  return table.filter(({ provider }) => !wanted || wanted.has(provider.id)).flatMap(({ models }) => models);
}
