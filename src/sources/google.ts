import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Page } from '../model/page.js';
import { companions } from './ask.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource, type Endpoint } from './define.js';
import { api, kindOf } from './google/api.js';
import { type Details, detailsOf, modelOf, pageOf } from './google/pages.js';
import { priceOf } from './google/prices.js';
import { cellsOf, type PriceCell, type Section, sectionsIn, unplacedFor } from './google/sections.js';
import { id, text, texts } from './parse/fields.js';
import { dayOf } from './parse/terms.js';
import { strayIssues } from './parse/strayIssues.js';

const documented = z.looseObject({
  id,
  name: text,
  cells: z.array(z.custom<PriceCell>()).catch([]),
  stray: texts,
  day: text,
  details: z.custom<Details>(),
});
type Documented = z.infer<typeof documented>;

/** The pricing page and the page of each model that it prices. */
const page = (name: string, pricing: string, fills: boolean): Endpoint =>
  defineEndpoint({
    name,
    fills,
    requests: {
      prices: { url: pricing },
      details: companions({
        of: { prices: ({ body }) => sectionsIn(body).flatMap(({ ids }) => ids.map(pageOf)) },
        brings: 'facts',
        read: (page) => [modelOf(page), detailsOf(page)] as const,
      }),
    },
    rows,
    row: documented,
    normalize: (model) => normalize(model),
  });

/**
 * Google's Gemini API: GET /v1beta/models (key; ids and limits) and the pricing page as markdown (USD per 1M tokens,
 * paid tier), then a page of each priced model. A section of the pricing page may price several ids.
 * Evidence: the list of 22 August 2026, the whole page of July to September 2026.
 */
export const google = defineSource({
  id: 'google',
  name: 'Google',
  providerKind: 'lab',
  docs: 'https://ai.google.dev/gemini-api/docs/models',
  env: ['GEMINI_API_KEY', 'GOOGLE_API_KEY', 'GOOGLE_GENERATIVE_AI_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    api,
    page('docs', 'https://ai.google.dev/gemini-api/docs/pricing.md.txt', true),
    // The same text, under an address that some use.
    page('docs-md', 'https://ai.google.dev/gemini-api/docs/pricing.md', false),
    catalog('google'),
  ],
});

function rows({ prices, details }: { prices: Page; details: readonly (readonly [string, Details])[] }): unknown[] {
  const found = new Map(details);
  const models = sectionsIn(prices.body).flatMap((section) =>
    section.ids.map((name) => ({
      id: name,
      name: isNameOf(section, name) ? section.name : null,
      cells: cellsOf(section, name),
      stray: unplacedFor(section, name),
      day: dayOf(prices),
      details: found.get(name) ?? {},
    })),
  );
  return models.filter((model, i) => models.findIndex((other) => other.id === model.id) === i);
}

/** A section of several models bears the name of one of them. */
const isNameOf = ({ name, ids }: Section, id: string): boolean =>
  ids.length === 1 || name.toLowerCase().replaceAll(/[^a-z0-9.]+/g, '-') === id;

function normalize(model: Documented): Draft {
  const { mode, ...modalities } = kindOf(model.id, []);
  const price = priceOf(model.cells, model.day ?? '');
  return {
    modalities,
    ...model.details,
    id: model.id,
    name: model.name,
    ownedBy: 'google',
    mode,
    status: /-preview\b|-exp\b/.test(model.id) ? 'preview' : null,
    ...price,
    issues: [...(price.issues ?? []), ...strayIssues(model.stray)],
  };
}
