import { z } from 'zod';
import type { Page } from '../../model/page.js';
import { companion } from '../ask.js';
import { catalogEntries, modelsDev } from '../catalog.js';
import { defineEndpoint } from '../define.js';
import { id, part, parts, text } from '../parse/fields.js';
import { jsonObject } from '../parse/json.js';
import { shapeError } from '../parse/shapeError.js';
import { idsByName } from './names.js';
import { isNoModel, pricesOf, type Sku, skuFields } from './skus.js';

const offers = 'https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws';

const row = z.looseObject({ id, name: text, lab: text, skus: parts(skuFields) });

const attributes = part({
  usagetype: text,
  inferenceType: text,
  feature: text,
  model: text,
  titanModel: text,
  provider: text,
  servicename: text,
});
const product = part({ attributes });
const objects = z.record(z.string(), z.unknown()).catch({});
const term = part({ effectiveDate: text, priceDimensions: objects });
const dimension = part({ unit: text, description: text, beginRange: text, pricePerUnit: objects });

/**
 * The two price lists of us-east-1, one row a model. They name models and give no ids: those are models.dev's, found by
 * name; a model without one keeps the list's name for an id, so that its price is not lost.
 */
export const prices = defineEndpoint({
  name: 'prices',
  requests: {
    own: { url: `${offers}/AmazonBedrock/current/us-east-1/index.json` },
    foundation: { url: `${offers}/AmazonBedrockFoundationModels/current/us-east-1/index.json` },
    // Without its ids, a model goes by its name and its price finds no other endpoint's model.
    names: companion(modelsDev, { brings: ['ids', 'prices', 'facts'], read: catalogNames }),
  },
  rows,
  row,
  normalize: ({ skus, ...model }) =>
    model.name === null || skus.every(isNoModel)
      ? undefined
      : {
          id: model.id,
          name: model.name,
          ownedBy: model.lab ?? (/^([a-z0-9]+)\.\S+$/.exec(model.id)?.[1] || null),
          ...pricesOf(skus),
        },
});

interface Group {
  readonly names: Set<string>;
  readonly lab: string | null;
  readonly skus: unknown[];
}

interface Pages {
  readonly own: Page;
  readonly foundation: Page;
  readonly names: ReturnType<typeof catalogNames> | undefined;
}

function rows({ own, foundation, names = [] }: Pages): unknown[] {
  const groups = new Map<string, Group>();
  const nameless: unknown[] = [];
  for (const { model, stem, lab, sku } of [...skusOf(own, false), ...skusOf(foundation, true)]) {
    const name = model ?? stem;
    if (name === null) {
      nameless.push({ id: sku.usagetype, skus: [sku] });
      continue;
    }
    const group = groups.get(name) ?? { names: new Set([name]), lab, skus: [] };
    if (stem) group.names.add(stem);
    group.skus.push(sku);
    groups.set(name, group);
  }
  return [...byId([...groups.values()], idsByName(names)), ...nameless];
}

/** A model may be in both lists, under two names: its SKUs come together under its id. */
function byId(groups: readonly Group[], idsOf: ReturnType<typeof idsByName>): unknown[] {
  const found = new Map<string, { id: string; name: string; lab: string | null; skus: unknown[] }>();
  for (const { names, lab, skus } of groups) {
    const [name = ''] = names;
    const ids = idsOf({ names: [...names], lab });
    for (const own of ids.length > 0 ? ids : [name]) {
      const known = found.get(own);
      if (known) known.skus.push(...skus);
      else found.set(own, { id: own, name, lab, skus: [...skus] });
    }
  }
  return [...found.values()];
}

/** Ids and names of models.dev's entry. */
function catalogNames(page: Page): (readonly [string, string])[] {
  const entry = catalogEntries(page).get('amazon-bedrock');
  if (!entry) throw shapeError('the catalog has no entry amazon-bedrock');
  return Object.entries(entry.models).map(([key, value]) => {
    const name = (value as { name?: unknown } | null)?.name;
    return [key, typeof name === 'string' ? name : key] as const;
  });
}

interface Found {
  readonly model: string | null;
  readonly stem: string | null;
  readonly lab: string | null;
  readonly sku: Partial<Sku>;
}

function skusOf(page: Page, foundation: boolean): Found[] {
  const offer = jsonObject(page);
  const products = objects.parse(offer['products']);
  if (Object.keys(products).length === 0) throw shapeError('the price list holds no products');
  const terms = objects.parse(objects.parse(offer['terms'])['OnDemand']);
  const publishedAt = text.parse(offer['publicationDate']);
  return Object.entries(products).map(([code, value]): Found => {
    const { attributes: about } = product.parse(value);
    const { usagetype, inferenceType, feature } = about;
    const price = priceOf(terms[code], publishedAt);
    return {
      model: about.model ?? about.titanModel ?? edition(about.servicename),
      stem: stemOf(usagetype),
      lab: about.provider ?? (foundation ? null : 'Amazon'),
      sku: { usagetype, inferenceType, feature, ...price, foundation },
    };
  });
}

/** "Claude Sonnet 4.5 (Amazon Bedrock Edition)" -> "Claude Sonnet 4.5"; the service's own name is no model. */
const edition = (servicename: string | null): string | null => {
  const name = servicename?.replace(/\s*\(Amazon Bedrock Edition\)\s*$/i, '') ?? '';
  return name === '' || /^amazon bedrock$/i.test(name) ? null : name;
};

/** "USE1-Voxtral-Small-24b-2507-input-tokens" -> "Voxtral Small 24b 2507"; marketplace uses name no model. */
const stemOf = (usagetype: string | null): string | null =>
  /^[A-Z]{3,4}\d+-(?!MP:)(\S+?)-(?:input|output|cache|prompt)/i.exec(usagetype ?? '')?.[1]?.replace(/[-_]+/g, '-') ??
  null;

/** The price in force: of the last term that began before the list was published, and its first range. */
function priceOf(value: unknown, publishedAt: string | null): Partial<Sku> {
  const terms = Object.values(objects.parse(value))
    .map((each) => term.parse(each))
    .sort((a, b) => (a.effectiveDate ?? '').localeCompare(b.effectiveDate ?? ''));
  const inForce =
    terms.filter(({ effectiveDate }) => !publishedAt || (effectiveDate ?? '') <= publishedAt).at(-1) ?? terms[0];
  const ranges = Object.values(inForce?.priceDimensions ?? {}).map((each) => dimension.parse(each));
  const first = ranges.find(({ beginRange }) => beginRange === null || Number(beginRange) === 0);
  if (!first) return {};
  return { unit: first.unit, description: first.description, usd: first.pricePerUnit['USD'] as Sku['usd'] };
}
