import { catchError, lastValueFrom, merge } from 'rxjs';
import { settlePrices } from '../pipeline.js';
import type { ReadOptions } from '../pipelineOptions.js';
import type { Networks } from '../read/networks.js';
import { readSource } from '../read/readSource.js';
import { withFile } from '../read/withFile.js';
import type { OpenCourt } from '../settle/court.js';
import type { PriceList } from '../sources/define.js';
import { givenList } from '../sources/prices/givenList.js';
import { priceLists } from '../sources/prices/index.js';
import { openRegistry } from '../store/registry.js';
import { previousOfPrices } from '../store/previous.js';
import { readBaselines } from '../store/seen.js';
import { Failure, usageError } from './failure.js';
import type { Options } from './options.js';

/** The price lists that the options name, and the networks that they are read over. */
export interface ChosenLists {
  readonly lists: readonly PriceList[];
  readonly networks: Networks;
}

/**
 * All price lists; those that --prices names, separated by commas; or the one of a file or address, in the form of the first
 * of ours. Fails where such a place can't be read.
 */
export async function listsOf({ prices: place, offline }: Options, networks: Networks): Promise<ChosenLists> {
  const [first] = priceLists;
  if (place === undefined || !first) return { lists: priceLists, networks };
  const named = namedLists(place);
  if (named) return { lists: named, networks };
  const isUrl = /^https?:\/\//i.test(place);
  if (isUrl && offline) throw usageError('--offline asks no network: give --prices a file');
  const list = givenList(first, place);
  // A list that the user names has no other to stand in for it.
  const network = isUrl ? networks.network : withFile(networks.network, place);
  await lastValueFrom(
    readSource(list, network).pipe(
      catchError((error: unknown) => {
        const says = error instanceof Error ? error.message : String(error);
        throw isMissingFile(error)
          ? usageError(`--prices ${says}${hintFor(place)}`)
          : new Failure(`--prices ${place}: ${says}`, 1);
      }),
    ),
  );
  return { lists: [list], networks: { ...networks, network } };
}

/** What a place that is no file may have meant, where it is written like a name. */
const hintFor = (place: string): string =>
  /[\\/]/.test(place) ? '' : `; the lists are ${priceLists.map(({ id }) => id).join(', ')}`;

/** Lists by name, in our order; undefined where one of the names is none of theirs: it may be a file. */
function namedLists(text: string): PriceList[] | undefined {
  const names = new Set(text.split(',').map((name) => name.trim().toLowerCase()));
  const found = priceLists.filter(({ id }) => names.has(id));
  return found.length === names.size ? found : undefined;
}

const isMissingFile = (error: unknown): boolean =>
  (error as { faults?: readonly { kind: string }[] }).faults?.some(({ kind }) => kind === 'file') === true;

/** The price lists to settle prices by, each read as a run would go by it. Fails where none can be had: every answer would be "no such row". */
export async function readLists(options: Options, chosen: Networks): Promise<OpenCourt> {
  const { out = 'data', acceptShrink } = options;
  const { lists, networks } = await listsOf(options, chosen);
  const baselines = await readBaselines(out);
  const previousPrices: ReadOptions['previousPrices'] = networks.isOffline
    ? undefined
    : (list) => previousOfPrices(out, list, baselines);
  const { modelOf } = await openRegistry();
  const { lists: settled, court } = settlePrices(lists, { ...networks, acceptShrink, previousPrices, modelOf });
  const found = await lastValueFrom(court, { defaultValue: undefined });
  if (found && found.lists.length > 0) return found;
  const why = await lastValueFrom(merge(...settled.map(({ rows }) => rows))).catch((error: unknown) => error);
  const says = why instanceof Error ? why.message : 'none came';
  throw new Failure(`there is no price list (${says}): name one with --prices`, 1);
}
