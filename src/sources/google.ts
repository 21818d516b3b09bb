import { z } from 'zod';
import type { Page } from '../fetch/request.js';
import { catalog } from './catalog.js';
import { api, kindOf } from './google/api.js';
import { detailsOf, modelOf, pageOf } from './google/pages.js';
import { priceOf } from './google/prices.js';
import { type PriceCell, type Section, sectionsIn } from './google/sections.js';
import { flag, id, text } from './parse/fields.js';
import { dayOf } from './parse/terms.js';
import { defineLink, defineSource, type Draft, type Link } from './source.js';

const documented = z.looseObject({
  id,
  name: text,
  isAlone: flag,
  cells: z.array(z.custom<PriceCell>()).catch([]),
  day: text,
  page: text,
});
type Documented = z.infer<typeof documented>;

/** The pricing page and the page of each model that it prices. */
const page = (name: string, pricing: string, fills: boolean): Link =>
  defineLink<Documented>({
    name,
    fills,
    requests: [{ url: pricing }],
    next: ({ request, body }) =>
      request.url === pricing ? sectionsIn(body).flatMap(({ ids }) => ids.map((model) => pageOf(model))) : [],
    rows: (pages) => rows(pages),
    row: documented,
    normalize: (model) => normalize(model),
  });

/**
 * Google's Gemini API: GET /v1beta/models (key; ids and limits) and the pricing page as markdown (USD per 1M tokens,
 * paid tier), then a page of each priced model. A section of the pricing page may price several ids.
 * Evidence: API bodies of July 2025 to March 2026, an excerpt of the page of September 2026.
 */
export const google = defineSource({
  id: 'google',
  name: 'Google',
  docs: 'https://ai.google.dev/gemini-api/docs/models',
  env: ['GEMINI_API_KEY', 'GOOGLE_API_KEY', 'GOOGLE_GENERATIVE_AI_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  links: [
    api,
    page('docs', 'https://ai.google.dev/gemini-api/docs/pricing.md.txt', true),
    // The same text, under an address that some use.
    page('docs-md', 'https://ai.google.dev/gemini-api/docs/pricing.md', false),
    catalog('google'),
  ],
});

function rows([page, ...companions]: readonly Page[]): unknown[] {
  if (!page) return [];
  const bodies = new Map(companions.map((companion) => [modelOf(companion), companion.body]));
  const models = sectionsIn(page.body).flatMap((section) =>
    section.ids.map((name) => ({
      id: name,
      name: isNameOf(section, name) ? section.name : null,
      isAlone: section.ids.length === 1,
      cells: section.cells,
      day: dayOf(page),
      page: bodies.get(name) ?? null,
    })),
  );
  return models.filter((model, i) => models.findIndex((other) => other.id === model.id) === i);
}

/** A section of several models bears the name of one of them. */
const isNameOf = ({ name, ids }: Section, id: string): boolean =>
  ids.length === 1 || name.toLowerCase().replaceAll(/[^a-z0-9.]+/g, '-') === id;

function normalize(model: Documented): Draft {
  const { mode, ...modalities } = kindOf(model.id, []);
  return {
    modalities,
    ...(model.page !== null && detailsOf(model.id, model.page)),
    id: model.id,
    name: model.name,
    ownedBy: 'google',
    mode,
    status: /-preview\b|-exp\b/.test(model.id) ? 'preview' : 'active',
    ...priceOf(model.cells, model.day ?? '', model.isAlone === true),
  };
}
