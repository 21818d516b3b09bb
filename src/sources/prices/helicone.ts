import { z } from 'zod';
import { operator, type PriceRow } from '../../model/price.js';
import { defineEndpoint, definePriceList } from '../define.js';
import { amount } from '../parse/fields.js';
import { jsonList } from '../parse/json.js';
import { scaledSigned, stated } from '../parse/money.js';
import { sameSeller, sellers } from './helicone/sellers.js';

const row = z.looseObject({
  provider: z.string().trim().min(1),
  model: z.string().trim().min(1),
  operator,
  input_cost_per_1m: amount,
  output_cost_per_1m: amount,
  prompt_cache_read_per_1m: amount,
  prompt_cache_write_per_1m: amount,
  prompt_audio_per_1m: amount,
  completion_audio_per_1m: amount,
  per_image: amount,
  per_call: amount,
});

const perMillion = (quoted: unknown) => scaledSigned(quoted, 1, 1000);

/**
 * Helicone: GET /api/llm-costs, no key; one list of all providers, USD per 1M tokens, with rows that can't be right
 * (a thousand times too high, -1,000,000, 0/0). Evidence: a body of 29 July 2026, 1,129 rows.
 */
export const helicone = definePriceList({
  id: 'helicone',
  name: 'Helicone',
  docs: 'https://www.helicone.ai/llm-cost',
  env: [],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    defineEndpoint({
      name: 'api',
      requests: { list: { url: 'https://helicone.ai/api/llm-costs' } },
      rows: ({ list }) => jsonList(list, 'data'),
      row,
      normalize: (price): PriceRow => ({
        provider: price.provider,
        model: price.model,
        operator: price.operator,
        cost: stated({
          input: perMillion(price.input_cost_per_1m),
          output: perMillion(price.output_cost_per_1m),
          cacheRead: perMillion(price.prompt_cache_read_per_1m),
          cacheWrite: perMillion(price.prompt_cache_write_per_1m),
          inputAudio: perMillion(price.prompt_audio_per_1m),
          outputAudio: perMillion(price.completion_audio_per_1m),
          perImage: scaledSigned(price.per_image, 1),
          perRequest: scaledSigned(price.per_call, 1),
        }),
      }),
    }),
  ],
  sellers,
  sameSeller,
});
