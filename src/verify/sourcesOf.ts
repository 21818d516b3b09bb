import { concat, from, lastValueFrom, toArray } from 'rxjs';
import type { Run } from '../model/run.js';
import { knownSources, newSources } from '../read/knownSources.js';
import type { Source } from '../sources/define.js';
import { givenList } from '../sources/prices/givenList.js';
import { priceLists } from '../sources/prices/index.js';
import type { ReadThen } from './deriveInto.js';
import type { Evidence } from './derivedReader.js';
import { fromBodies, together } from './fromBodies.js';
import type { VerifyOptions } from './verifyFolder.js';

const isRead = (runs: Run['providers'] | Run['prices'], id: string): boolean => {
  const status = Object.hasOwn(runs, id) ? runs[id]?.status : undefined;
  return status !== undefined && status !== 'failed' && status !== 'skipped';
};

/** The sources that the run read, those among them that only the catalog of its day names. */
export async function sourcesOf(
  { told, readings, bodies, recordings }: Evidence,
  options: VerifyOptions,
): Promise<ReadThen> {
  const known = options.sources ?? (await lastValueFrom(knownSources({ embedded: options.recordings })));
  const pages = together(Object.values(readings.sources).flatMap(({ made }) => made.toReversed()));
  const network = { ...recordings, ...fromBodies(pages, bodies) } as VerifyOptions['recordings'];
  const all: Source[] = await lastValueFrom(
    (options.sources ? from(known) : concat(from(known), newSources({ network }, known))).pipe(toArray()),
  );
  const lists = (options.lists ?? priceLists).filter(({ id }) => isRead(told.prices, id));
  return {
    sources: all.filter(({ id }) => isRead(told.providers, id)),
    lists: lists.map((list) => (told.prices[list.id]?.endpoint === 'given' ? givenList(list, placeOf(told)) : list)),
  };
}

const placeOf = ({ options }: Run): string => (typeof options['prices'] === 'string' ? options['prices'] : '');
