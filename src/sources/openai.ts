import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Mode } from '../model/model.js';
import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import { companions } from './ask.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource } from './define.js';
import { detailsOf, modelOf, pageOf, snapshotsIn } from './openai/pages.js';
import { priceOf } from './openai/prices.js';
import { type Shown, shownPrices } from './openai/shown.js';
import { pricedAs } from './openai/snapshots.js';
import { id } from './parse/fields.js';
import { grouped } from './parse/grouped.js';
import { jsonList } from './parse/json.js';
import { plainText } from './parse/plainText.js';

const list: Request = { url: 'https://api.openai.com/v1/models', key: { env: ['OPENAI_API_KEY'] } };
const pricing: Request = { url: 'https://developers.openai.com/api/docs/pricing.md' };

const listed = z.looseObject({ id });

type Details = ReturnType<typeof detailsOf>;
const documented = z.looseObject({
  id,
  prices: z.array(z.custom<Shown>()).catch([]),
  details: z.custom<Details>().optional().catch(undefined),
});

/** What is known of a model's page. */
interface Shows {
  readonly details: Details;
  readonly snapshots: readonly string[];
}

/**
 * OpenAI: GET /v1/models (key; ids and days of shutdown), the pricing page as markdown (USD per 1M tokens; standard is the
 * price, batch and the like are tiers) with a page of each priced model for limits and features, then the page's prices for
 * the snapshots and aliases that only the list names. `created` is when a row was made, no release.
 * Evidence: API body of 22 August 2026, the whole pricing page of September 2026.
 */
export const openai = defineSource({
  id: 'openai',
  name: 'OpenAI',
  providerKind: 'lab',
  docs: 'https://developers.openai.com/api/docs/models',
  env: ['OPENAI_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    defineEndpoint({
      name: 'api',
      requests: { list },
      rows: (pages) => jsonList(pages.list, 'data'),
      row: listed,
      // `ft:…` are the account's own models; `owned_by` is a team (`system`) or the account.
      normalize: (model) =>
        model.id.startsWith('ft:') ? undefined : { id: model.id, ownedBy: 'openai', mode: modeOf(model.id) },
    }),
    defineEndpoint({
      name: 'docs',
      requests: {
        prices: pricing,
        models: companions({
          of: { prices: (page) => [...pricesById(page).keys()].filter(isId).map(pageOf) },
          brings: ['facts', 'models'],
          read: (page) => [modelOf(page), showsOf(page)] as const,
        }),
      },
      rows: ({ prices, models }) => rowsOf(pricesById(prices), new Map(models)),
      row: documented,
      normalize,
    }),
    defineEndpoint({
      name: 'snapshots',
      // Its prices are what it is asked for.
      requests: { prices: pricing, list },
      rows: (pages) => pricedRows(jsonList(pages.list, 'data'), pricesById(pages.prices)),
      row: documented,
      normalize,
    }),
    catalog('openai'),
  ],
});

function normalize(model: z.infer<typeof documented>): Draft {
  const price = priceOf(model.prices);
  const { modalities } = model.details ?? {};
  return {
    ...model.details,
    ...price,
    id: model.id,
    ownedBy: 'openai',
    mode: price.mode ?? modeOf(model.id),
    modalities: (modalities?.output?.length ? modalities : price.modalities) ?? {},
    isNameOnly: !isId(model.id),
  };
}

/** The old models that complete a text; their names tell no more than their family's. */
const modeOf = (model: string): Mode | null =>
  /^(davinci|babbage)-|^gpt-3\.5-turbo-instruct/.test(model) ? 'completion' : null;

/** A name for people has capitals or blanks. */
const isId = (model: string): boolean => /^[a-z0-9][\w.:-]*$/.test(model);

const pricesById = (page: Page): Map<string, Shown[]> => grouped(shownPrices(page.body), (price) => price.id);

const showsOf = (page: Page): Shows => {
  const body = plainText(page);
  return { details: detailsOf(body), snapshots: snapshotsIn(modelOf(page), body) };
};

/** A row for each model of the pricing page, and for each snapshot that the model's own page names. */
function rowsOf(models: ReadonlyMap<string, readonly Shown[]>, shows: ReadonlyMap<string, Shows>): unknown[] {
  return [...models].flatMap(([model, prices]) => {
    const { details = {}, snapshots = [] } = shows.get(model) ?? {};
    const ids = [model, ...snapshots.filter((snapshot) => !models.has(snapshot))];
    return ids.map((one) => ({ id: one, prices, details }));
  });
}

/** A row for each id of the list that the page prices under that or another name. */
function pricedRows(rows: readonly unknown[], models: ReadonlyMap<string, readonly Shown[]>): unknown[] {
  const listedRows = new Map(rows.flatMap((row) => listed.safeParse(row).data ?? []).map((row) => [row.id, row]));
  return [...listedRows].flatMap(([one, row]) => {
    const prices = models.get(pricedAs(one, [...models.keys()]) ?? '');
    return prices ? [{ ...row, prices }] : [];
  });
}
