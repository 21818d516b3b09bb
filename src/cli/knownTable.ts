import { lastValueFrom } from 'rxjs';
import type { Table } from '../book/priceBook.js';
import { knownSources } from '../read/knownSources.js';
import type { Networks } from '../read/networks.js';
import { openTable } from '../store/table.js';

/** The table of all providers that are known before anything is fetched: as the last run wrote them, or as they are recorded. */
export const knownTable = async (out: string, networks: Networks): Promise<Table> =>
  openTable(out, await lastValueFrom(knownSources(networks)), networks.embedded);
