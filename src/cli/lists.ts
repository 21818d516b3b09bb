import { catchError, lastValueFrom, merge } from 'rxjs';
import type { PriceIndex } from '../match/priceIndex.js';
import { settlePrices } from '../pipeline.js';
import type { ReadOptions } from '../pipelineOptions.js';
import type { Networks } from '../read/networks.js';
import { readSource } from '../read/readSource.js';
import { withFile } from '../read/withFile.js';
import type { PriceList } from '../sources/define.js';
import { givenList } from '../sources/prices/givenList.js';
import { priceLists } from '../sources/prices/index.js';
import { previousOfPrices, readBaselines } from '../store/previous.js';
import { Failure, usageError } from './failure.js';
import type { Options } from './options.js';

/** The price lists that the options name, and the networks that they are read over. */
export interface ChosenLists {
  readonly lists: readonly PriceList[];
  readonly networks: Networks;
}

/** All price lists, or the one that --prices names alone: the first of ours, read from that place. Fails where it can't be read. */
export async function listsOf({ prices: place, offline }: Options, networks: Networks): Promise<ChosenLists> {
  const [first] = priceLists;
  if (place === undefined || !first) return { lists: priceLists, networks };
  const isUrl = /^https?:\/\//i.test(place);
  if (isUrl && offline) throw usageError('--offline asks no network: give --prices a file');
  const list = givenList(first, place);
  // A list that the user names has no other to stand in for it.
  const network = isUrl ? networks.network : withFile(networks.network, place);
  await lastValueFrom(
    readSource(list, network).pipe(
      catchError((error: unknown) => {
        const says = error instanceof Error ? error.message : String(error);
        throw isMissingFile(error) ? usageError(`--prices ${says}`) : new Failure(`--prices ${place}: ${says}`, 1);
      }),
    ),
  );
  return { lists: [list], networks: { ...networks, network } };
}

const isMissingFile = (error: unknown): boolean =>
  (error as { faults?: readonly { kind: string }[] }).faults?.some(({ kind }) => kind === 'file') === true;

/** The price lists to look up in, each as a run would go by it. Fails where none can be had: every answer would be "no such row". */
export async function openIndexes(options: Options, chosen: Networks): Promise<readonly PriceIndex[]> {
  const { lists, networks } = await listsOf(options, chosen);
  const { out = 'data', acceptShrink } = options;
  const baselines = await readBaselines(out);
  const previousPrices: ReadOptions['previousPrices'] = networks.isOffline
    ? undefined
    : (list) => previousOfPrices(out, list, baselines);
  const { lists: settled, indexes } = settlePrices(lists, { ...networks, acceptShrink, previousPrices });
  const found = await lastValueFrom(indexes, { defaultValue: [] });
  if (found.length > 0) return found;
  const why = await lastValueFrom(merge(...settled.map(({ rows }) => rows))).catch((error: unknown) => error);
  const says = why instanceof Error ? why.message : 'none came';
  throw new Failure(`there is no price list (${says}): name one with --prices`, 1);
}
