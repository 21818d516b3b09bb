import { shapeError } from '../fetch/errors.js';
import type { Page, Request } from '../fetch/request.js';
import { catalog } from './catalog.js';
import { type ModelRow, modelRow, normalizeModel, withId } from './fireworks-ai/model.js';
import { documentedRows, pricing, pricingDocument } from './fireworks-ai/pricing.js';
import { embedded, flightText, reviveFlight } from './parse/embedded.js';
import { jsonObject, jsonPages } from './parse/json.js';
import { defineLink, defineSource } from './source.js';

const modelsPage: Request = {
  url: 'https://app.fireworks.ai/models?filter=All',
  headers: { 'user-agent': 'Mozilla/5.0 (compatible; ratecard)' },
};
const account: Request = {
  url: 'https://api.fireworks.ai/v1/accounts/fireworks/models?pageSize=200',
  key: { env: ['FIREWORKS_API_KEY'] },
};

/**
 * Fireworks AI: the models page (its React data; USD per 1M tokens in units and billionths), the document of serverless
 * prices and GET /v1/accounts/fireworks/models (key; no prices).
 * Evidence: the page from a typed client of August 2026, the document of the same month, the API from its schema.
 */
export const fireworksAi = defineSource({
  id: 'fireworks-ai',
  name: 'Fireworks AI',
  docs: 'https://docs.fireworks.ai/serverless/pricing',
  env: ['FIREWORKS_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'schema',
  links: [
    defineLink<ModelRow>({
      name: 'page',
      requests: [modelsPage, { ...pricingDocument, optional: true }],
      rows: pageRows,
      row: modelRow,
      normalize: normalizeModel,
    }),
    defineLink<ModelRow>({
      name: 'api',
      requests: [account],
      next: (page) => {
        const token = jsonObject(page)['nextPageToken'];
        return typeof token === 'string' && token !== ''
          ? [{ ...account, url: `${account.url}&pageToken=${encodeURIComponent(token)}` }]
          : [];
      },
      rows: (pages) => jsonPages(pages, 'models').map(withId),
      row: modelRow,
      normalize: normalizeModel,
    }),
    pricing,
    catalog('fireworks-ai'),
  ],
});

/** The models in the page's React data, each with its row of the pricing document, if that came. */
function pageRows(pages: readonly Page[]): unknown[] {
  const html = pages.find(({ request }) => request.url === modelsPage.url)?.body ?? '';
  const lists = embedded(flightText(html) || html, 'models', reviveFlight).filter(isModels);
  if (lists.length === 0) throw shapeError('the page holds no list of models');
  const documented = documents(pages);
  return lists.flat().map((row) => {
    const found = documented.get((row as { name?: unknown } | null)?.name);
    return withId(found ? { ...(row as object), documented: found } : row);
  });
}

const isModels = (value: unknown): value is unknown[] =>
  Array.isArray(value) && value.some((item) => /^accounts\//.test(String((item as { name?: unknown } | null)?.name)));

function documents(pages: readonly Page[]): Map<unknown, object> {
  const body = pages.find(({ request }) => request.url === pricingDocument.url)?.body;
  try {
    const rows = body === undefined ? [] : documentedRows(body).filter(({ variant }) => !variant);
    return new Map(rows.reverse().map((row) => [row.id, row]));
  } catch {
    return new Map();
  }
}
