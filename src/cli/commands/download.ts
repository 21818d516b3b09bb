import { lastValueFrom } from 'rxjs';
import { knownSources } from '../../read/knownSources.js';
import type { PriceList, Source } from '../../sources/define.js';
import { priceLists } from '../../sources/prices/index.js';
import { listIds } from '../../sources/prices/names.js';
import { chooseSources } from '../chooseSources.js';
import type { Surroundings } from '../command.js';
import { execute } from '../execute.js';
import { usageError } from '../failure.js';
import { listsOf } from '../lists.js';
import { networksOf } from '../networks.js';
import type { Options } from '../options.js';

/** Downloads as the options say; gives the exit code. */
export async function download(options: Options, surroundings: Surroundings): Promise<number> {
  const networks = networksOf(options, surroundings);
  const known = await lastValueFrom(knownSources(networks));
  // A provider of the catalog may have a price list's name: here the list is meant.
  const chosen = options.provider && chooseSources(options.provider, [...priceLists, ...known]);
  const names = new Set(chosen?.filter(isList).map(({ id }) => id));
  const sources = chosen?.filter((one): one is Source => !isList(one));
  const mistake = mistakeIn(options, names.size, sources?.length);
  if (mistake !== undefined) throw usageError(mistake);

  const read = names.size > 0 ? await listsOf(options, networks) : { lists: [], networks };
  const lists = read.lists.filter(({ id }) => names.has(id));
  const datasets = sources?.length === 0 ? [] : (['raw'] as const);
  return execute({ networks: read.networks, lists, datasets, ...(sources && { sources }) }, options, surroundings);
}

const isList = (one: Source | PriceList): one is PriceList => one.kind.name === 'prices';

const anyList = listIds.join(' or ');

function mistakeIn({ prices, stdout, limit }: Options, lists: number, providers = 1): string | undefined {
  if (prices !== undefined && lists === 0)
    return `download joins no prices: leave out --prices, add --provider ${anyList}, or use \`ratecard run\``;
  if (stdout === 'enriched') return 'download joins no prices: use --stdout raw, or `ratecard run --stdout enriched`';
  if (providers > 0) return undefined;
  if (stdout !== undefined) return 'a price list goes to a file: leave out --stdout, or name a provider';
  return limit === undefined ? undefined : 'a price list is taken whole: leave out --limit';
}
