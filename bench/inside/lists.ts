import { readFileSync } from 'node:fs';
import { lastValueFrom } from 'rxjs';
import type { Key } from '../../src/match/priceIndex.js';
import { settlePrices } from '../../src/pipeline.js';
import { openNetworks } from '../../src/read/networks.js';
import { packagePath } from '../../src/read/packagePath.js';
import { recordingsDir } from '../../src/read/recordingsDir.js';
import type { PriceList } from '../../src/sources/define.js';
import { priceLists } from '../../src/sources/prices/index.js';
import type { Listed } from './contenders.js';

/** The recorded price lists with their rows; without `some` all of them. */
export async function recordedLists(some: readonly PriceList[] = priceLists): Promise<Listed[]> {
  const { network } = openNetworks({ mode: 'offline', env: {}, recordingsDir });
  const { lists } = await lastValueFrom(settlePrices(some, { network }).court);
  return some.flatMap((list) => {
    const rows = lists.find((index) => index.list === list.id)?.rows;
    return rows ? [{ list, rows: rows.map(({ row }) => row) }] : [];
  });
}

const catalogPath = packagePath('data/recordings/modelsdev/api.full.json');

/** The recorded catalog of models.dev as it was read. */
export const catalogText = (): string => readFileSync(catalogPath, 'utf8');

type Catalog = Record<string, { id: string; models: Record<string, { id: string; name: string }> }>;

/** The models of the recorded catalog, in an order in which every part of it is a fair sample. */
export function catalog(): Key[] {
  const providers = Object.values(JSON.parse(catalogText()) as Catalog);
  const models = providers.flatMap(({ id: provider, models: offers }) =>
    Object.values(offers).map(({ id, name }) => ({ provider, id, name })),
  );
  const step = 2_654_435_761;
  return models
    .map((model, i) => ({ model, rank: (i * step) % 4_294_967_296 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ model }) => model);
}

/** The models as a run asks for them: each with a key of its own, of which nothing has been read yet. */
export const asked = (models: readonly Key[]): Key[] => models.map((model) => ({ ...model }));
