import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Modality, Mode } from '../../model/model.js';
import type { Request } from '../../model/request.js';
import { companion } from '../ask.js';
import { defineEndpoint, type Endpoint } from '../define.js';
import { flag, id, parts, text, texts } from '../parse/fields.js';
import { attachable } from '../parse/modalities.js';
import { saysFree, shownPrice } from '../parse/shownPrice.js';
import { tokens } from '../parse/tokens.js';
import { shownCost } from './shownCost.js';
import { documentRows, reasoningModels } from './tables.js';

/** What the tables say of one model: the cells of each column, from all the tables that have it. */
const cells = texts;
const row = z.looseObject({
  id,
  section: cells,
  organization: cells,
  name: cells,
  context: cells,
  prices: parts({ tier: text, kind: text, unit: text, cell: text }),
  modality: cells,
  quantization: cells,
  tools: cells,
  structured: cells,
  reasons: flag,
  /** Whether the page has a table of models that see. */
  sight: flag,
});
type Row = z.infer<typeof row>;

/** Which models reason; not all do that are priced, so it is a page of its own. */
const reasoning: Request = { url: 'https://docs.together.ai/docs/inference/chat/reasoning.md' };

const page = (name: string, url: string): Endpoint =>
  defineEndpoint({
    name,
    requests: { prices: { url }, reasoners: companion(reasoning, { brings: 'facts', read: reasoningModels }) },
    rows: ({ prices, reasoners = [] }) => documentRows(prices.body, reasoners),
    row,
    normalize,
  });

/** The page of serverless models: a table each for chat, image, vision, video, audio, embedding, rerank, moderation. */
export const docs = page('docs', 'https://docs.together.ai/docs/serverless-models.md');
export const docsTwin: Endpoint = {
  ...page('docs-twin', 'https://docs.together.ai/docs/serverless/models.md'),
  fills: false,
};

function normalize(model: Row): Draft {
  const mode = modeOf(model);
  const modalities = modalitiesOf(model, mode);
  const free = priced(model).length > 0 && priced(model).every(saysFree);
  return {
    id: model.id,
    name: model.name?.[0],
    ownedBy: model.organization?.[0],
    mode,
    modalities,
    limit: { context: tokens(model.context?.[0]) },
    capabilities: {
      toolCall: yes(model.tools),
      structuredOutput: yes(model.structured),
      reasoning: model.reasons,
      attachment: attachable(modalities.input ?? []),
    },
    quantization: model.quantization?.[0]?.toLowerCase(),
    ...shownCost(model.prices, mode),
    ...(free && { priceStatus: 'free' }),
  };
}

/** The cells with a price; one that is 0 where another says "Free" is free as well. */
function priced({ prices }: Row): (string | null)[] {
  const all = prices.filter(({ tier, kind }) => tier === null && kind !== 'cached input').map(({ cell }) => cell);
  return all.some(saysFree) ? all.filter((cell) => Number(shownPrice(cell) ?? NaN) !== 0) : all;
}

const modes: Readonly<Record<string, Mode>> = {
  chat: 'chat',
  vision: 'chat',
  image: 'image',
  video: 'video',
  embedding: 'embedding',
  rerank: 'rerank',
  moderation: 'moderation',
};

function modeOf({ section, modality }: Row): Mode | null {
  const kind = modality?.[0] ?? '';
  if (/text.to.speech/i.test(kind)) return 'speech';
  if (/speech.to.text|transcri/i.test(kind)) return 'transcription';
  return section?.map((name) => modes[name]).find((mode) => mode !== undefined) ?? null;
}

/** A chat model that the table of vision models lacks takes text alone. */
function modalitiesOf({ section, sight }: Row, mode: Mode | null): NonNullable<Draft['modalities']> {
  const text: Modality[] = ['text'];
  if (mode === 'chat')
    return { input: section?.includes('vision') ? ['text', 'image'] : sight ? text : [], output: text };
  if (mode === 'speech') return { input: text, output: ['audio'] };
  if (mode === 'transcription') return { input: ['audio'], output: text };
  return { output: mode === 'image' || mode === 'video' ? [mode] : [] };
}

const yes = (answers: readonly string[] | null): boolean | null =>
  answers?.some((answer) => /^yes\b/i.test(answer))
    ? true
    : answers?.some((answer) => /^no\b/i.test(answer))
      ? false
      : null;
