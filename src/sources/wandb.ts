import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Modality } from '../model/model.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { openaiList } from './openaiList.js';
import { isoDay } from './parse/dates.js';
import { amount, count, flag, id, text, texts } from './parse/fields.js';
import { hostDraft, hostRow, vendorOf } from './parse/hostList.js';
import { jsonList } from './parse/json.js';
import { lifecycleNamed } from './parse/lifecycleNamed.js';
import { attachable, modalitiesOf } from './parse/modalities.js';
import { scaled } from './parse/money.js';
import { withoutZeros } from './parse/withoutZeros.js';
import { sameList } from './sameList.js';

const catalogued = z.looseObject({
  id,
  label: text,
  launchDate: text,
  lifecycleStage: text,
  contextWindow: count,
  quantization: text,
  modalitiesInput: texts,
  modalitiesOutput: texts,
  featureReasoning: flag,
  featureToolCalling: flag,
  featureStructuredOutput: flag,
  priceCentsPerBillionTokensInput: amount,
  priceCentsPerBillionTokensCached: amount,
  priceCentsPerBillionTokensOutput: amount,
});
type Catalogued = z.infer<typeof catalogued>;

/**
 * Weights & Biases Inference: the lists behind Artificial Analysis and OpenRouter (no key; strings, USD per token), the
 * site's catalog (no key; US cents per 1e9 tokens) and GET /v1/models (key; ids alone).
 * Evidence: models.dev's script and a typed client to 20 August 2026; no raw body seen.
 */
export const wandb = defineSource({
  id: 'wandb',
  name: 'Weights & Biases',
  providerKind: 'host',
  docs: 'https://docs.wandb.ai/inference',
  env: ['WANDB_API_KEY'],
  unit: 'USD per token, strings',
  evidence: 'schema',
  endpoints: [
    ...sameList({
      ways: {
        analysis: { url: 'https://trace.wandb.ai/inference/analysis/artificialanalysis/models' },
        router: { url: 'https://trace.wandb.ai/inference/router/openrouter/models' },
      },
      row: hostRow,
      createdIsRelease:
        "set by hand, nine o'clock of the day that the weights came out, of models older than the service too",
      normalize: (model) => ({ ...hostDraft(model), name: model.name?.replace(/^[^:]{1,40}: /, '') ?? null }),
    }),
    listEndpoint('site', {
      list: { url: 'https://trace.wandb.ai/inference/catalog/models' },
      rows: (page) => jsonList(page, 'models', 'data'),
      row: catalogued,
      normalize: fromSite,
    }),
    {
      ...openaiList('https://api.inference.wandb.ai/v1/models', { env: ['WANDB_API_KEY'] }, (model) =>
        vendorOf(model.id),
      ),
      fills: false,
    },
    catalog('wandb'),
  ],
});

function fromSite(model: Catalogued): Draft {
  const input: Modality[] = modalitiesOf(model.modalitiesInput);
  return {
    id: model.id,
    name: model.label,
    ownedBy: vendorOf(model.id),
    modalities: { input, output: modalitiesOf(model.modalitiesOutput) },
    limit: { context: model.contextWindow },
    capabilities: {
      toolCall: model.featureToolCalling,
      reasoning: model.featureReasoning,
      structuredOutput: model.featureStructuredOutput,
      attachment: attachable(input),
    },
    quantization: model.quantization,
    releaseDate: isoDay(model.launchDate),
    status: lifecycleNamed(model.lifecycleStage),
    cost: withoutZeros({
      input: centsPerBillion(model.priceCentsPerBillionTokensInput),
      output: centsPerBillion(model.priceCentsPerBillionTokensOutput),
      cacheRead: centsPerBillion(model.priceCentsPerBillionTokensCached),
    }),
  };
}

/** US cents per 1e9 tokens -> USD per 1K tokens: 22000 -> 0.00022. */
const centsPerBillion = (quoted: unknown): number | null => scaled(quoted, 1, 100_000_000);
