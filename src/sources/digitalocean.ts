import { z } from 'zod';
import type { Page, Request } from '../fetch/request.js';
import type { Lifecycle } from '../model/model.js';
import { catalog, modelsDev } from './catalog.js';
import { byName, type Listing, normalizePrices, plainName, priceRow, underIds } from './digitalocean/priceList.js';
import { pricingTables } from './digitalocean/pricingTables.js';
import { products, withCache } from './digitalocean/products.js';
import { count, flag, id, part, parts, text, texts } from './parse/fields.js';
import { htmlTables } from './parse/html.js';
import { jsonObject, jsonPages } from './parse/json.js';
import { markdownTables } from './parse/markdown.js';
import { attachable, modalitiesOf, modeOf } from './parse/modalities.js';
import { defineLink, defineSource, type Draft, type Link } from './source.js';

const described = z.looseObject({
  id,
  name: text,
  lifecycle_status: text,
  thinking: flag,
  context_window: count,
  modalities: part({ input: texts, output: texts }),
  settings: parts({ name: text, max: count }),
});

const listed = z.looseObject({ id, owned_by: text, context_length: count, max_output_tokens: count });

const key = { env: ['DIGITALOCEAN_ACCESS_TOKEN', 'DIGITALOCEAN_API_TOKEN'] };
const productList: Request = { url: 'https://www.digitalocean.com/api/static-content/v1/products' };
const markdown: Request = { url: 'https://docs.digitalocean.com/products/inference/details/pricing/index.html.md' };
const html: Request = { url: 'https://docs.digitalocean.com/products/inference/details/pricing/' };

const pageOf = (pages: readonly Page[], { url }: Request): Page | undefined =>
  pages.find(({ request }) => request.url === url);

/** A price list without ids: the catalog is asked for them. */
const priceLink = (
  link: Pick<Link, 'name' | 'fills'>,
  requests: Request[],
  read: (pages: readonly Page[]) => unknown[],
) =>
  defineLink<z.infer<typeof priceRow>>({
    ...link,
    requests: [...requests, { ...modelsDev, optional: true }],
    rows: read,
    row: priceRow,
    normalize: normalizePrices,
  });

const documentRows = (pages: readonly Page[], listings: readonly Listing[]): unknown[] =>
  underIds(byName(listings).values(), pageOf(pages, modelsDev));

/**
 * DigitalOcean: GET /v2/gen-ai/models and /v1/models (key; ids, no prices), then two price lists by display name: the
 * site's list of products and the pricing page as markdown or HTML, USD per 1M tokens. Evidence: models.dev's generator
 * and a client; two rows of the markdown of August 2026.
 */
export const digitalocean = defineSource({
  id: 'digitalocean',
  name: 'DigitalOcean',
  docs: 'https://docs.digitalocean.com/products/inference/',
  env: ['DIGITALOCEAN_ACCESS_TOKEN', 'DIGITALOCEAN_API_TOKEN'],
  unit: 'USD per 1M tokens',
  evidence: 'schema',
  links: [
    defineLink<z.infer<typeof described>>({
      name: 'api',
      requests: [{ url: 'https://api.digitalocean.com/v2/gen-ai/models', key }],
      next,
      rows: (pages) => jsonPages(pages, 'models'),
      row: described,
      normalize: fromDescription,
    }),
    defineLink<z.infer<typeof listed>>({
      name: 'api-list',
      requests: [{ url: 'https://inference.do-ai.run/v1/models', key }],
      rows: (pages) => jsonPages(pages, 'data'),
      row: listed,
      // `created` is when the model was listed here, and `owned_by` often the host.
      normalize: (model) => ({
        id: model.id,
        ownedBy: model.owned_by === 'digitalocean' ? null : model.owned_by,
        limit: { context: model.context_length, output: model.max_output_tokens },
      }),
    }),
    priceLink({ name: 'products' }, [productList, { ...markdown, optional: true }], productRows),
    priceLink({ name: 'docs' }, [markdown], (pages) =>
      documentRows(pages, pricingTables(markdownTables(pageOf(pages, markdown)?.body ?? ''))),
    ),
    priceLink({ name: 'docs-html', fills: false }, [html], (pages) =>
      documentRows(pages, pricingTables(htmlTables(pageOf(pages, html)?.body ?? ''))),
    ),
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
    mode: modeOf(input, output),
    modalities: { input, output },
    limit: {
      context: model.context_window,
      output: model.settings.find((setting) => setting.name === 'max_tokens')?.max ?? null,
    },
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

function productRows(pages: readonly Page[]): unknown[] {
  const { listings, rest } = products(pageOf(pages, productList));
  return [...underIds(withCache(listings, documented(pages)), pageOf(pages, modelsDev)), ...rest];
}

/** The docs only add to the list of products. */
function documented(pages: readonly Page[]): Listing[] {
  try {
    return pricingTables(markdownTables(pageOf(pages, markdown)?.body ?? ''));
  } catch {
    return [];
  }
}
