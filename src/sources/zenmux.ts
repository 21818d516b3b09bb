import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { isoDay } from './parse/dates.js';
import { count, flag, id, part, text, texts } from './parse/fields.js';
import { attachable, modalitiesOf, modeOf } from './parse/modalities.js';
import { nameOf, writtenBy } from './parse/openRouterRow.js';
import { sameList } from './sameList.js';
import { priceOf, pricings } from './zenmux/price.js';

const row = z.looseObject({
  id,
  display_name: text,
  owned_by: text,
  publish_time: text,
  context_length: count,
  input_modalities: texts,
  output_modalities: texts,
  capabilities: part({ reasoning: flag }),
  pricings,
});
type Row = z.infer<typeof row>;

const url = 'https://zenmux.ai/api/v1/models';

/**
 * ZenMux: GET /api/v1/models, no key; each price with its unit, mostly USD per 1M tokens, and its conditions.
 * Evidence: the whole list of 22 August 2026.
 */
export const zenmux = defineSource({
  id: 'zenmux',
  name: 'ZenMux',
  providerKind: 'gateway',
  docs: 'https://docs.zenmux.ai',
  env: ['ZENMUX_API_KEY'],
  unit: 'USD per 1M tokens, the unit in each price',
  evidence: 'recorded',
  endpoints: [
    ...sameList({
      ways: { api: { url }, 'api-keyed': { url, key: { env: ['ZENMUX_API_KEY'] } } },
      row,
      ignores: {
        '*.web_search[].value': 'a call of a tool, not of the model',
        '*.audio_cache_read[].value': 'cached sound, which the record has no field for and which is not cached text',
      },
      normalize,
    }),
    catalog('zenmux'),
  ],
});

function normalize(model: Row): Draft {
  const input = modalitiesOf(model.input_modalities);
  const { mode, output } = writtenBy(model.output_modalities?.map((name) => name.toLowerCase()) ?? []);
  return {
    id: model.id,
    name: nameOf(model.display_name),
    ownedBy: model.owned_by ?? model.id.split('/')[0],
    mode: mode ?? modeOf(input, output),
    modalities: { input, output },
    limit: { context: model.context_length },
    capabilities: { reasoning: model.capabilities.reasoning, attachment: attachable(input) },
    // `created` is the day that it was listed.
    releaseDate: isoDay(model.publish_time),
    ...priceOf(model.pricings),
  };
}
