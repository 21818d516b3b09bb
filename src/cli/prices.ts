import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { catchError, defer, map, mergeMap, type Observable } from 'rxjs';
import { SourceError } from '../fetch/errors.js';
import { hostOf } from '../fetch/hostOf.js';
import type { Page } from '../fetch/request.js';
import { type PriceFile, priceFile, pricePath } from '../model/priceFile.js';
import { once } from '../operators/once.js';
import { type PriceList, readPage, readPrices } from '../operators/readPrices.js';
import { type SettledPrices, settlePrices } from '../operators/settlePrices.js';
import { readAs } from '../sinks/earlier.js';
import { helicone } from '../sources/prices/helicone.js';
import { Failure, usageError } from './failure.js';
import type { Options } from './options.js';
import type { Networks } from './settings.js';

/** Settles the price list of a run once, however many ask. Errors only where the list that --prices names can't be read. */
export function openPrices(options: Options, networks: Networks): Observable<SettledPrices> {
  const settled =
    options.prices === undefined ? usualList(options, networks) : givenList(options.prices, options, networks);
  return settled.pipe(once());
}

function usualList(options: Options, { network, recordings }: Networks): Observable<SettledPrices> {
  const { out = 'data', offline, acceptShrink } = options;
  const recorded = recordings && readPrices(helicone, (request) => recordings.fetch(request));
  const live = readPrices(helicone, (request) => network.fetch(request));
  return defer(() => readEarlierPrices(out)).pipe(
    mergeMap((list) => {
      const earlier = !offline && list && isGood(list) ? list : undefined;
      return live.pipe(settlePrices({ earlier, recorded, acceptShrink }));
    }),
  );
}

/** Whether an earlier list may stand in: Helicone's own, fetched, not one that --prices gave a run of its own. */
function isGood({ via, url }: PriceFile): boolean {
  const home = hostOf(helicone.request.url);
  return via !== 'recording' && (hostOf(url) === home || hostOf(url).endsWith(`.${home}`));
}

/** The list that the last run of that folder went by. */
async function readEarlierPrices(out: string): Promise<(PriceFile & PriceList) | undefined> {
  const file = await readAs(priceFile, out, pricePath(helicone.id));
  return file && { ...file, bytes: 0, rejected: [] };
}

function givenList(place: string, { offline }: Options, { network }: Networks): Observable<SettledPrices> {
  const isUrl = /^https?:\/\//i.test(place);
  if (isUrl && offline) throw usageError('--offline asks no network: give --prices a file');
  const list = isUrl
    ? readPrices({ ...helicone, request: { url: place } }, (request) => network.fetch(request))
    : defer(() => readFilePage(place)).pipe(mergeMap((page) => readPage(helicone, page)));
  return list.pipe(
    map((read): SettledPrices => ({ list: read, status: 'fresh', error: null, retryAt: null })),
    catchError((error: unknown) => {
      throw error instanceof SourceError ? new Failure(`--prices ${place}: ${error.message}`, 1) : error;
    }),
  );
}

async function readFilePage(path: string): Promise<Page> {
  const body = await readFile(path, 'utf8').catch((error: unknown) => {
    throw usageError(`--prices ${path} can't be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
  });
  const sha256 = createHash('sha256').update(body).digest('hex');
  return {
    request: helicone.request,
    url: path,
    body,
    fetchedAt: new Date().toISOString(),
    sha256,
    bytes: Buffer.byteLength(body),
    via: 'live',
  };
}
