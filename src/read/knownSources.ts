import { catchError, EMPTY, from, map, mergeMap, type Observable } from 'rxjs';
import { modelsDev } from '../sources/catalog.js';
import { catalogSources, refusedSource } from '../sources/catalogSources.js';
import type { Source } from '../sources/define.js';
import { sources } from '../sources/index.js';
import type { Networks } from './networks.js';

/** Every provider known before anything is fetched: those with an adapter, and those of the recorded catalog. */
export const knownSources = ({ embedded }: Pick<Networks, 'embedded'>): Observable<Source[]> =>
  embedded.fetch(modelsDev, 'modelsdev').pipe(
    map((page) => {
      const all = [...sources, ...catalogSources(page, sources)].sort((a, b) => (a.id < b.id ? -1 : 1));
      return [...all, ...refusedSource(page, all)];
    }),
  );

/** The providers that today's catalog has beyond those known, and what names those that can't be kept; none where it can't be had. */
export const newSources = ({ network }: Pick<Networks, 'network'>, known: readonly Source[]): Observable<Source> =>
  network.fetch(modelsDev, 'modelsdev').pipe(
    mergeMap((page) => from([...catalogSources(page, known), ...refusedSource(page, known)])),
    catchError(() => EMPTY),
  );
