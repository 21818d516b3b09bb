import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { hostDraft, hostRow } from './parse/hostList.js';

/**
 * Inference.net: GET /v1/models, no key; USD per token. Ids have three parts, `vendor/model/precision`; models.dev's
 * entry has the ids of an older list, so it stands in for this one and can hardly fill it.
 * Evidence: live probes and a collector; the fields beside id and prices are inferred, `created` is no release.
 */
export const inference = defineSource({
  id: 'inference',
  name: 'Inference.net',
  providerKind: 'host',
  docs: 'https://docs.inference.net',
  env: ['INFERENCE_API_KEY'],
  unit: 'USD per token',
  evidence: 'schema',
  endpoints: [
    listEndpoint('api', {
      list: { url: 'https://api.inference.net/v1/models' },
      row: hostRow,
      normalize: (model) => ({
        ...hostDraft(model),
        quantization: model.quantization ?? precisionOf(model.id),
      }),
    }),
    catalog('inference'),
  ],
});

/** The tail of `meta-llama/llama-3.1-8b-instruct/fp-8`: "fp8". */
const precisionOf = (model: string): string | null =>
  /^[^/]+\/[^/]+\/((?:(?:nv|mx)?fp|bf|int|q|w)-?\d+)$/i.exec(model)?.[1]?.toLowerCase().replace('-', '') ?? null;
