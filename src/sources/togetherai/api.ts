import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Modality, Mode } from '../../model/model.js';
import { defineEndpoint } from '../define.js';
import { unixDay } from '../parse/dates.js';
import { amount, count, id, part, text } from '../parse/fields.js';
import { jsonList } from '../parse/json.js';
import { isVariable, perMillion, scaled } from '../parse/money.js';
import { withoutZeros } from '../parse/withoutZeros.js';

const row = z.looseObject({
  id,
  type: text,
  created: count,
  display_name: text,
  organization: text,
  context_length: count,
  pricing: part({
    input: amount,
    output: amount,
    cached_input: amount,
    transcribe: part({ price_per_minute: amount }),
  }),
});
type Row = z.infer<typeof row>;

const modes: Readonly<Record<string, Mode>> = {
  chat: 'chat',
  language: 'completion',
  code: 'completion',
  image: 'image',
  embedding: 'embedding',
  moderation: 'moderation',
  rerank: 'rerank',
  audio: 'speech',
  transcribe: 'transcription',
  video: 'video',
};

/** What comes out, where the type tells. */
const outputs: Readonly<Partial<Record<Mode, Modality>>> = {
  chat: 'text',
  completion: 'text',
  transcription: 'text',
  image: 'image',
  video: 'video',
  speech: 'audio',
};

/** The list of all models, those that run only on dedicated hardware included; it knows neither flags nor modalities. */
export const api = defineEndpoint({
  name: 'api',
  requests: { list: { url: 'https://api.together.xyz/v1/models', key: { env: ['TOGETHER_API_KEY'] } } },
  rows: ({ list }) => jsonList(list, 'data'),
  row,
  normalize: (model): Draft => {
    const mode = modes[model.type ?? ''] ?? null;
    const output = mode && outputs[mode];
    return {
      id: model.id,
      name: model.display_name,
      ownedBy: model.organization,
      mode,
      modalities: { output: output ? [output] : [] },
      limit: { context: model.context_length },
      releaseDate: unixDay(model.created),
      ...priceOf(model, mode),
    };
  },
});

/**
 * Prices that are tokens'. Speech has its price per 1M characters under `input`; what stands there for images, videos and
 * transcription has no unit that is told.
 */
function priceOf({ pricing }: Row, mode: Mode | null): Pick<Draft, 'cost' | 'priceStatus'> {
  if (mode === 'speech') return { cost: withoutZeros({ perCharacter: scaled(pricing.input, 1, 1_000_000) }) };
  if (mode === 'transcription')
    return { cost: withoutZeros({ perSecond: scaled(pricing.transcribe.price_per_minute, 1, 60) }) };
  if (mode === 'image' || mode === 'video') return {};
  if (isVariable(pricing.input) || isVariable(pricing.output)) return { priceStatus: 'variable' };
  return {
    cost: withoutZeros({
      input: perMillion(pricing.input),
      output: perMillion(pricing.output),
      cacheRead: perMillion(pricing.cached_input),
    }),
  };
}
