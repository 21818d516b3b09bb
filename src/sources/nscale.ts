import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Issue } from '../model/pricing.js';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { amount, count, id, part } from './parse/fields.js';
import { vendorOf } from './parse/hostList.js';
import { isVariable, perMillion, perUnit } from './parse/money.js';
import { withoutZeros } from './parse/withoutZeros.js';
import { routed } from './routed.js';

const row = z.looseObject({
  id,
  context_length: count,
  pricing: part({ input: amount, output: amount }),
});
type Row = z.infer<typeof row>;

/**
 * Nscale: GET /v1/models, only with a key; numbers, USD per 1M tokens, but USD per megapixel in the output price of an
 * image model. Without a key the Hugging Face router's list (USD per 1M), which has the same ids.
 * Evidence: a typed client of 14 September 2026; no raw body seen.
 */
export const nscale = defineSource({
  id: 'nscale',
  name: 'Nscale',
  providerKind: 'host',
  docs: 'https://docs.nscale.com/docs/ai-services/models',
  env: ['NSCALE_API_KEY'],
  unit: 'USD per 1M tokens; images per megapixel',
  evidence: 'schema',
  endpoints: [
    listEndpoint('api', {
      list: { url: 'https://inference.api.nscale.com/v1/models', key: { env: ['NSCALE_API_KEY'] } },
      row,
      normalize,
    }),
    routed('nscale'),
  ],
});

function normalize(model: Row): Draft {
  const { pricing } = model;
  const image = makesImages(model);
  const variable = isVariable(pricing.input) || isVariable(pricing.output);
  return {
    id: model.id,
    ownedBy: vendorOf(model.id),
    ...(image && { mode: 'image', modalities: { output: ['image'] } }),
    limit: { context: model.context_length },
    openWeights: model.id.includes('/') ? true : null,
    ...(variable && { priceStatus: 'variable' }),
    ...(!variable && { cost: image ? imageCost(pricing) : tokenCost(pricing) }),
    ...(image && Number(pricing.input) > 0 && { issues: [inputOfImages(pricing)] }),
  };
}

const tokenCost = ({ input, output }: Row['pricing']) =>
  withoutZeros({ input: perMillion(input), output: perMillion(output) });

const imageCost = ({ output }: Row['pricing']) => withoutZeros({ perMegapixel: perUnit(output) });

const inputOfImages = ({ input }: Row['pricing']): Issue => ({
  code: 'unknown-unit',
  detail: `input: ${input} of an image model`,
});

/** By its name, or by an output price beside an input price of 0, which no text model has: that one is per megapixel. */
const makesImages = ({ id: name, pricing: { input, output } }: Row): boolean =>
  /(?:^|[/_-])flux|stable[-_]?diffusion|\bsdxl/i.test(name) ||
  (perMillion(input) === 0 && (perMillion(output) ?? 0) > 0);
