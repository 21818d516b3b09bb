import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Mode } from '../model/model.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { priceOf, prices } from './novita-ai/price.js';
import { amount, count, id, text, texts } from './parse/fields.js';
import { featuresOf, vendorOf } from './parse/hostList.js';
import { attachable, modalitiesOf } from './parse/modalities.js';
import { modeNamed } from './parse/modeNamed.js';

const row = z.looseObject({
  id,
  display_name: text,
  title: text,
  ...prices,
  context_size: count,
  max_output_tokens: count,
  features: texts,
  input_modalities: texts,
  output_modalities: texts,
  endpoints: texts,
  model_type: text,
  status: amount,
});
type Row = z.infer<typeof row>;

/**
 * Novita AI: GET /openai/models, no key; whole numbers, 1e-4 USD per 1M tokens (14000 is $1.40 per 1M); 0 is free
 * unless the model is billed in steps of the prompt's length. `created` is the day of the listing, not of the release.
 * Evidence: rows of May 2025 (before modalities and cache prices), typed clients and live probes of August 2026.
 */
export const novitaAi = defineSource({
  id: 'novita-ai',
  name: 'Novita AI',
  providerKind: 'host',
  docs: 'https://novita.ai/docs',
  env: ['NOVITA_API_KEY'],
  unit: '1e-4 USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    listEndpoint('api', {
      list: { url: 'https://api.novita.ai/openai/models' },
      row,
      normalize,
    }),
    catalog('novita-ai'),
  ],
});

function normalize(model: Row): Draft | undefined {
  if (isOff(model.status)) return undefined;
  const input = modalitiesOf(model.input_modalities);
  return {
    id: model.id,
    name: (model.display_name ?? model.title)?.replace(/\p{Cc}/gu, '').trim() || null,
    ownedBy: vendorOf(model.id),
    mode: modeOf(model),
    modalities: { input, output: modalitiesOf(model.output_modalities) },
    limit: { context: model.context_size, output: model.max_output_tokens },
    capabilities: { ...featuresOf(model.features), attachment: attachable(input) },
    ...priceOf(model),
  };
}

/** 1 is on; 0 and below are off. */
const isOff = (status: Row['status']): boolean =>
  status !== null && status !== undefined && status !== '' && Number(status) <= 0;

function modeOf({ model_type: type, endpoints }: Row): Mode | null {
  if (type) return modeNamed(type);
  if (endpoints?.includes('chat/completions')) return 'chat';
  return endpoints?.includes('embeddings') ? 'embedding' : null;
}
