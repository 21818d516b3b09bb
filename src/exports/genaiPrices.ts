import type { ProviderFile } from '../model/providerFile.js';
import type { Export, Loss, Table } from './export.js';
import { providerHeads } from './heads/genaiPrices.js';
import { pricesOf } from './genaiPrices/pricesOf.js';
import { itemLines } from './json.js';
import { byKey, offersIn } from './offersIn.js';

/** The list's name of a provider of ours, where it is another one than our id. */
const names: Readonly<Record<string, string>> = {
  'amazon-bedrock': 'aws',
  'fireworks-ai': 'fireworks',
  'novita-ai': 'novita',
  togetherai: 'together',
  xai: 'x-ai',
};

/** Matches no address: nobody is known by it. */
const nowhere = '(?!)';

export const genaiPrices: Export = {
  format: 'genai-prices',
  path: 'genai-prices/data.json',
  summary: "genai-prices' data.json: @pydantic/genai-prices by updatePrices, and its Python twin",
  notes: [
    'a model is matched by its id alone, in any case, and by no pattern: an id that the table does not have has no price',
    'addresses, model patterns and extractors of providers are those of the list; fall-backs to other providers are left out',
    'a model without a price is left out, as one that is not there',
    'a price of audio or image tokens is left out beside one of a cache, and one of reasoning beside one of such output: the format wants the price of both together, which nobody states',
  ],
  write: (table: Table) => {
    const losses: Loss[] = [];
    const named = table.map((file) => ({ id: names[file.provider.id] ?? file.provider.id, file }));
    const providers = named
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, file }) => providerOf(id, file, losses))
      .filter(({ models }) => models.length > 0);
    return { content: itemLines(providers), losses };
  },
};

function providerOf(id: string, file: ProviderFile, losses: Loss[]): { readonly models: readonly object[] } {
  const entries = offersIn([file]).flatMap((offer) => {
    const { model, lines } = offer;
    const { value, losses: lost } = pricesOf(lines);
    if (value === null) losses.push(...lost);
    const { name } = model;
    const about = { id: model.id, ...(name !== null && { name }), match: { equals: model.id } };
    const window = model.limit.context !== null && { context_window: model.limit.context };
    const key = model.id.toLowerCase();
    return value === null ? [] : { key, offer, value: { ...about, ...window, prices: value }, losses: lost };
  });
  const models = byKey(entries);
  losses.push(...models.losses);
  const { provider } = file;
  const known = { id, name: provider.name, pricing_urls: [provider.docs], api_pattern: nowhere };
  return { ...known, ...providerHeads[id], models: models.values.map(([, model]) => model) };
}
