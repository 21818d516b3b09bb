import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Lifecycle } from '../model/model.js';
import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import { companion, paged } from './ask.js';
import { catalog, modelsDev } from './catalog.js';
import { defineEndpoint, defineSource, type Endpoint } from './define.js';
import { modelCatalog } from './digitalocean/modelCatalog.js';
import { byName, idsByName, normalizePrices, plainName, priceRow, underIds } from './digitalocean/priceList.js';
import { pricingTables } from './digitalocean/pricingTables.js';
import { products, withCache } from './digitalocean/products.js';
import { listEndpoint } from './listEndpoint.js';
import { count, flag, id, part, text, texts } from './parse/fields.js';
import { htmlTables } from './parse/html.js';
import { jsonObject, jsonPages } from './parse/json.js';
import { markdownTables } from './parse/markdown.js';
import { attachable, modalitiesOf, modeOf } from './parse/modalities.js';
import type { Table } from './parse/tables.js';

const described = z.looseObject({
  id,
  name: text,
  lifecycle_status: text,
  thinking: flag,
  context_window: count,
  modalities: part({ input: texts, output: texts }),
});

const listed = z.looseObject({ id, owned_by: text, context_length: count, max_output_tokens: count });

const key = { env: ['DIGITALOCEAN_ACCESS_TOKEN', 'DIGITALOCEAN_API_TOKEN'] };
const productList: Request = { url: 'https://www.digitalocean.com/api/static-content/v1/products' };
const markdown: Request = { url: 'https://docs.digitalocean.com/products/inference/details/pricing/index.html.md' };
const html: Request = { url: 'https://docs.digitalocean.com/products/inference/details/pricing/' };

/** The price lists have no ids: without the catalog's, a model goes by its name and its price finds no other's model. */
const ids = companion(modelsDev, { brings: ['ids', 'prices', 'facts'], read: idsByName });

const pricePage = (
  endpoint: Pick<Endpoint, 'name' | 'fills'>,
  list: Request,
  tablesIn: (body: string) => readonly Table[],
) =>
  defineEndpoint({
    ...endpoint,
    requests: { list, ids },
    rows: ({ list: { body }, ids }) => underIds(byName(pricingTables(tablesIn(body))).values(), ids),
    row: priceRow,
    normalize: normalizePrices,
  });

const documented = ({ body }: Page) => pricingTables(markdownTables(body));

/**
 * DigitalOcean: GET /v2/gen-ai/models/catalog (no key; ids and prices), /v2/gen-ai/models and /v1/models (key; ids, no
 * prices), then two price lists by display name: the site's list of products and the pricing page as markdown or HTML, USD
 * per 1M tokens. Evidence: models.dev's generator and clients; two rows of the markdown of August 2026.
 */
export const digitalocean = defineSource({
  id: 'digitalocean',
  name: 'DigitalOcean',
  providerKind: 'cloud',
  docs: 'https://docs.digitalocean.com/products/inference/',
  env: ['DIGITALOCEAN_ACCESS_TOKEN', 'DIGITALOCEAN_API_TOKEN'],
  unit: 'USD per 1M tokens',
  evidence: 'schema',
  endpoints: [
    modelCatalog,
    defineEndpoint({
      name: 'api',
      requests: { list: paged({ url: 'https://api.digitalocean.com/v2/gen-ai/models', key }, next) },
      rows: ({ list }) => jsonPages(list, 'models'),
      row: described,
      normalize: fromDescription,
    }),
    listEndpoint('api-list', {
      list: { url: 'https://inference.do-ai.run/v1/models', key },
      row: listed,
      // `created` is when the model was listed here, and `owned_by` often the host.
      normalize: (model) => ({
        id: model.id,
        ownedBy: model.owned_by === 'digitalocean' ? null : model.owned_by,
        limit: { context: model.context_length, output: model.max_output_tokens },
      }),
    }),
    defineEndpoint({
      name: 'products',
      requests: {
        list: productList,
        docs: companion(markdown, { brings: ['prices', 'facts'], read: documented }),
        ids,
      },
      rows: ({ list, docs = [], ids }) => {
        const { listings, rest } = products(list);
        return [...underIds(withCache(listings, docs), ids), ...rest];
      },
      row: priceRow,
      normalize: normalizePrices,
    }),
    pricePage({ name: 'docs' }, markdown, markdownTables),
    pricePage({ name: 'docs-html', fills: false }, html, htmlTables),
    catalog('digitalocean'),
  ],
});

/** Pages are linked as in all lists of this API; a link to another host is not followed, for the key goes along. */
function next(page: Page): Request[] {
  const { links } = z.looseObject({ links: part({ pages: part({ next: text }) }) }).parse(jsonObject(page));
  if (links.pages.next === null) return [];
  const url = new URL(links.pages.next, page.request.url);
  return url.origin === new URL(page.request.url).origin ? [{ ...page.request, url: url.href }] : [];
}

function fromDescription(model: z.infer<typeof described>): Draft {
  const input = modalitiesOf(model.modalities.input);
  const output = modalitiesOf(model.modalities.output);
  const name = model.name && plainName(model.name);
  return {
    id: model.id,
    name,
    mode: /mini-?lm|mpnet/i.test(model.id) ? 'embedding' : modeOf(input, output),
    modalities: { input, output },
    // `settings` hold the range of a slider, which is no limit.
    limit: { context: model.context_window },
    capabilities: { reasoning: model.thinking, attachment: attachable(input) },
    status: lifecycle(model.lifecycle_status) ?? (name === model.name ? null : 'preview'),
  };
}

function lifecycle(status: string | null): Lifecycle | null {
  if (status === null) return null;
  if (/deprecat/i.test(status)) return 'deprecated';
  if (/retired|end[ _-]of[ _-]life|sunset/i.test(status)) return 'retired';
  if (/preview|beta/i.test(status)) return 'preview';
  return /active|available|^ga$/i.test(status) ? 'active' : null;
}
