import { lastValueFrom } from 'rxjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FoundModels, ModelsQuery } from '../../src/book/models/query.js';
import { queryModels } from '../../src/book/models/queryModels.js';
import { offersOf } from '../../src/book/offersOf.js';
import type { Offers } from '../../src/book/offers.js';
import { openBook, type PriceBook } from '../../src/book/priceBook.js';
import { settlePrices } from '../../src/pipeline.js';
import { knownSources } from '../../src/read/knownSources.js';
import { openNetworks } from '../../src/read/networks.js';
import { priceLists } from '../../src/sources/prices/index.js';
import { openRegistry } from '../../src/store/registry.js';
import { openTable } from '../../src/store/table.js';
import { recordingsDir } from '../sources/harness.js';
import { enrichedRun } from './enrichedRun.js';

describe('a question about models', { timeout: 120_000 }, () => {
  let book: PriceBook;
  let table: Offers;
  beforeAll(async () => {
    const networks = openNetworks({ mode: 'offline', env: {}, recordingsDir });
    const known = await lastValueFrom(knownSources(networks));
    const kinds = new Map(known.map(({ id, providerKind }) => [id, providerKind]));
    table = {
      offers: (await enrichedRun()).map(({ enriched }) => enriched),
      kindOf: (provider) => kinds.get(provider) ?? null,
    };
    const { identify, modelOf } = await openRegistry();
    const court = await lastValueFrom(settlePrices(priceLists, { ...networks, modelOf }).court);
    book = openBook({ court, table: openTable('/nowhere', known, networks.embedded), identify });
  }, 120_000);

  const shown = ({ models, leftOut }: FoundModels) => [
    ...models.map(({ key, offers, free, cheapest }) => [
      ...[key, cheapest?.offer.provider, cheapest?.offer.id, cheapest?.offer.cost.input, cheapest?.sold],
      ...[...offers, ...free].map(({ provider, id }) => `${provider}/${id}`).sort(),
    ]),
    leftOut,
  ];

  it.each<ModelsQuery>([
    {},
    { tools: true, maxOutputUsdPerMillion: 1 },
    { labs: ['Meta'], sort: 'released' },
    { statuses: ['free'], modes: ['chat'] },
  ])('%j has one answer, of the price book and of what a run wrote', async (query) => {
    const answer = await book.models(query);
    expect(answer.found).toBeGreaterThan(20);
    expect(shown(answer)).toEqual(shown(queryModels(table, query)));
  });

  it('the offers of a model as well, and each costs what the book says of it alone', async () => {
    const found = await book.offers('llama-3.3-70b');
    const offers = 'offers' in found ? found.offers : [];
    expect(offers.length).toBeGreaterThan(40);
    const key = 'model' in found ? found.model : '';
    expect(offers.map(({ offer }) => `${offer.provider}/${offer.id}`)).toEqual(
      offersOf(table, key).map(({ offer }) => `${offer.provider}/${offer.id}`),
    );
    for (const { offer } of offers) {
      const { cost, pricing } = await book.price({ provider: offer.provider, id: offer.id });
      expect([offer.cost, offer.pricing]).toEqual([cost, pricing]);
    }
  });
});
