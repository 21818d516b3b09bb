import { lastValueFrom } from 'rxjs';
import { z } from 'zod';
import { type TableBook, tableBook } from '../book/tableBook.js';
import type { PriceHistory } from '../history/priceHistory.js';
import { type ProviderFile, providerFile } from '../model/providerFile.js';
import { openNetwork } from '../read/network.js';
import { BadFile } from './badFile.js';
import { readTable } from './enriched.js';
import { openHistory } from './openHistory.js';
import { folders, historyPath } from './paths.js';
import { shippedTable } from './shipped/shippedTable.js';

/** Where the table of a price book is; without any of these it is the one that came with the package. */
export interface PriceBookPlace {
  /** The output folder of a run. */
  readonly dir?: string;
  /** With `dir`, a price version: what its history knew at that moment, such as a run's `startedAt`; the same for ever. */
  readonly asOf?: Date;
  /** The address of a published `table.json`, as `export table` writes it. */
  readonly url?: string;
}

/**
 * Opens a price book on a settled table. The one of the package is read without a network and without running anything; a
 * folder's is that of the last run into it; a published one is fetched once.
 *
 * Rejects with a `BadFile` where the folder or the document holds no table, and with the network's error.
 */
export async function openPriceBook({ dir, asOf, url }: PriceBookPlace = {}): Promise<TableBook> {
  if (dir !== undefined && url !== undefined) throw new TypeError('a price book has one place: dir or url');
  if (dir === undefined && asOf !== undefined) throw new TypeError('asOf needs a history: give dir');
  if (dir !== undefined) return tableBook(await tableIn(dir), await historyIn(dir, asOf));
  return tableBook(url === undefined ? await shippedTable() : await published(url));
}

async function tableIn(dir: string): Promise<ProviderFile[]> {
  const table = await readTable(dir);
  if (table.length > 0) return table;
  throw new BadFile(`${dir}/${folders.enriched} holds no models: \`ratecard run --out ${dir}\` writes them`);
}

async function historyIn(dir: string, asOf: Date | undefined): Promise<PriceHistory | undefined> {
  const history = await openHistory(dir, asOf);
  if (!history && asOf)
    throw new BadFile(`${dir}/${historyPath} is not there: \`ratecard run --out ${dir}\` begins it`);
  return history;
}

async function published(url: string): Promise<ProviderFile[]> {
  const network = openNetwork({ mode: 'live', env: {} });
  const { body } = await lastValueFrom(network.fetch({ url }, 'table'));
  const table = z.array(providerFile).safeParse(jsonOf(body));
  if (table.success) return table.data;
  throw new BadFile(`${url} is no table of this version: \`ratecard export table\` writes one`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
