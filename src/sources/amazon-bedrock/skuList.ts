import { z } from 'zod';
import type { Page } from '../../model/page.js';
import { part, text } from '../parse/fields.js';
import { jsonObject } from '../parse/json.js';
import { ofPage } from '../parse/ofPage.js';
import { shapeError } from '../parse/shapeError.js';
import type { Sku } from './skus.js';

/** The region whose price lists are read. */
export const home = 'us-east-1';

const attributes = part({
  usagetype: text,
  inferenceType: text,
  feature: text,
  model: text,
  titanModel: text,
  provider: text,
  servicename: text,
  regionCode: text,
});
const product = part({ attributes });
const objects = z.record(z.string(), z.unknown()).catch({});
const term = part({ effectiveDate: text, priceDimensions: objects });
const dimension = part({ unit: text, description: text, beginRange: text, pricePerUnit: objects });

interface Found {
  readonly model: string | null;
  readonly stem: string | null;
  readonly lab: string | null;
  readonly sku: Partial<Sku>;
}

/** The SKUs of a price list, each with what it says of whose price it is. */
export function skusOf(page: Page, foundation: boolean): Found[] {
  const offer = jsonObject(page);
  const products = objects.parse(offer['products']);
  if (Object.keys(products).length === 0) throw shapeError('the price list holds no products');
  const terms = objects.parse(objects.parse(offer['terms'])['OnDemand']);
  const publishedAt = text.parse(offer['publicationDate']);
  const found = Object.entries(products).flatMap(([code, value]): Found[] => {
    const { attributes: about } = product.parse(value);
    const { usagetype, inferenceType, feature } = about;
    const region = about.regionCode === home ? null : about.regionCode;
    const prices = pricesOf(terms[code], publishedAt);
    return (prices.length > 0 ? prices : [{}]).map((price) => ({
      model: about.model ?? about.titanModel ?? edition(about.servicename),
      stem: stemOf(usagetype),
      lab: about.provider ?? (foundation ? null : 'Amazon'),
      sku: { usagetype, inferenceType, feature, region, ...price, foundation },
    }));
  });
  ofPage(
    found.map(({ sku }) => sku),
    page,
  );
  return found;
}

/** "Claude Sonnet 4.5 (Amazon Bedrock Edition)" -> "Claude Sonnet 4.5"; the service's own name is no model. */
const edition = (servicename: string | null): string | null => {
  const name = servicename?.replace(/\(Amazon Bedrock Edition\)\s*$/i, '').trim() ?? '';
  return name === '' || /^amazon bedrock$/i.test(name) ? null : name;
};

/** "USE1-Voxtral-Small-24b-2507-input-tokens" -> "Voxtral Small 24b 2507"; marketplace uses name no model. */
const stemOf = (usagetype: string | null): string | null =>
  /^[A-Z]{3,4}\d+-(?!MP:)(\S+?)-(?:input|output|cache|prompt)/i.exec(usagetype ?? '')?.[1]?.replace(/[-_]+/g, '-') ??
  null;

/** The prices in force: of the last term that began before the list was published, one a range of quantities. */
function pricesOf(value: unknown, publishedAt: string | null): Partial<Sku>[] {
  const terms = Object.values(objects.parse(value))
    .map((each) => term.parse(each))
    .sort((a, b) => (a.effectiveDate ?? '').localeCompare(b.effectiveDate ?? ''));
  const inForce =
    terms.filter(({ effectiveDate }) => !publishedAt || (effectiveDate ?? '') <= publishedAt).at(-1) ?? terms[0];
  const ranges = Object.values(inForce?.priceDimensions ?? {}).map((each) => dimension.parse(each));
  return ranges.map(({ unit, description, beginRange, pricePerUnit }) => ({
    ...{ unit, description, usd: pricePerUnit['USD'] as Sku['usd'] },
    ...(Number(beginRange) > 0 && { above: beginRange }),
  }));
}
