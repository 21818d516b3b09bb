import { calcPrice } from '@pydantic/genai-prices';
import { getUsage } from 'tokenlens';
import { describe, expect, it } from 'vitest';
import { offersIn } from '../../src/exports/offersIn.js';
import { offlineTable } from '../contract/enrichedRun.js';
import { genaiPricesOver, tokenlensOver } from './consumers.js';
import { documented, writtenHere } from './docs.js';

/** Our providers of another name there. */
const ids: Readonly<Record<string, string>> = {
  ...{ aws: 'amazon-bedrock', fireworks: 'fireworks-ai', novita: 'novita-ai', together: 'togetherai', 'x-ai': 'xai' },
};

const table = await offlineTable();
const offers = offersIn(table);

describe('tokenlens', () => {
  it('finds every priced offer at its prices', async () => {
    const providers = await tokenlensOver(table);
    const usage = { input_tokens: 1_000_000, output_tokens: 1_000_000 };
    // It asks in small letters, so it finds no id with capitals, in models.dev's own file either.
    const known = offers.filter(({ model: { id } }) => id === id.toLowerCase());
    expect(known.length).toBeGreaterThan(5000);
    const wrong = known.flatMap(({ model: { provider, id } }) => {
      const entry = providers[provider]!;
      const cost = entry.models[id]?.cost;
      const { costUSD: asked } = getUsage({ modelId: `${provider}:${id}`, usage, providers: { [provider]: entry } });
      return asked?.inputUSD === cost?.input && asked?.outputUSD === cost?.output ? [] : [`${provider}/${id}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe('@pydantic/genai-prices', () => {
  it('works out every offer that it is given, its input at the price of the table', async () => {
    const data = await genaiPricesOver(table);
    // The base price, and that of an hour: which one holds is for the list to say.
    const inputs = new Map(
      offers.map(({ model: { provider, id }, lines }) => [
        `${provider}/${id}`.toLowerCase(),
        lines.flatMap(({ field, when, price }) =>
          field === 'input' && Object.keys(when).every((name) => name === 'timeUtc')
            ? Number(price.toPrecision(12))
            : [],
        ),
      ]),
    );
    const noon = new Date('2026-01-01T12:00:00Z');
    const wrong = data.flatMap(({ id: providerId, models }) =>
      models.flatMap(({ id }) => {
        const price = calcPrice({ input_tokens: 1000, output_tokens: 1000 }, id, { providerId, timestamp: noon });
        const expected = inputs.get(`${ids[providerId] ?? providerId}/${id}`.toLowerCase()) ?? [];
        const told = price && Number(price.input_price.toPrecision(12));
        const isRight = told !== null && (expected.length > 0 ? expected : [0]).includes(told);
        return isRight ? [] : [`${providerId}/${id}: ${price?.input_price}, ${expected.join(' ')}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

it('docs/exports.md is what they answered (run `pnpm generate` to refresh it)', async () => {
  expect(documented()).toBe(await writtenHere(documented(), table));
});
