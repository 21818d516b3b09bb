import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Model } from '../../model/model.js';
import type { PriceRow } from '../../model/price.js';
import { catalogEntries, modelsDev as document } from '../catalog.js';
import { limitOf, modeIn } from '../catalog/kinds.js';
import { pricesOf } from '../catalog/prices.js';
import { type Row as Entry, row as entry } from '../catalog/row.js';
import { defineEndpoint, definePriceList } from '../define.js';
import { unknownCost } from '../unknownCost.js';
import { id } from '../parse/fields.js';
import { modalitiesOf } from '../parse/modalities.js';
import { stated } from '../parse/money.js';
import { modeFor } from '../reading/modeFor.js';
import { tiersFor } from '../reading/tiersFor.js';
import { unitsFor } from '../reading/unitsFor.js';
import { sameSeller, sellers } from './modelsDev/sellers.js';

type Modalities = Model['modalities'];

const row = z.looseObject({ provider: id, model: entry });

/** The entries whose figures are in euro, whatever the document says: a number of another unit is no price. */
const inEuro: ReadonlySet<string> = new Set(['scaleway']);

/**
 * models.dev as a price list: the document that `catalog` reads one entry of, all entries, read in the same way; USD per 1M
 * tokens. Evidence: a body of 30 July 2026, 175 providers, 5,898 models.
 *
 * A row for each model of each entry that costs something: prices that are all 0 stand for a plan, for free and for unknown.
 */
export const modelsDev = definePriceList({
  id: 'models.dev',
  name: 'models.dev',
  docs: 'https://models.dev',
  env: [],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    defineEndpoint({
      name: 'list',
      requests: { list: document },
      rows: ({ list }) =>
        [...catalogEntries(list)].flatMap(([provider, { models }]) =>
          Object.values(models).map((model) => ({ provider, model })),
        ),
      row,
      normalize,
    }),
  ],
  sellers,
  sameSeller,
});

function normalize({ provider, model }: z.infer<typeof row>): PriceRow | undefined {
  if (inEuro.has(provider)) return undefined;
  const modalities = { input: modalitiesOf(model.modalities.input), output: modalitiesOf(model.modalities.output) };
  const prices = pricesOf(model, modalities);
  const mode = modeIn(model, modalities) ?? guessedMode(model, modalities, prices.cost);
  const kind = { mode, ...modalities };
  const cost = stated(unitsFor(kind, stated(prices.cost)).cost);
  if (!Object.values(cost).some((price) => price > 0)) return undefined;
  const tiers = tiersFor(prices.tiers, kind).read.map((tier) => ({ ...tier, cost: stated(tier.cost) }));
  return {
    ...{ provider, model: model.id, operator: 'equals', cost },
    ...(mode && { mode }),
    ...(tiers.length > 0 && { tiers }),
  };
}

/** As of a provider's model that has this entry for all that is known of it. */
const guessedMode = ({ id: name, name: shown, limit }: Entry, modalities: Modalities, cost: Draft['cost']) =>
  modeFor({
    ...{ id: name, name: shown, modalities },
    limit: { context: limitOf(limit).context ?? null, input: null, output: null },
    cost: { ...unknownCost, ...stated(cost ?? {}) },
  });
