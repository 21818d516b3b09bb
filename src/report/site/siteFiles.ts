import type { SoldOffer } from '../../book/models/query.js';
import type { Export } from '../../exports/export.js';
import type { HistoryLine } from '../../model/history.js';
import type { ProviderFile } from '../../model/providerFile.js';
import { modelPage } from './modelPage.js';

/** A file of a site, by its path from the top of it. */
export interface SiteFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What a site is made of. */
export interface Site {
  /** The page to look at, HTML. */
  readonly page: string;
  readonly table: readonly ProviderFile[];
  readonly history: readonly HistoryLine[];
  readonly exports: readonly Export[];
  /** The offers of each model, by its key, in the order in which they are shown. */
  readonly models: ReadonlyMap<string, readonly SoldOffer[]>;
  /** Files that are there as they are, such as the JSON Schemas. */
  readonly asTheyAre: readonly SiteFile[];
  /** ISO 8601. */
  readonly madeAt: string;
}

/** The folder of a model's page: the same for the same key, for ever, whatever the key holds. */
export const modelPath = (key: string): string => `models/${key.split('/').map(segmentOf).join('/')}/index.html`;

/** A part of a path that neither a web server nor a file system reads as something else. */
const segmentOf = (text: string): string =>
  text
    .replace(/[^a-z0-9.+_-]/gi, (sign) => `~${sign.codePointAt(0)?.toString(16) ?? ''}~`)
    .replace(/^\.+$/, (dots) => '~2e~'.repeat(dots.length));

/** Every file of a site, the page that leads to all others last: a site that is there in part has no such page. */
export async function* siteFiles({
  page,
  table,
  history,
  exports,
  models,
  asTheyAre,
  madeAt,
}: Site): AsyncIterable<SiteFile> {
  yield* asTheyAre;
  for (const { path, write } of exports)
    yield { path: `exports/${path}`, content: (await write(table, history)).content };
  for (const [key, offers] of models) {
    const path = modelPath(key);
    const top = '../'.repeat(path.split('/').length - 1);
    yield { path, content: modelPage({ key, offers, top, madeAt }) };
  }
  const keys = [...models.keys()].sort();
  const links = keys.map((key) => ({ key, page: modelPath(key).replace(/index\.html$/, '') }));
  yield { path: 'models/index.json', content: `${JSON.stringify(links)}\n` };
  // GitHub Pages leaves alone what it is given, and asks nobody else.
  yield { path: '.nojekyll', content: '' };
  yield { path: 'index.html', content: page };
}
