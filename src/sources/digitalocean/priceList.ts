import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import { type Cost, cost as costSchema, type CostField, type Tier } from '../../model/cost.js';
import type { Page } from '../../model/page.js';
import { catalogEntries } from '../catalog.js';
import { amount, flag, id, parts, text, texts } from '../parse/fields.js';
import { grouped } from '../parse/grouped.js';
import { inTiers } from '../parse/inTiers.js';
import { perUnit, stated } from '../parse/money.js';
import { shapeError } from '../parse/shapeError.js';
import { withoutZeros } from '../parse/withoutZeros.js';

/** One price of a model, converted, with its condition. */
export interface Price {
  readonly field: CostField;
  readonly usd: number | null;
  readonly when?: Tier['when'];
}

/** What a price list, which has no ids, says of one display name. */
export interface Listing {
  readonly name: string;
  readonly lab?: string | null;
  readonly prices: readonly Price[];
  /** Amounts whose unit is not known. */
  readonly unread?: readonly string[];
}

const field = z
  .unknown()
  .optional()
  .transform((value) => costSchema.keyof().safeParse(value).data ?? null);
const usd = amount.transform(perUnit);

export const priceRow = z.looseObject({
  id,
  name: text,
  lab: text,
  /** Not a model that is paid per token: an image, a GPU. */
  other: flag,
  /** The id is a name for people. */
  isNameOnly: flag,
  prices: parts({ field, usd, when: z.custom<Tier['when']>().optional() }),
  unread: texts,
});
type PriceRow = z.infer<typeof priceRow>;
type Prices = PriceRow['prices'];

const preview = /\s{0,4}\(public preview\)\s{0,4}/i;

export const plainName = (name: string): string => name.replace(preview, ' ').trim();

/** Two spellings of one name: "Qwen3-32B" and "Qwen3 32B". */
export const nameKey = (name: string): string =>
  plainName(name)
    .toLowerCase()
    .replaceAll(/[^a-z0-9.+]+/g, ' ')
    .trim();

/** Listings of one name put together. */
export function byName(listings: readonly Listing[]): Map<string, Listing> {
  const found = new Map<string, Listing>();
  for (const listing of listings) {
    const before = found.get(nameKey(listing.name));
    const prices = [...(before?.prices ?? []), ...listing.prices];
    const unread = [...(before?.unread ?? []), ...(listing.unread ?? [])];
    found.set(nameKey(listing.name), { ...listing, ...before, prices, unread });
  }
  return found;
}

/** Names of the price lists whose ids are known even where the catalog spells them otherwise or did not come. */
const knownIds: Readonly<Record<string, string>> = {
  'claude sonnet 4.5': 'anthropic-claude-4.5-sonnet',
  'claude opus 4.6': 'anthropic-claude-opus-4.6',
  'gpt 5.4': 'openai-gpt-5.4',
  'llama 3.3 70b': 'llama3.3-70b-instruct',
  'qwen3 32b': 'alibaba-qwen3-32b',
  'kimi k2.5': 'kimi-k2.5',
};

/**
 * The listings as rows: under the ids that the catalog knows for the name, for there is no rule that leads from the one
 * to the other; under the name itself, and so marked, where nobody knows one.
 */
export function underIds(listings: Iterable<Listing>, ids: ReturnType<typeof idsByName> | undefined): object[] {
  return [...listings].flatMap((listing) => {
    const key = nameKey(listing.name);
    const own = ids?.get(key) ?? (knownIds[key] ? [knownIds[key]] : []);
    if (own.length === 0) return [{ ...listing, id: plainName(listing.name), isNameOnly: true }];
    return own.map((modelId) => ({ ...listing, id: modelId }));
  });
}

/** The ids of models.dev's entry by the names of its models. */
export function idsByName(page: Page): Map<string, string[]> {
  const catalog = catalogEntries(page).get('digitalocean');
  if (!catalog) throw shapeError('the catalog has no entry digitalocean');
  const ids = new Map<string, string[]>();
  for (const [modelId, model] of Object.entries(catalog.models)) {
    const name = z.looseObject({ name: text }).safeParse(model).data?.name;
    if (name) ids.set(nameKey(name), [...(ids.get(nameKey(name)) ?? []), modelId]);
  }
  return ids;
}

export function normalizePrices(row: PriceRow): Draft | undefined {
  if (row.other) return undefined;
  const groups = [...grouped(row.prices, ({ when }) => JSON.stringify(when ?? {}))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const priced = groups.map(([, prices]) => ({ when: prices[0]?.when ?? {}, cost: costOf(prices) }));
  return {
    id: row.id,
    name: row.name && plainName(row.name),
    ownedBy: row.lab !== null && /^others?$/i.test(row.lab) ? null : row.lab,
    status: preview.test(row.name ?? '') ? 'preview' : null,
    isNameOnly: row.isNameOnly ?? undefined,
    ...inTiers(priced),
    issues: (row.unread ?? []).map((detail) => ({ code: 'unread-price', detail })),
  };
}

/** A price that is stated twice and differs is not known. 0 is how an embedding's output is written. */
export function costOf(prices: Prices | readonly Price[]): Partial<Cost> {
  const cost: { [name in CostField]?: number | null } = {};
  for (const price of prices) {
    if (price.field === null) continue;
    cost[price.field] = price.field in cost && cost[price.field] !== price.usd ? null : price.usd;
  }
  return stated(withoutZeros(cost));
}
