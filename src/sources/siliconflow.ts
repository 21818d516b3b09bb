import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import { companion } from './ask.js';
import { catalog, catalogEntries, modelsDev } from './catalog.js';
import { defineEndpoint, defineSource } from './define.js';
import { amount, id, part, text } from './parse/fields.js';
import { jsonList } from './parse/json.js';
import { perMillion } from './parse/money.js';
import { rowId } from './parse/rowId.js';
import { shapeError } from './parse/shapeError.js';
import { tokens } from './parse/tokens.js';
import { withoutZeros } from './parse/withoutZeros.js';
import { type Card, priceCards } from './siliconflow/priceCards.js';

const pricing: Request = { url: 'https://www.siliconflow.com/pricing' };

const row = z.looseObject({
  id,
  owned_by: text,
  card: part({ name: text, context: text, input: amount, output: amount, cacheRead: amount, unread: text }),
});
type Row = z.infer<typeof row>;

/**
 * SiliconFlow: GET /v1/models (key; ids only) and the price page (HTML; USD per 1M tokens, names without their vendor).
 * The page's names are joined with the list's ids or, without a key, with those of models.dev, by what follows the
 * vendor. Evidence: the list's schema, the page as text of April 2026.
 */
export const siliconflow = defineSource({
  id: 'siliconflow',
  name: 'SiliconFlow',
  providerKind: 'host',
  docs: 'https://docs.siliconflow.com',
  env: ['SILICONFLOW_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'schema',
  endpoints: [
    defineEndpoint({
      name: 'api',
      requests: {
        list: { url: 'https://api.siliconflow.com/v1/models', key: { env: ['SILICONFLOW_API_KEY'] } },
        cards: companion(pricing, { brings: ['prices', 'facts'], read: ({ body }) => priceCards(body) }),
        known: companion(modelsDev, { brings: 'facts', read: catalogued }),
      },
      rows: ({ list, cards = [], known = [] }) => listedRows(jsonList(list, 'data'), cards, known),
      row,
      normalize,
    }),
    defineEndpoint({
      name: 'pricing',
      requests: { page: pricing, known: companion(modelsDev, { brings: 'ids', read: catalogued }) },
      rows: ({ page, known = [] }) => pricedRows(priceCards(page.body), known),
      row,
      normalize,
    }),
    catalog('siliconflow'),
  ],
});

/** The rows of the list, each with its card where the price page has exactly one for it. */
function listedRows(listed: readonly unknown[], cards: readonly Card[], known: readonly string[]): unknown[] {
  const ids = listed.map((entry) => rowId(entry)).filter(Boolean);
  const found = joined(cards, ids);
  return listed.map((entry) => {
    const card = found.get(rowId(entry));
    return card ? { ...(entry as object), card: known.includes(rowId(entry)) ? exact(card) : card } : entry;
  });
}

/** The catalog's ids with their cards, then the cards that it does not know yet under the name that they show. */
function pricedRows(cards: readonly Card[], ids: readonly string[]): unknown[] {
  const found = joined(cards, ids);
  const taken = new Set(found.values());
  return [
    ...ids.map((name) => ({ id: name, ...(found.has(name) && { card: exact(found.get(name)) }) })),
    ...cards.filter((card) => !taken.has(card)).map((card) => ({ id: card.name, card })),
  ];
}

/** The card shows a rounded context; where the catalog has the exact one, that is waited for. */
const exact = (card: Card | undefined) => ({ ...card, context: null });

/** models.dev's ids. */
function catalogued(page: Page): string[] {
  const entry = catalogEntries(page).get('siliconflow');
  if (!entry) throw shapeError('the catalog has no entry siliconflow');
  return Object.keys(entry.models);
}

/** Ids with their cards: a card names `vendor/name` without the vendor; one that fits two ids fits none. */
function joined(cards: readonly Card[], ids: readonly string[]): Map<string, Card> {
  return new Map(
    cards.flatMap((card) => {
      const [only, ...more] = ids.filter(
        (name) => /^[^/]*\/(.*)$/.exec(name)?.[1]?.toLowerCase() === card.name.toLowerCase(),
      );
      return only !== undefined && more.length === 0 ? [[only, card] as const] : [];
    }),
  );
}

function normalize(model: Row): Draft {
  const { card } = model;
  const [vendor, name] = model.id.split('/');
  return {
    id: model.id,
    name: card.name,
    ownedBy: model.owned_by ?? (name === undefined ? null : vendor),
    mode: card.name === null ? null : 'chat',
    limit: { context: tokens(card.context) },
    cost: withoutZeros({
      input: perMillion(card.input),
      output: perMillion(card.output),
      cacheRead: perMillion(card.cacheRead),
    }),
    // The API wants the vendor before the name.
    isNameOnly: card.name === model.id,
    issues: card.unread === null ? [] : [{ code: 'unread-price', detail: card.unread }],
  };
}
