import { isDeepStrictEqual } from 'node:util';
import { lastValueFrom } from 'rxjs';
import { beforeAll, expect, it } from 'vitest';
import { askedBook } from '../../src/book/askedBook.js';
import { enrichRecord } from '../../src/book/enrichRecord.js';
import { openBook, type PriceBook } from '../../src/book/priceBook.js';
import { briefOf, partOf } from '../../src/book/settledPart.js';
import type { Model } from '../../src/model/model.js';
import { openRegistry } from '../../src/store/registry.js';
import { settlePrices } from '../../src/pipeline.js';
import { knownSources } from '../../src/read/knownSources.js';
import { openNetworks } from '../../src/read/networks.js';
import type { Settled } from '../../src/settle/settle.js';
import { priceLists } from '../../src/sources/prices/index.js';
import { openTable } from '../../src/store/table.js';
import { recordingsDir } from '../sources/harness.js';
import { enrichedRun, type Enriched, offlineTable } from './enrichedRun.js';

let run: readonly Enriched[];
let book: PriceBook;
beforeAll(async () => {
  run = await enrichedRun();
  const networks = openNetworks({ mode: 'offline', env: {}, recordingsDir });
  const known = await lastValueFrom(knownSources(networks));
  const court = await lastValueFrom(
    settlePrices(priceLists, { ...networks, modelOf: (await openRegistry()).modelOf }).court,
  );
  book = openBook({ court, table: openTable('/nowhere', known, networks.embedded) });
});

const nameOf = ({ provider, id }: Model): string => `${provider}/${id}`;
const answerOf = ({ cost, tiers, pricing }: Pick<Settled, 'cost' | 'tiers' | 'pricing'>) =>
  JSON.stringify({ cost, tiers, pricing });

it('the book says of every offer what the run wrote, to the last word', async () => {
  const wrong: unknown[] = [];
  for (const { enriched } of run) {
    const answer = await book.price({ provider: enriched.provider, id: enriched.id });
    if (answerOf(answer) !== answerOf(enriched)) wrong.push([nameOf(enriched), answerOf(answer), answerOf(enriched)]);
  }
  expect(run.length).toBeGreaterThanOrEqual(8_000);
  expect(wrong).toEqual([]);
});

it('a settled table answers for every offer what the price lists settle, to the last word, and opens none of them', async () => {
  const files = new Map((await offlineTable()).map((file) => [file.provider.id, partOf(file)]));
  const asked = askedBook({
    part: (provider) => Promise.resolve(files.get(provider)),
    open: () => Promise.reject(new Error('opened')),
  });
  const { identify } = await openRegistry();
  const wrong: unknown[] = [];
  for (const { enriched } of run) {
    const query = { provider: enriched.provider, id: enriched.id, name: enriched.name };
    const [{ offer, ...quick }, { offer: same, ...slow }] = [
      await asked.price(query),
      briefOf(await book.price(query)),
    ];
    const isSame =
      isDeepStrictEqual(quick, slow) && offer?.id === same?.id && isDeepStrictEqual(offer?.from['*'], same?.from['*']);
    if (!isSame || !isDeepStrictEqual(await asked.modelOf(query), identify([query])[0]))
      wrong.push([query, quick, slow]);
  }
  expect(wrong).toEqual([]);
});

it('the filter gives the records of a run whose price is not whole what the run made of them, and opens no price list', async () => {
  const files = new Map((await offlineTable()).map((file) => [file.provider.id, partOf(file)]));
  const said = new Map(run.map(({ model }) => [nameOf(model), model]));
  const asked = askedBook({
    part: (provider) => Promise.resolve(files.get(provider)),
    words: (provider) => Promise.resolve({ get: (id) => said.get(`${provider}/${id}`) }),
    open: () => Promise.reject(new Error('opened')),
  });
  const counts = { enriched: 0, kept: 0 };
  for (const { model, enriched } of run) {
    const record = await enrichRecord({ ...model }, asked);
    const isKept = record['pricing'] === model.pricing;
    counts[isKept ? 'kept' : 'enriched'] += 1;
    if (!isKept) expect(record['pricing']).toEqual(enriched.pricing);
  }
  expect(counts.enriched).toBeGreaterThan(2_000);
});

it('the filter gives every priced offer the price and evidence of the run', async () => {
  const wrong: unknown[] = [];
  for (const { enriched, sources } of run) {
    const { provider, id, cost, pricing } = enriched;
    const record = await enrichRecord({ provider, id }, book);
    const prices = Object.fromEntries(Object.entries(cost).filter(([, price]) => price !== null));
    const page = pricing.evidence && sources[pricing.evidence.endpoint];
    const named = (record['sources'] as typeof sources | undefined)?.[pricing.evidence?.endpoint ?? ''] ?? null;
    const isSame =
      JSON.stringify(record['cost'] ?? {}) === JSON.stringify(prices) &&
      JSON.stringify(record['pricing']) === JSON.stringify(pricing) &&
      JSON.stringify(named) === JSON.stringify(page ?? null);
    if (!isSame) wrong.push([nameOf(enriched), record, pricing]);
  }
  expect(wrong).toEqual([]);
});
