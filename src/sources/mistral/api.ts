import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Modality, Mode } from '../../model/model.js';
import type { Request } from '../../model/request.js';
import { companions } from '../ask.js';
import { defineEndpoint } from '../define.js';
import { isoDay } from '../parse/dates.js';
import { amount, count, flag, id, part, text, texts } from '../parse/fields.js';
import { jsonList } from '../parse/json.js';
import { attachable } from '../parse/modalities.js';
import { priceOf, type PriceRow, priceRows } from './prices.js';
import { saidOfPrice } from './saidOfPrice.js';

const abilities = {
  completion_chat: flag,
  completion_fim: flag,
  function_calling: flag,
  vision: flag,
  ocr: flag,
  classification: flag,
  moderation: flag,
  audio: flag,
  audio_transcription: flag,
  audio_transcription_realtime: flag,
  audio_speech: flag,
  reasoning: flag,
};

const row = z.looseObject({
  id,
  name: text,
  owned_by: text,
  capabilities: part(abilities),
  max_context_length: count,
  deprecation: text,
  default_model_temperature: amount,
  type: text,
  aliases: texts,
  shown: part({ input: text, cached: text, output: text, stray: texts }),
  noPrice: text,
});
type Row = z.infer<typeof row>;
type Abilities = Row['capabilities'];

/**
 * The list with a key, each alias a row of its own, joined with the price pages, the better one first, by the ids of a
 * row's group: that tells what an alias that moves stands for today.
 */
export const api = (...prices: readonly Request[]) =>
  defineEndpoint({
    name: 'api',
    requests: {
      list: { url: 'https://api.mistral.ai/v1/models', key: { env: ['MISTRAL_API_KEY'] } },
      priced: companions({ requests: prices, brings: 'prices', read: priceRows }),
    },
    rows: ({ list, priced }) => merged(jsonList(list, 'data')).map((model) => withPrices(model, priced)),
    row,
    normalize,
  });

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An id may be listed twice with other capabilities: it has them all. */
function merged(rows: readonly unknown[]): unknown[] {
  const known = new Map<unknown, unknown>();
  for (const [i, model] of rows.entries()) {
    const key = isObject(model) && typeof model['id'] === 'string' ? model['id'] : i;
    const before = known.get(key);
    known.set(key, isObject(before) && isObject(model) ? together(before, model) : model);
  }
  return [...known.values()];
}

function together(before: Record<string, unknown>, model: Record<string, unknown>): Record<string, unknown> {
  const stated = Object.fromEntries(Object.entries(model).filter(([, value]) => value !== null));
  const [can, also] = [before['capabilities'], model['capabilities']];
  if (!isObject(can) || !isObject(also)) return { ...before, ...stated };
  const all = Object.keys({ ...can, ...also }).map((name) => [name, can[name] === true || (also[name] ?? can[name])]);
  return { ...before, ...stated, capabilities: Object.fromEntries(all) as Record<string, unknown> };
}

/** The price row that names the model or one of its aliases, of the first page that has one; two that disagree are none. */
function withPrices(model: unknown, pages: readonly (readonly PriceRow[])[]): unknown {
  if (!isObject(model)) return model;
  const aliases = Array.isArray(model['aliases']) ? (model['aliases'] as unknown[]) : [];
  const group = new Set([model['id'], model['name'], ...aliases].map(spelt));
  const named = pages.map((rows) => rows.filter(({ ids }) => ids.some((name) => group.has(spelt(name)))));
  const [found, ...more] = named.find((rows) => rows.length > 0) ?? [];
  const isOne = found && more.every((other) => JSON.stringify(priceOf(other)) === JSON.stringify(priceOf(found)));
  if (isOne) return { ...model, shown: found };
  const moves = aliases.length > 0 && !/-\d{4}$/.test(String(model['id']));
  return moves && pages.length > 0 ? { ...model, noPrice: unpricedAlias } : model;
}

/** Why no other list's price of the same name is taken. */
const unpricedAlias = 'an alias that moves: no price page says what the model that it stands for today costs';

const spelt = (name: unknown): unknown => (typeof name === 'string' ? name.toLowerCase().replaceAll('.', '-') : name);

/** Own fine-tuned models are nobody else's offer. `created` is the time of the request, so no date. */
function normalize(model: Row): Draft | undefined {
  if (model.type === 'fine-tuned') return undefined;
  const { capabilities: can } = model;
  const input = inputOf(can);
  const mode = modeOf(can, model.id);
  const temperature = model.default_model_temperature ?? null;
  return {
    id: model.id,
    name: model.name,
    ownedBy: /(^|-)glm-/.test(model.id) ? 'zai' : model.owned_by,
    mode,
    modalities: { input, output: outputOf(mode) },
    limit: { context: model.max_context_length },
    capabilities: {
      toolCall: can.function_calling,
      reasoning: can.reasoning,
      attachment: attachable(input),
      temperature: temperature === null ? null : true,
    },
    status: model.deprecation ? 'deprecated' : 'active',
    retiresAt: isoDay(model.deprecation),
    ...saidOfPrice(model.shown),
    ...(model.noPrice && { noPrice: model.noPrice }),
  };
}

/** What reads text says so by its chat or completion; a list of abilities that lacks one does not deny it. */
function inputOf(can: Abilities): Modality[] {
  const hears = can.audio || can.audio_transcription || can.audio_transcription_realtime;
  return [
    ...(can.completion_chat || can.completion_fim || can.audio_speech ? (['text'] as const) : []),
    ...(can.vision || can.ocr ? (['image'] as const) : []),
    ...(hears ? (['audio'] as const) : []),
    ...(can.ocr ? (['pdf'] as const) : []),
  ];
}

function modeOf(can: Abilities, name: string): Mode | null {
  if (can.ocr) return 'ocr';
  if (can.moderation && !can.completion_chat) return 'moderation';
  if (can.audio_speech) return 'speech';
  if (can.completion_chat) return 'chat';
  if (can.audio_transcription || can.audio_transcription_realtime) return 'transcription';
  if (can.completion_fim) return 'completion';
  return /(^|-)embed(-|$)/.test(name) ? 'embedding' : null;
}

const outputOf = (mode: Mode | null): Modality[] =>
  mode === 'speech' ? ['audio'] : mode === 'embedding' || mode === 'moderation' || mode === null ? [] : ['text'];
