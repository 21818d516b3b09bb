import { resolve, sep } from 'node:path';
import { tell } from '../tell.js';
import { from, lastValueFrom, map, mergeMap, type Observable, takeUntil, toArray } from 'rxjs';
import type { Page } from '../../model/page.js';
import { type Answer, fetchPages } from '../../read/fetchPages.js';
import type { Network } from '../../read/network.js';
import { recordingsDir } from '../../read/recordingsDir.js';
import { publicPart } from '../../read/publicPart.js';
import { usable } from '../../read/usable.js';
import { writeRecording } from '../../sinks/writeRecording.js';
import { asksOf } from '../../sources/ask.js';
import { modelsDev } from '../../sources/catalog.js';
import type { Endpoint } from '../../sources/define.js';
import { sources } from '../../sources/index.js';
import { priceLists } from '../../sources/prices/index.js';
import { chooseSources } from '../chooseSources.js';
import type { Surroundings } from '../command.js';
import { Failure, usageError } from '../failure.js';
import { holding } from '../holding.js';
import { networksOf } from '../networks.js';
import type { Options } from '../options.js';
import { stopOf } from '../stopOf.js';

/** Refreshes the recordings; gives the exit code. */
export const record = (options: Options, surroundings: Surroundings): Promise<number> =>
  holding(folderFor(options), options, surroundings, () => recordAll(options, surroundings));

/** Where recordings go: by default where those of the checkout are. What is installed belongs to who installs it. */
export function folderFor({ recordings }: Pick<Options, 'recordings'>, own = recordingsDir): string {
  const folder = recordings ?? own;
  if (!resolve(folder).split(sep).includes('node_modules')) return folder;
  throw usageError('recordings do not go into node_modules, which the next install takes away: add --recordings <dir>');
}

/** What is recorded: a source, or a document that several sources read. */
interface Recorded {
  readonly id: string;
  readonly name: string;
  readonly endpoints: readonly Pick<Endpoint, 'requests'>[];
}

/** models.dev's document has a recording of its own, whoever reads it. */
const catalogDocument: Recorded = {
  id: modelsDev.recordedBy ?? 'modelsdev',
  name: 'models.dev',
  endpoints: [{ requests: asksOf({ list: modelsDev }) }],
};

async function recordAll(options: Options, surroundings: Surroundings): Promise<number> {
  const { network } = networksOf({ ...options, live: true, bodies: false }, surroundings);
  const { stderr } = surroundings;
  const hide = network.hideIn ?? ((text: string) => text);
  // The price list of that name has no pages of its own.
  const lists = priceLists.filter(({ name }) => name !== catalogDocument.name);
  const all: readonly Recorded[] = [...sources, ...lists, catalogDocument];
  const chosen = options.provider ? chooseSources(options.provider, all) : all;
  const written = await lastValueFrom(
    from(chosen).pipe(
      mergeMap(
        (source) => answersOf(source, network).pipe(mergeMap((read) => keep(source, read, options, { stderr, hide }))),
        options.concurrency ?? 5,
      ),
      takeUntil(stopOf(surroundings)),
      toArray(),
    ),
  );
  if (!written.some(Boolean)) throw new Failure('nothing could be recorded: see the errors above', 1);
  return 0;
}

interface Answers {
  readonly pages: readonly Page[];
  /** Of endpoints that gave nothing. */
  readonly errors: readonly Error[];
  /** Of companions that did not come. */
  readonly missed: readonly Error[];
}

/** The source's own pages of all endpoints that can be used; a document with a recording of its own is left to that. */
const answersOf = (source: Recorded, network: Network): Observable<Answers> =>
  from(usable(source, network)).pipe(
    mergeMap(({ requests }) =>
      fetchPages(ownOf(requests, source.id), (request) => network.fetch(request, source.id)).pipe(
        map((answers) => sorted(requests, answers)),
      ),
    ),
    toArray(),
    map((endpoints) => ({
      pages: endpoints.flatMap(({ pages }) => pages),
      errors: endpoints.flatMap(({ errors }) => errors),
      missed: endpoints.flatMap(({ missed }) => missed),
    })),
  );

/** An endpoint's answers; it gave nothing where a page that is needed did not come. */
function sorted(requests: Endpoint['requests'], answers: readonly Answer[]): Answers {
  const failed = answers.filter(({ error }) => error !== undefined);
  const [missed, errors] = [true, false].map((can) =>
    failed.filter(({ name }) => Boolean(requests[name]?.brings) === can).map(({ error }) => error as Error),
  ) as [Error[], Error[]];
  return { pages: errors.length > 0 ? [] : answers.flatMap(({ page }) => page ?? []), errors, missed };
}

/** The requests that a source's recording answers. */
const ownOf = (requests: Endpoint['requests'], id: string): Endpoint['requests'] =>
  Object.fromEntries(
    Object.entries(requests).map(([name, ask]) => [
      name,
      { ...ask, requests: ask.requests.filter(({ recordedBy = id }) => recordedBy === id) },
    ]),
  );

/** Writes a source's recording; where that can't be done, says why and costs the others nothing. */
async function keep(
  { id, name }: Recorded,
  { pages, errors, missed }: Answers,
  options: Options,
  { stderr, hide }: Pick<Surroundings, 'stderr'> & { readonly hide: (text: string) => string },
): Promise<boolean> {
  const none = pages.length === 0 ? new Error('it is read from models.dev alone, or needs a key') : undefined;
  let leftOut = 0;
  try {
    const failed = errors[0] ?? none;
    if (failed) throw failed;
    const parts = pages.map(publicPart);
    for (const part of parts) leftOut += part.leftOut;
    const counts = new Map(parts.map((part) => [part.page, part.leftOut]));
    await writeRecording(
      folderFor(options),
      id,
      parts.map(({ page }) => page),
      counts,
    );
  } catch (error) {
    tell(stderr, `[${name}] Not recorded: ${hide(error instanceof Error ? error.message : String(error))}`);
    return false;
  }
  const without = missed[0] ? `, without ${missed.length}: ${hide(missed[0].message)}` : '';
  const own = leftOut > 0 ? `; ${leftOut} of the account's own left out` : '';
  if (!options.quiet)
    tell(stderr, `[${name}] Recorded ${pages.length} ${pages.length === 1 ? 'answer' : 'answers'}${without}${own}`);
  return true;
}
