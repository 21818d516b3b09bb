import { z } from 'zod';
import type { CostField, Tier } from '../../model/cost.js';
import type { Page } from '../../model/page.js';
import { amount, id, part, text } from '../parse/fields.js';
import { jsonObject } from '../parse/json.js';
import { listAt } from '../parse/listAt.js';
import { perMillion } from '../parse/money.js';
import { notEmpty } from '../parse/notEmpty.js';
import { tokens } from '../parse/tokens.js';
import { byName, costOf, type Listing, plainName, type Price } from './priceList.js';

const entry = z.looseObject({ name: id, prompt_tokens: text, price: part({ rate: amount }) });

const fields: Readonly<Record<string, CostField>> = {
  input: 'input',
  output: 'output',
  'text input': 'input',
  'text output': 'output',
  'cached input': 'cacheRead',
  'cache read': 'cacheRead',
  'cache write': 'cacheWrite',
  'cache read input': 'cacheRead',
  'cache write input': 'cacheWrite',
  'image input': 'inputImage',
  'image output': 'outputImage',
  'audio input': 'inputAudio',
  'audio output': 'outputAudio',
};

const kinds =
  /^(.+?)\s{1,4}((?:(?:text|cached|cache read|cache write|image|audio)\s{1,4})?(?:input|output)|cache (?:read|write))\s{1,4}tokens?$/i;

/**
 * The site's list of products: an entry for each direction and length of prompt, USD per 1M tokens, told by the end of
 * its name. What ends otherwise is paid by another unit; what has no name can't be read.
 */
export function products(page: Page): { listings: Listing[]; rest: unknown[] } {
  const models = notEmpty(listAt(jsonObject(page), 'gradient', 'models'), 'the list "gradient.models" is empty');
  const listings: Listing[] = [];
  const rest: unknown[] = [];
  for (const model of models) {
    const read = entry.safeParse(model).data;
    const listing = read && listingOf(read);
    if (listing) listings.push(listing);
    else rest.push(read ? { id: read.name, other: true } : model);
  }
  return { listings, rest };
}

function listingOf({ name, prompt_tokens: prompt, price }: z.infer<typeof entry>): Listing | undefined {
  const [, named = '', kind = ''] = kinds.exec(plainName(name)) ?? [];
  const [, model = '', service] = /^(.+?)(?:\s{1,4}(batch|flex|priority))?$/i.exec(named) ?? [];
  const field = fields[kind.toLowerCase().replaceAll(/\s+/g, ' ')];
  if (!model || !field) return undefined;
  const preview = name === plainName(name) ? '' : ' (public preview)';
  const when = { ...lengthOf(prompt), ...(service && { serviceTier: service.toLowerCase() }) };
  return { name: model + preview, prices: [{ field, usd: perMillion(price.rate), when }] };
}

/** ">200k" -> above 200,000; "200k-1M" with its end; "≤200k" is the base price; other words are a condition of their own. */
function lengthOf(prompt: string | null): Tier['when'] {
  const words = (prompt ?? '').trim();
  const [, from, to] = /^([\d.,]+\s{0,4}[km]?)\s{0,4}[-–]\s*([\d.,]+\s*[km]?)/i.exec(words) ?? [];
  const contextAbove = tokens(from ?? /(?:>=?|≥|above|over)\s*([\d.,]+\s*[km]?)/i.exec(words)?.[1]);
  const contextUpTo = tokens(to);
  if (contextAbove) return { contextAbove, ...(contextUpTo && { contextUpTo }) };
  return contextUpTo || /^(|[≤<]=?.*|up to .*|all|any|standard|default)$/i.test(words) ? {} : { variant: words };
}

/** The listings with the cache prices and labs of the docs, where these state the same input and output. */
export function withCache(listings: readonly Listing[], docs: readonly Listing[]): Listing[] {
  const documented = byName(docs);
  return [...byName(listings)].map(([key, listing]) => {
    const other = documented.get(key);
    const [mine, theirs] = [listing, other].map((list) => costOf((list?.prices ?? []).filter(isBase)));
    if (!other) return listing;
    if (mine?.input !== theirs?.input || mine?.output !== theirs?.output)
      return {
        ...listing,
        unread: [...(listing.unread ?? []), 'the documents state other prices, cached ones as well'],
      };
    const more = other.prices.filter(
      (price) => price.when?.serviceTier || (price.field.startsWith('cache') && !(price.field in (mine ?? {}))),
    );
    return { ...listing, lab: other.lab ?? null, prices: [...listing.prices, ...more] };
  });
}

const isBase = ({ when }: Price): boolean => Object.keys(when ?? {}).length === 0;
