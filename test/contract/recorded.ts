import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastValueFrom } from 'rxjs';
import { recordingMeta } from '../../src/fetch/recordingMeta.js';
import type { Page } from '../../src/fetch/request.js';
import { fetchPages } from '../../src/operators/fetchPages.js';
import { modelsDev } from '../../src/sources/catalog.js';
import { sources } from '../../src/sources/index.js';
import type { Link, Source } from '../../src/sources/source.js';
import { fromRecordings, recordingsDir } from '../sources/harness.js';

/** A link of a source with the recorded pages that it reads. */
export interface RecordedLink {
  readonly title: string;
  readonly source: Source;
  readonly link: Link;
  readonly pages: readonly Page[];
}

/** The addresses that a source has recordings of in a folder of its own. */
function recordedUrls(id: string): ReadonlySet<string> {
  const file = join(recordingsDir, id, 'meta.json');
  if (!existsSync(file)) return new Set();
  return new Set(recordingMeta.parse(JSON.parse(readFileSync(file, 'utf8'))).responses.map(({ url }) => url));
}

const isCatalog = (link: Link): boolean => link.requests[0]?.url === modelsDev.url;

const own = sources.flatMap((source) => {
  const urls = recordedUrls(source.id);
  return source.links
    .filter((link) => link.requests.some(({ url, optional }) => !optional && urls.has(url)))
    .map((link) => ({ source, link }));
});

/** The links to models.dev are one code: one of them stands for all. */
const catalogs = sources.flatMap((source) =>
  source.links.filter((link) => isCatalog(link) && source.id === 'openrouter').map((link) => ({ source, link })),
);

/** Every link of the registry that is recorded in its source's folder, and one to the catalog. */
export const recordedLinks: readonly RecordedLink[] = await Promise.all(
  [...own, ...catalogs].map(async ({ source, link }) => ({
    ...{ title: `${source.id} ${link.name}`, source, link },
    pages: await lastValueFrom(fetchPages(link, fromRecordings)),
  })),
);
