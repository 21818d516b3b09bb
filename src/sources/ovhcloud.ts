import type { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Request } from '../model/request.js';
import { companion } from './ask.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { amount, part, text } from './parse/fields.js';
import { hostDraft, hostRow } from './parse/hostList.js';
import { isDollar } from './parse/isDollar.js';
import { jsonList } from './parse/json.js';
import { perUnit } from './parse/money.js';
import { rowId } from './parse/rowId.js';
import { withoutZeros } from './parse/withoutZeros.js';

const row = hostRow.extend({
  owned_by: text,
  hugging_face_id: text,
  /** What stands beside the prices per token. */
  extras: part({ currency_unit: text, image: amount }),
});
type Row = z.infer<typeof row>;

const inference: Request = { url: 'https://oai.endpoints.kepler.ai.cloud.ovh.net/v1/models' };

/**
 * OVHcloud AI Endpoints: the list for OpenRouter (models that write text, with what they can do) and GET /v1/models
 * (all models), no key; strings, USD per token, converted from euros and so of odd digits; "0" = none. The older list
 * `rest/v1/models_v2` is in euros and not read. Evidence: rows of the second list of 25 September 2026; the first one
 * is known from typed clients.
 */
export const ovhcloud = defineSource({
  id: 'ovhcloud',
  name: 'OVHcloud AI Endpoints',
  providerKind: 'host',
  docs: 'https://endpoints.ai.cloud.ovh.net/',
  env: ['OVHCLOUD_API_KEY'],
  unit: 'USD per token, strings',
  evidence: 'schema',
  endpoints: [
    defineEndpoint({
      name: 'api',
      requests: {
        list: { url: 'https://catalog.endpoints.ai.ovh.net/rest/v2/openrouter' },
        others: companion(inference, { brings: 'models', read: (page) => jsonList(page, 'data') }),
      },
      rows: ({ list, others = [] }) => bothLists(jsonList(list, 'data'), others).map(apart),
      row,
      normalize,
    }),
    listEndpoint('list', {
      list: inference,
      rows: (page) => jsonList(page, 'data').map(apart),
      row,
      normalize,
    }),
    catalog('ovhcloud'),
  ],
});

/** The rows of the list for OpenRouter, then those that only the other one has. */
function bothLists(first: readonly unknown[], second: readonly unknown[]): unknown[] {
  const keyOf = (model: unknown) => rowId(model).toLowerCase();
  const known = new Set(['', ...first.map(keyOf)]);
  return [...first, ...second.filter((other) => !known.has(keyOf(other)))];
}

/** The row with its currency and the price of images apart from the prices per token. */
function apart(model: unknown): unknown {
  const { pricing } = (model ?? {}) as { pricing?: unknown };
  if (typeof pricing !== 'object' || pricing === null || Array.isArray(pricing)) return model;
  const { currency_unit, image, ...prices } = pricing as Record<string, unknown>;
  return { ...(model as object), pricing: prices, extras: { currency_unit, image } };
}

function normalize(model: Row): Draft {
  const { currency_unit: currency, image } = model.extras;
  const { cost, tiers, ...draft } = hostDraft(model);
  const facts = {
    ...draft,
    ownedBy: model.owned_by === 'unknown' ? null : model.owned_by,
    openWeights: model.hugging_face_id ? true : null,
  };
  if (!isDollar(currency))
    return {
      ...facts,
      noPrice: `in ${currency}: ${model.pricing.prompt} in, ${model.pricing.completion} out per token`,
    };
  const all = cost && withoutZeros({ ...cost, [takesImages(model) ? 'perInputImage' : 'perImage']: perUnit(image) });
  return { ...facts, ...(all && { cost: all }), ...(tiers && { tiers }) };
}

/** A model that writes text is priced by the image that goes in. */
const takesImages = ({ output_modalities: outputs, context_length: context }: Row): boolean =>
  outputs ? !outputs.includes('image') : context !== null;
