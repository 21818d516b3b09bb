import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import { companion, paged } from './ask.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource } from './define.js';
import { modelRow, normalizeModel, withId } from './fireworks-ai/model.js';
import { documentedRows, pricing, pricingDocument } from './fireworks-ai/pricing.js';
import { serverless } from './fireworks-ai/serverless.js';
import { embedded, flightText, reviveFlight } from './parse/embedded.js';
import { jsonObject, jsonPages } from './parse/json.js';
import { notEmpty } from './parse/notEmpty.js';

const modelsPage: Request = {
  url: 'https://app.fireworks.ai/models?filter=All',
  headers: { 'user-agent': 'Mozilla/5.0 (compatible; ratecard)' },
};
const account: Request = {
  url: 'https://api.fireworks.ai/v1/accounts/fireworks/models?pageSize=200',
  key: { env: ['FIREWORKS_API_KEY'] },
};

type Documented = ReadonlyMap<unknown, object>;

/**
 * Fireworks AI: GET /v1/serverless/models (key; what is served serverless, USD per 1M tokens), the models page (its React
 * data; USD per 1M tokens in units and billionths), the document of serverless prices and
 * GET /v1/accounts/fireworks/models (key; no prices).
 * Evidence: the page from a typed client of August 2026, the document of the same month, the APIs from their schemas.
 */
export const fireworksAi = defineSource({
  id: 'fireworks-ai',
  name: 'Fireworks AI',
  providerKind: 'host',
  docs: 'https://docs.fireworks.ai/serverless/pricing',
  env: ['FIREWORKS_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'schema',
  endpoints: [
    serverless,
    defineEndpoint({
      name: 'page',
      requests: {
        list: modelsPage,
        documented: companion(pricingDocument, { brings: 'prices', read: documentedById }),
      },
      rows: pageRows,
      row: modelRow,
      normalize: normalizeModel,
    }),
    defineEndpoint({
      name: 'api',
      requests: { list: paged(account, nextPage) },
      rows: ({ list }) => jsonPages(list, 'models').map(withId),
      row: modelRow,
      normalize: normalizeModel,
    }),
    pricing,
    catalog('fireworks-ai'),
  ],
});

function nextPage(page: Page): Request[] {
  const token = jsonObject(page)['nextPageToken'];
  return typeof token === 'string' && token !== ''
    ? [{ ...account, url: `${account.url}&pageToken=${encodeURIComponent(token)}` }]
    : [];
}

/** The models in the page's React data, each with its row of the pricing document, if that came. */
function pageRows({ list, documented }: { list: Page; documented: Documented | undefined }): unknown[] {
  const lists = notEmpty(
    embedded(flightText(list.body) || list.body, 'models', reviveFlight).filter(isModels),
    'the page holds no list of models',
  );
  return lists.flat().map((row) => {
    const found = documented?.get((row as { name?: unknown } | null)?.name);
    return withId(found ? { ...(row as object), documented: found } : row);
  });
}

const isModels = (value: unknown): value is unknown[] =>
  Array.isArray(value) && value.some((item) => /^accounts\//.test(String((item as { name?: unknown } | null)?.name)));

/** The document's rows by id, the first one of an id; variants left out. */
function documentedById({ body }: Page): Documented {
  const rows = documentedRows(body).filter(({ variant }) => !variant);
  return new Map(rows.reverse().map((row) => [row.id, row]));
}
