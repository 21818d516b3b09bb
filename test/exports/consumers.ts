import { calcPrice, type Provider, updatePrices } from '@pydantic/genai-prices';
import { parquetReadObjects } from 'hyparquet';
import { fetchModels, getUsage, type ModelCatalog } from 'tokenlens';
import { createRequire } from 'node:module';
import type { Table } from '../../src/exports/export.js';
import { genaiPrices } from '../../src/exports/genaiPrices.js';
import { litellm } from '../../src/exports/litellm.js';
import { modelsDev } from '../../src/exports/modelsDev.js';
import { parquet } from '../../src/exports/parquet.js';
import { made } from './made.js';

const require = createRequire(import.meta.url);

/** The version of a package that is installed here. */
export const versionOf = (name: string): string =>
  (require(`../../node_modules/${name}/package.json`) as { readonly version: string }).version;

/** What a consumer was asked, and what it answered from our file. */
export interface Answered {
  readonly consumer: string;
  readonly version: string;
  /** The setting by which it reads our file. */
  readonly pointed: string;
  readonly asked: string;
  readonly answered: string;
}

/** tokenlens with our file in place of models.dev's. */
export async function tokenlensOver(table: Table): Promise<ModelCatalog> {
  const { content } = await made(modelsDev, table);
  return fetchModels({
    baseUrl: 'https://prices.example/api.json',
    fetch: () => Promise.resolve(new Response(content as string)),
  });
}

/** genai-prices with our file in place of its own; it keeps it for the whole process. */
export async function genaiPricesOver(table: Table): Promise<readonly Provider[]> {
  const { content } = await made(genaiPrices, table);
  const data = JSON.parse(content as string) as Provider[];
  updatePrices(({ setProviderData }: { setProviderData: (data: Provider[]) => void }) => setProviderData(data));
  return data;
}

/** What LiteLLM works out of its map for a call: `cost_per_token` for a prompt that is partly read from the cache. */
export function litellmCost(
  map: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  model: string,
  usage: { readonly prompt: number; readonly cached: number; readonly completion: number },
): number {
  const entry = map[model] ?? map[model.slice(model.indexOf('/') + 1)];
  const price = (name: string): number => {
    const value = entry?.[name];
    if (typeof value !== 'number') throw new Error(`${model} has no ${name}`);
    return value;
  };
  const { prompt, cached, completion } = usage;
  return (
    (prompt - cached) * price('input_cost_per_token') +
    cached * price('cache_read_input_token_cost') +
    completion * price('output_cost_per_token')
  );
}

const dollars = (amount: number | undefined): string => `${Number(amount?.toPrecision(12))} USD`;

/** The light consumers, each asked one thing of a table. */
export const consumers: readonly ((table: Table) => Promise<Answered>)[] = [
  async (table) => {
    const providers = await tokenlensOver(table);
    const usage = { input_tokens: 1_000_000, output_tokens: 100_000 };
    const { costUSD } = getUsage({ modelId: 'openai/gpt-4o', usage, providers });
    return {
      ...{ consumer: 'tokenlens', version: versionOf('tokenlens') },
      pointed: '`fetchModels({ baseUrl })` at `models.dev/api.json`',
      asked: 'cost of 1,000,000 tokens in and 100,000 out of `openai/gpt-4o`',
      answered: dollars(costUSD?.totalUSD),
    };
  },
  async (table) => {
    await genaiPricesOver(table);
    const usage = { input_tokens: 1000, cache_read_tokens: 400, output_tokens: 100 };
    const price = calcPrice(usage, 'gpt-4o', { providerId: 'openai' });
    return {
      ...{ consumer: '@pydantic/genai-prices', version: versionOf('@pydantic/genai-prices') },
      pointed: '`updatePrices` with `genai-prices/data.json`',
      asked: 'cost of 1,000 tokens in, 400 of them cached, and 100 out of `gpt-4o` at openai',
      answered: dollars(price?.total_price),
    };
  },
  async (table) => {
    const { content } = await made(litellm, table);
    const map = JSON.parse(content as string) as Record<string, Record<string, unknown>>;
    const cost = litellmCost(map, 'openai/gpt-4o', { prompt: 1000, cached: 400, completion: 100 });
    return {
      ...{ consumer: 'LiteLLM, its reading of the map restated', version: '-' },
      pointed: '`LITELLM_MODEL_COST_MAP_URL` at `litellm/model_prices_and_context_window.json`',
      asked: 'cost of 1,000 tokens in, 400 of them cached, and 100 out of `openai/gpt-4o`',
      answered: dollars(cost),
    };
  },
  async (table) => {
    const { content } = await made(parquet, table);
    const rows = await parquetReadObjects({ file: new Uint8Array(content as Uint8Array).buffer });
    const found = rows.find(
      (row) =>
        row['provider'] === 'openai' &&
        row['id'] === 'gpt-4o' &&
        row['price_field'] === 'input' &&
        !row['service_tier'],
    );
    return {
      ...{ consumer: 'hyparquet', version: versionOf('hyparquet') },
      pointed: '`parquetReadObjects` of `parquet/prices.parquet`',
      asked: 'the row of the base input price of `openai/gpt-4o`',
      answered: `${String(found?.['price_usd'])} USD per ${String(found?.['per'])}`,
    };
  },
];
