import { sellerOf } from './sellers.js';

/** What a key says: a model, and the place or the size of image that its prices are for. */
export interface Key {
  /** As the provider's API takes it. */
  readonly model: string;
  readonly region: string | null;
  /** Quality, size or steps of an image: `low 1024x1024`. */
  readonly variant: string | null;
  /** Of an image of that size. */
  readonly pixels: number | null;
}

const region = /^(eu|us|global|global-standard|[a-z]{2}(-gov)?-[a-z]+-\d)$/;
const measure = /^(low|medium|high|hd|standard|\d+-steps|max-steps|max-x-max|\d+-x-\d+)$/;
const size = /(\d{1,6})x(\d{1,6})/;

/** Sellers whose regions and deployments are keys of their own, such as `azure/eu/gpt-4o`. */
const regional = ['AZURE', 'BEDROCK'];

/**
 * Takes a key apart. The provider's name goes once, for `perplexity/perplexity/sonar` is `perplexity/sonar`; what follows
 * belongs to the id unless it is a region, a size, or the gateway's word for how Bedrock is called.
 */
export function keyOf(key: string, provider: string): Key {
  const parts = key.split('/');
  const isRegional = regional.includes(sellerOf(provider));
  const measures: string[] = [];
  let place: string | null = null;
  let isNamed = false;
  for (let [head] = parts; head !== undefined && parts.length > 1; [head] = parts) {
    if (!isNamed && names(head, provider)) isNamed = true;
    else if (isRegional && place === null && region.test(head)) place = head;
    else if (measure.test(head)) measures.push(head.replace(/(\d)-x-/, '$1x'));
    else if (!isRegional || head !== 'invoke') break;
    parts.shift();
  }
  const variant = measures.join(' ');
  const [, width, height] = size.exec(variant) ?? [];
  return {
    model: parts.join('/'),
    region: place,
    variant: variant === '' ? null : variant,
    pixels: Number(width) * Number(height) || null,
  };
}

/** Whether that is the provider's name, or how its names begin: `vertex_ai` of `vertex_ai-language-models`. */
const names = (part: string, provider: string): boolean => `${plain(provider)}_`.startsWith(`${plain(part)}_`);

const plain = (name: string): string => name.replaceAll('-', '_');
