import { lastValueFrom, of } from 'rxjs';
import type { Networks } from '../../src/read/networks.js';
import { asksOf } from '../../src/sources/ask.js';
import type { Endpoint, PriceList, Source } from '../../src/sources/define.js';
import { fromRecordings, readEndpoint } from '../sources/harness.js';
import { aPage } from '../builders.js';

/** What a day does to the endpoints of a source. */
export interface Weather {
  /** The rows that come of those that were recorded. */
  readonly rows?: (rows: readonly unknown[]) => readonly unknown[];
  /** What becomes of a record, or of the price row, that a row is read as. */
  readonly out?: <Out>(out: Out) => Out;
}

/** A source whose endpoints have the rows that they were recorded with, but for the weather of the day. */
export interface Frozen<Of> {
  readonly source: Of;
  weather: Weather;
}

/** What holds of so many rows of a list holds of all. */
const mostRows = 100;

const frozenUrl = (id: string, endpoint: string) => `https://${id}.example/${endpoint}`;

/** Splits the recorded pages of a source once, so that it can be read many times over; undefined where nothing is recorded. */
export async function frozen<Of extends Source | PriceList>(of: Of): Promise<Frozen<Of> | undefined> {
  const source = of as Source;
  const state: { weather: Weather } = { weather: {} };
  const endpoints: Endpoint[] = [];
  for (const endpoint of source.endpoints) {
    let rows: readonly unknown[] = [];
    const noting = {
      ...endpoint,
      rows: (pages: Readonly<Record<string, unknown>>) => (rows = [...endpoint.rows(pages)].slice(0, mostRows)),
    };
    const read = readEndpoint(source, noting, fromRecordings(source.id));
    const isRead = await lastValueFrom(read).then(
      () => true,
      () => false,
    );
    if (!isRead) continue;
    endpoints.push({
      ...endpoint,
      requests: asksOf({ list: { url: frozenUrl(source.id, endpoint.name) } }),
      rows: () => state.weather.rows?.(rows) ?? rows,
      normalize: (row) => {
        const read = endpoint.normalize(row);
        return read === undefined ? read : (state.weather.out?.(read) ?? read);
      },
    });
  }
  return endpoints.length === 0 ? undefined : Object.assign(state, { source: { ...of, endpoints } });
}

/** A network on which every page of a frozen source comes, fetched on that day. */
export function frozenNetworks(day: string): Networks {
  const network = {
    fetch: (request: { readonly url: string }) => of(aPage('', { request, fetchedAt: `${day}T00:00:00.000Z` })),
    canUse: () => true,
    isDown: false,
  };
  return { network, recordings: undefined, embedded: network, isOffline: false };
}
