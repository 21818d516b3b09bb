import type { PriceRow } from '../../model/price.js';
import { companions } from '../ask.js';
import { defineEndpoint, definePriceList } from '../define.js';
import { stated } from '../parse/money.js';
import { modeFor } from '../reading/modeFor.js';
import { costOf } from './portkey/costOf.js';
import { entriesIn } from './portkey/entries.js';
import { files } from './portkey/files.js';
import { row, type Row } from './portkey/row.js';
import { tiersOf } from './portkey/tiersOf.js';
import { usd } from './portkey/usd.js';
import { rowOf } from './rowOf.js';
import { sameSeller, sellers } from './portkey/sellers.js';

const aTool = 'a call of a tool, not of the model';
const noField = 'cached sound or images, which the record has no field for';
const aDefault = 'what is taken where a request does not say, and no price';

/**
 * Portkey: one file a provider, no key, US cents per one token, image, second and so on. A file that fails costs the
 * others nothing. Evidence: whole files of 21 August 2026, each of an age of its own.
 */
export const portkey = definePriceList({
  id: 'portkey',
  name: 'Portkey',
  docs: 'https://portkey.ai/docs/product/model-catalog/portkey-models',
  env: [],
  unit: 'US cents per token',
  evidence: 'recorded',
  endpoints: [
    defineEndpoint({
      name: 'files',
      requests: {
        list: companions({
          requests: files.map((file) => ({ url: `https://configs.portkey.ai/pricing/${file}.json` })),
          brings: ['models', 'prices'],
          read: entriesIn,
        }),
      },
      rows: ({ list }) => list.flat(),
      row,
      ignores: {
        '*.web_search.price': aTool,
        '*.enterprise_web_search.price': aTool,
        '*.search.price': aTool,
        '*.x_search.price': aTool,
        '*.file_search.price': aTool,
        '*.attachment_search.price': aTool,
        '*.code_execution.price': aTool,
        '*.maps.price': aTool,
        '*.routing_units.price': 'the fee of a router that chooses the model, charged where it is called',
        '*.default_duration_seconds.price': aDefault,
        '*.default_sample_count.price': aDefault,
        '*.default_steps.price': aDefault,
        '*.cache_read_audio_input_token.price': noField,
        '*.cache_read_image_input_token.price': noField,
        '*.cached_image_input_token.price': noField,
        '*.output_video_token.price': 'tokens of video, which the record has no field for',
        '*.input_image.price': 'per image, per token or in dollars: the list does not say which',
        'finetune_config.pay_per_token.price': 'training, not a call',
        'finetune_config.pay_per_hour.price': 'training, not a call',
        'gpt-image-1.pricing_config.pay_as_you_go.request_token.price': 'another model, inside this one’s entry',
        'gpt-image-1.pricing_config.pay_as_you_go.response_token.price': 'another model, inside this one’s entry',
      },
      normalize,
    }),
  ],
  sellers,
  sameSeller,
});

function normalize(entry: Row): PriceRow | undefined {
  const { provider, model, currency, rates, fixed_cost: fee } = entry;
  if (currency !== null && currency !== 'USD') throw new Error(`prices in ${currency}`);
  const mode = modeFor({ id: model, name: null, modalities: { input: [], output: [] } });
  const cost = stated({ ...costOf(rates, mode), perRequest: usd(fee.request) });
  const writesText = Boolean(cost.outputImage) || Boolean(usd(rates.response_text_token));
  return rowOf({
    provider,
    model,
    kind: { mode, input: [], output: writesText ? ['text', 'image'] : [] },
    cost,
    tiers: tiersOf(entry, cost, mode),
  });
}
