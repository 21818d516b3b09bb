import type { PriceRow } from '../../model/price.js';
import { defineEndpoint, definePriceList } from '../define.js';
import { modalitiesOf } from '../parse/modalities.js';
import { entriesIn, isModel } from './litellm/entries.js';
import { modeOf } from './litellm/modeOf.js';
import { row, type Row } from './litellm/row.js';
import { sameSeller, sellers } from './litellm/sellers.js';
import { baseOf, tiersOf } from './litellm/tiersOf.js';
import { rowOf } from './rowOf.js';

/**
 * LiteLLM: the table of its repository, no key; one object of all providers' models by key, USD per one token, image,
 * second and so on. Evidence: a whole body of 1 August 2026, 2,986 keys, 2,984 of them models, regions and image sizes.
 */
export const litellm = definePriceList({
  id: 'litellm',
  name: 'LiteLLM',
  docs: 'https://docs.litellm.ai',
  env: [],
  unit: 'USD per token',
  evidence: 'recorded',
  endpoints: [
    defineEndpoint({
      name: 'table',
      requests: {
        list: { url: 'https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json' },
      },
      rows: ({ list }) => entriesIn(list),
      row,
      ignores: {
        '*input_dbu_cost_per_token': 'units of Databricks, not dollars',
        '*output_dbu_cost_per_token': 'units of Databricks, not dollars',
        '*cache_creation_input_audio_token_cost': 'cached sound, misnamed, which the record has no field for',
        '*cache_read_input_audio_token_cost': 'cached sound, which the record has no field for',
        '*output_cost_per_video_token': 'tokens of video, which the record has no field for',
        '*code_interpreter_cost_per_session': 'a session of a tool, not of the model',
        '*ocr_cost_per_credit': 'credits, of which a page takes no fixed number',
        'metadata.original_pricing_per_minute': 'the price per second once more, per minute',
        'metadata.original_pricing_per_hour': 'the price per second once more, per hour',
      },
      normalize,
    }),
  ],
  sellers,
  sameSeller,
});

function normalize(entry: Row): PriceRow | undefined {
  const { key, model, litellm_provider: provider, mode: listed } = entry;
  if (!model || !provider || !isModel(key)) return undefined;
  const mode = modeOf(model, listed);
  // Of a model that draws, a list that calls it a chat has the price of a token, and knows no unit for it.
  if (listed === 'chat' && (mode === 'image' || mode === 'video')) return undefined;
  const about = { listed, mode, pixels: null };
  const isBoth = Number(entry.output_cost_per_token) > 0 && Number(entry.output_cost_per_image_token) > 0;
  const output = modalitiesOf(entry.supported_output_modalities ?? (isBoth ? ['text', 'image'] : []));
  return rowOf({
    provider,
    model,
    kind: { mode, input: modalitiesOf(entry.supported_modalities), output },
    cost: baseOf(entry, about),
    tiers: tiersOf(entry, about),
  });
}
