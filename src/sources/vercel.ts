import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Modality, Mode } from '../model/model.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { withoutStorage } from './parse/cacheStorage.js';
import { isoDay, unixDay } from './parse/dates.js';
import { count, flag, id, part, text, texts } from './parse/fields.js';
import { attachable, modalitiesOf } from './parse/modalities.js';
import { stated } from './parse/money.js';
import { priceOf, pricing } from './vercel/price.js';

const row = z.looseObject({
  id,
  name: text,
  owned_by: text,
  released: count,
  deprecated_at: count,
  knowledge: text,
  type: text,
  tags: texts,
  modalities: part({ input: texts, output: texts }),
  supported_parameters: texts,
  temperature: flag,
  context_window: count,
  max_tokens: count,
  pricing,
});
type Row = z.infer<typeof row>;

/**
 * Vercel AI Gateway: GET /v1/models, no key; strings, USD per token, with steps by prompt length.
 * Evidence: one full row of June 2026 and a copy of about 200 rows of April 2026; `created` is a constant, `released` the date.
 */
export const vercel = defineSource({
  id: 'vercel',
  name: 'Vercel AI Gateway',
  providerKind: 'gateway',
  docs: 'https://vercel.com/docs/ai-gateway/models-and-providers',
  env: ['AI_GATEWAY_API_KEY'],
  unit: 'USD per token, strings',
  evidence: 'recorded',
  endpoints: [
    listEndpoint('api', {
      list: { url: 'https://ai-gateway.vercel.sh/v1/models' },
      row,
      ignores: {
        'pricing.web_search': 'a call of a tool, not of the model',
        'pricing.maps_search': 'a call of a tool, not of the model',
      },
      normalize: (model) => withoutStorage(normalize(model)),
    }),
    catalog('vercel'),
  ],
});

/** What each type takes and gives beside what its tags add; null: the type does not say. */
const types: Readonly<Record<string, { mode: Mode; input: Modality[]; output: Modality[] }>> = {
  language: { mode: 'chat', input: ['text'], output: ['text'] },
  embedding: { mode: 'embedding', input: ['text'], output: [] },
  reranking: { mode: 'rerank', input: ['text'], output: [] },
  image: { mode: 'image', input: ['text'], output: ['image'] },
  video: { mode: 'video', input: ['text'], output: ['video'] },
  speech: { mode: 'speech', input: ['text'], output: ['audio'] },
  transcription: { mode: 'transcription', input: ['audio'], output: ['text'] },
  realtime: { mode: 'other', input: [], output: [] },
  evaluation: { mode: 'other', input: [], output: [] },
};

function normalize(model: Row): Draft {
  const { mode, input, output } = modalities(model);
  const has = (tag: string) => (model.tags ? model.tags.includes(tag) : null);
  const takes = (parameter: string) =>
    model.supported_parameters ? model.supported_parameters.includes(parameter) : null;
  return {
    id: model.id,
    name: model.name,
    ownedBy: model.owned_by ?? model.id.split('/')[0],
    mode,
    modalities: { input, output },
    limit: { context: model.context_window, output: model.max_tokens },
    capabilities: {
      toolCall: has('tool-use') ?? takes('tools'),
      reasoning: has('reasoning') ?? takes('reasoning'),
      // The tag is newer than the list: without it nothing is said.
      structuredOutput: has('structured-output') || null,
      attachment: attachable(modalitiesOf(model.modalities.input)) ?? (has('vision') || has('file-input')),
      temperature: model.temperature ?? takes('temperature'),
    },
    knowledge: isoDay(model.knowledge),
    releaseDate: unixDay(model.released),
    deprecatedAt: unixDay(model.deprecated_at),
    ...price(model),
  };
}

function modalities({ type, tags, modalities: listed }: Row): {
  mode: Mode | null;
  input: Modality[];
  output: Modality[];
} {
  const known = types[type?.toLowerCase() ?? ''] ?? { mode: null, input: [], output: [] };
  const has = (tag: string) => tags?.includes(tag) === true;
  const input = modalitiesOf(listed.input);
  const output = modalitiesOf(listed.output);
  return {
    mode: known.mode,
    input:
      input.length > 0
        ? input
        : [
            ...known.input,
            ...(has('vision') ? ['image' as const] : []),
            ...(has('file-input') ? ['pdf' as const] : []),
          ],
    output: output.length > 0 ? output : [...known.output, ...(has('image-generation') ? ['image' as const] : [])],
  };
}

/** A stated 0 is a price where the tag or the end of the id says free. */
function price(model: Row): Pick<Draft, 'cost' | 'tiers' | 'priceStatus' | 'issues'> {
  const prices = priceOf(model.pricing);
  const saysFree = model.tags?.includes('free') === true || /[-:]free$/.test(model.id);
  const known = Object.values(stated(prices.cost ?? {}));
  const zero = known.length > 0 && known.every((value) => value === 0);
  if (saysFree && zero && !prices.priceStatus) return { ...prices, priceStatus: 'free' };
  const isSilent = known.length === 0 && prices.tiers?.length === 0;
  return isSilent ? { ...prices, issues: [{ code: 'no-price', detail: 'the list has no price of it' }] } : prices;
}
