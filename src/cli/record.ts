import { catchError, from, lastValueFrom, map, mergeMap, of, takeUntil, toArray } from 'rxjs';
import { writeRecording } from '../sinks/writeRecording.js';
import type { Network } from '../fetch/network.js';
import type { Page } from '../fetch/request.js';
import { fetchPages } from '../operators/fetchPages.js';
import { modelsDev } from '../sources/catalog.js';
import { sources } from '../sources/index.js';
import { helicone } from '../sources/prices/helicone.js';
import type { Link, Source } from '../sources/source.js';
import { chooseSources } from './chooseSources.js';
import type { Command, Surroundings } from './command.js';
import { Failure } from './failure.js';
import type { Options } from './options.js';
import { openNetworks, recordingsDir } from './settings.js';

export const record: Command = {
  name: 'record',
  summary: 'refresh the recordings from the live endpoints; secrets are left out',
  options: ['provider', 'concurrency', 'mirror', 'timeout', 'quiet'],
  run: recordAll,
};

/** What is recorded: a source's links, and by the same rule the price list and the catalog. */
interface Recorded extends Pick<Source, 'id' | 'name'> {
  readonly links: readonly Pick<Link, 'requests' | 'next'>[];
}

const lists: readonly Recorded[] = [
  { id: helicone.id, name: helicone.name, links: [{ requests: [helicone.request] }] },
  { id: 'modelsdev', name: 'models.dev', links: [{ requests: [modelsDev] }] },
];

async function recordAll(options: Options, surroundings: Surroundings): Promise<number> {
  const { network } = openNetworks({ ...options, live: true }, surroundings);
  const all: readonly Recorded[] = [...sources, ...lists];
  const chosen = options.provider ? chooseSources(options.provider, all) : all;
  const written = await lastValueFrom(
    from(chosen).pipe(
      mergeMap(
        (source) => pagesOf(source, network).pipe(mergeMap((pages) => keep(source, pages, options, surroundings))),
        options.concurrency ?? 5,
      ),
      takeUntil(surroundings.stop),
      toArray(),
    ),
  );
  if (!written.some(Boolean)) throw new Failure('nothing could be recorded: see the errors above', 1);
  return 0;
}

/** The pages of all links that can be used, models.dev's left to a recording of its own; none where a link fails. */
const pagesOf = (source: Recorded, network: Network) =>
  from(source.links.filter(({ requests }) => requests.every((request) => network.canUse(request)))).pipe(
    mergeMap((link) =>
      fetchPages(link, (request) => network.fetch(request)).pipe(catchError((error: unknown) => of(error as Error))),
    ),
    toArray(),
    map((results) => ({
      pages: results
        .filter((result) => Array.isArray(result))
        .flat()
        .filter(({ request }) => source.id === 'modelsdev' || request.url !== modelsDev.url),
      errors: results.filter((result) => result instanceof Error),
    })),
  );

/** Writes a provider's recording; where that can't be done, says why and costs the others nothing. */
async function keep(
  { id, name }: Recorded,
  { pages, errors }: { pages: readonly Page[]; errors: readonly Error[] },
  { quiet }: Options,
  { stderr }: Surroundings,
): Promise<boolean> {
  const none = pages.length === 0 ? new Error('it is read from models.dev alone, or needs a key') : undefined;
  try {
    const failed = errors[0] ?? none;
    if (failed) throw failed;
    await writeRecording(recordingsDir, id, pages);
  } catch (error) {
    stderr.write(`[${name}] Not recorded: ${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  }
  if (!quiet) stderr.write(`[${name}] Recorded ${pages.length} ${pages.length === 1 ? 'answer' : 'answers'}\n`);
  return true;
}
