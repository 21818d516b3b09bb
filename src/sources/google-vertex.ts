import type { z } from 'zod';
import { shapeError } from '../fetch/errors.js';
import type { Page, Request } from '../fetch/request.js';
import type { Mode } from '../model/model.js';
import { modelsDev } from './catalog.js';
import { Documented, documentRow, fromDocument } from './google-vertex/document.js';
import { catalogIds, catalogPart, publisherLists } from './google-vertex/entries.js';
import { linesOf } from './google-vertex/lines.js';
import { lifecycle, modelsOn } from './google-vertex/modelPage.js';
import { defineLink, defineSource } from './source.js';
import { htmlPage } from './parse/htmlPage.js';

const models = 'https://docs.cloud.google.com/gemini-enterprise-agent-platform/models';
const index = `${models}/google-models`;

/**
 * Google Vertex AI (Gemini Enterprise Agent Platform): the documents list the models, a page each, without prices;
 * models.dev's entry has prices, USD per 1M tokens. Models that only that entry has are listed too and filled from it.
 * Evidence: documents of 22 August 2026; the list of publishers from January and February 2026.
 */
export const googleVertex = defineSource({
  id: 'google-vertex',
  name: 'Google Vertex AI',
  docs: index,
  env: ['GOOGLE_VERTEX_PROJECT', 'GOOGLE_VERTEX_LOCATION', 'GOOGLE_APPLICATION_CREDENTIALS'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  links: [
    defineLink<z.infer<typeof documentRow>>({
      name: 'docs',
      requests: [{ url: index }, { ...modelsDev, optional: true }],
      next: (page) => (page.request.url === index ? pagesOf(page) : []),
      rows,
      row: documentRow,
      normalize: fromDocument,
    }),
    publisherLists(['google']),
    catalogPart(false, 'google-vertex'),
  ],
});

interface Entry {
  readonly name: string;
  readonly section: string;
  /** The address of the model's page, where it has one. */
  readonly page: string | null;
  readonly id: string | null;
  readonly href: string;
}

/** The links to models on the index page, with the heading above each; what is not about models has no such address. */
function linksOn({ body }: Page): Entry[] {
  const found: { name: string; section: string; href: string }[] = [];
  let section = '';
  if (body.trimStart().startsWith('<')) {
    const $ = htmlPage(body);
    $('h2,h3,a[href]').each((_, element) => {
      if (element.tagName !== 'a') section = $(element).text();
      else found.push({ name: $(element).text().trim(), section, href: $(element).attr('href') ?? '' });
    });
  } else
    for (const line of body.split('\n')) {
      section = /^##+\s+(.*)$/.exec(line)?.[1] ?? section;
      for (const [, name = '', href = ''] of line.matchAll(/(?<!!)\[([^\]]+)\]\(([^)\s]+)\)/g))
        found.push({ name, section, href });
    }
  return found.flatMap((link) => entryOf(link) ?? []);
}

function entryOf(link: { name: string; section: string; href: string }): Entry | undefined {
  const url = URL.canParse(link.href, index) ? new URL(link.href, index) : undefined;
  const [, family = '', slug = ''] = /\/models\/(gemini|veo|lyria|imagen)\/([\w.-]+)$/.exec(url?.pathname ?? '') ?? [];
  const card = /\/publishers\/google\/model-garden\/([\w.-]+)$/.exec(url?.pathname ?? '')?.[1];
  if (!url || (!family && !card)) return undefined;
  // Cards of Gemma and the like are weights to deploy by oneself; embeddings are served.
  if (card) return { ...link, page: null, id: /embedding/i.test(link.section) ? card : null };
  const anchor = url.hash.slice(1) || (slug.startsWith(family) ? slug : '');
  const own = anchor === '' || anchor.startsWith(`${family}-`) ? anchor : `${family}-${anchor}`;
  return { ...link, page: `${models}/${family}/${slug}`, id: own || null };
}

const pagesOf = (page: Page): Request[] =>
  [...new Set(linksOn(page).flatMap((link) => link.page ?? []))].map((url) => ({ url, optional: true }));

function rows(pages: readonly Page[]): unknown[] {
  const entries = pages.filter(({ request }) => request.url === index).flatMap(linksOn);
  if (entries.length === 0) throw shapeError('no links to models');
  const said = new Documented();
  for (const entry of entries) {
    const page = pages.find(({ request }) => request.url === entry.page);
    const onPage = page ? [...modelsOn(linesOf(page.body))] : [];
    for (const [model, facts] of onPage) said.add({ ...facts, id: model, lab: 'google' });
    const { id, name, section } = entry;
    const status = lifecycle(/^preview/i.test(section) ? 'preview' : /^general/i.test(section) ? 'GA' : null);
    if (id) said.add({ id, lab: 'google', name, status, mode: modeOf(section) });
    else if (onPage.length === 0) said.addOther(entry.href);
  }
  for (const [model, name] of catalogIds(pages, false, 'google-vertex')) said.add({ id: model, name });
  return said.rows;
}

const modeOf = (section: string): Mode | null =>
  /embedding/i.test(section)
    ? 'embedding'
    : /\bveo\b/i.test(section)
      ? 'video'
      : /\bimagen\b/i.test(section)
        ? 'image'
        : null;
