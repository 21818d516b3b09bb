import { defer, type Observable } from 'rxjs';
import type { Page } from '../model/page.js';
import { type Reading, reading } from '../model/reading.js';
import type { Request } from '../model/request.js';
import { SourceError } from '../read/errors.js';
import type { Network } from '../read/network.js';
import { requestOf } from '../read/notes.js';
import { askedId } from '../read/requestId.js';
import type { BodyStore } from '../store/bodies/bodyStore.js';

/** Pages that were opened, so that a document which several sources read is parsed once. */
export type Opened = Map<string, Promise<Page>>;

/** The network as it was for a reading: what came then comes again from the kept bodies, and what failed fails again. */
export function fromBodies(
  { pages }: Reading,
  bodies: Pick<BodyStore, 'text'>,
  opened: Opened = new Map(),
): Pick<Network, 'fetch' | 'canUse'> {
  const known = new Map(pages.map((page) => [askedId(requestOf(page)), page]));
  const answer = async (request: Request): Promise<Page> => {
    const { url } = request;
    const page = known.get(askedId(request));
    if (!page) throw new SourceError('no-recording', `${url} was not asked for then`, { url });
    if (!('sha256' in page)) {
      const { kind, error, attempts, retryAt, httpStatus } = page.error;
      const facts = { url, attempts, retryAt: retryAt ?? undefined, status: httpStatus ?? undefined };
      throw new SourceError(kind, error, facts);
    }
    const body = await bodies.text(page.sha256);
    if (body === undefined) throw new SourceError('file', `the body of ${url} is not kept`, { url });
    const { sha256, fetchedAt, via, bytes, attempts } = page;
    return { request, url: page.url, body, fetchedAt, sha256, bytes, via, attempts };
  };
  return {
    fetch: (request): Observable<Page> =>
      defer(() => {
        const id = JSON.stringify([askedId(request), known.get(askedId(request))]);
        const page = opened.get(id) ?? answer(request);
        opened.set(id, page);
        return page;
      }),
    canUse: (request) => known.has(askedId(request)),
  };
}

/** All pages of several readings as one; of two answers to one request the later one counts. */
export const together = (readings: readonly Reading[]): Reading =>
  reading.parse({ version: '', pages: readings.flatMap(({ pages }) => pages) });
