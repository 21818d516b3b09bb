import type { Mode } from '../model/model.js';
import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import { companions } from './ask.js';
import { defineEndpoint, defineSource } from './define.js';
import { Documented, documentRow, fromDocument } from './google-vertex/document.js';
import { catalogNames, catalogPart, type Names, publisherLists } from './google-vertex/entries.js';
import { linesOf } from './google-vertex/lines.js';
import { type Models, modelsOn } from './google-vertex/modelPage.js';
import { htmlPage } from './parse/htmlPage.js';
import { lifecycleNamed } from './parse/lifecycleNamed.js';
import { shapeError } from './parse/shapeError.js';
import { dayOf } from './parse/terms.js';
import { markdownLinks } from './parse/markdownLinks.js';

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
  providerKind: 'cloud',
  docs: index,
  env: ['GOOGLE_VERTEX_PROJECT', 'GOOGLE_VERTEX_LOCATION', 'GOOGLE_APPLICATION_CREDENTIALS'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    defineEndpoint({
      name: 'docs',
      requests: {
        list: { url: index },
        names: catalogNames(false, 'google-vertex'),
        details: companions({
          of: { list: pagesOf },
          brings: ['models', 'facts'],
          read: (page) => [page.request.url, modelsIn(page)] as const,
        }),
      },
      rows: ({ list, names, details }) => rowsOf(linksOn(list), new Map(details), names),
      row: documentRow,
      normalize: fromDocument,
    }),
    publisherLists('google'),
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
      section = /^##+\s+(\S.*)$/.exec(line)?.[1] ?? section;
      for (const { words, address, start } of markdownLinks(line))
        if (line[start - 1] !== '!' && words && /^\S+$/.test(address))
          found.push({ name: words, section, href: address });
    }
  return found.flatMap((link) => entryOf(link) ?? []);
}

/** The models of a page; one without any is no model's page. */
function modelsIn(page: Page): Models {
  const models = modelsOn(linesOf(page.body), dayOf(page));
  if (models.size === 0) throw shapeError('the page holds no model');
  return models;
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

function pagesOf(page: Page): Request[] {
  const urls = linksOn(page).flatMap((link) => link.page ?? []);
  return [...new Set(urls)].map((url) => ({ url }));
}

/** `pages`: the models of each page by its address. */
function rowsOf(entries: readonly Entry[], pages: ReadonlyMap<string, Models>, names: Names = new Map()): unknown[] {
  if (entries.length === 0) throw shapeError('no links to models');
  const said = new Documented();
  for (const entry of entries) {
    const onPage = [...(pages.get(entry.page ?? '') ?? [])];
    for (const [model, facts] of onPage) said.add({ ...facts, id: model, lab: 'google' });
    const { id, name, section } = entry;
    const status = lifecycleNamed(/^preview/i.test(section) ? 'preview' : /^general/i.test(section) ? 'GA' : null);
    if (id) said.add({ id, lab: 'google', name, status, mode: modeOf(section) });
    else if (onPage.length === 0) said.addOther(entry.href);
  }
  for (const [model, name] of names) said.add({ id: model, name });
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
