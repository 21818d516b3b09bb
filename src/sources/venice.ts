import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Lifecycle, Modality, Mode } from '../model/model.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { isoDay } from './parse/dates.js';
import { count, flag, id, part, text } from './parse/fields.js';
import { priceOf, pricing } from './venice/price.js';

const row = z.looseObject({
  id,
  type: text,
  context_length: count,
  model_spec: part({
    name: text,
    availableContextTokens: count,
    maxCompletionTokens: count,
    pricing,
    capabilities: part({
      supportsFunctionCalling: flag,
      supportsReasoning: flag,
      supportsResponseSchema: flag,
      supportsVision: flag,
      supportsAudioInput: flag,
      supportsVideoInput: flag,
      quantization: text,
    }),
    constraints: part({ temperature: z.unknown().optional() }),
    modelSource: text,
    offline: flag,
    beta: flag,
    betaModel: flag,
    deprecation: part({ date: text, startsAt: text, removesAt: text }),
  }),
});
type Row = z.infer<typeof row>;

/**
 * Venice AI: GET /api/v1/models?type=all, no key; numbers in `{usd, diem}`, USD per 1M tokens (speech: per 1M characters).
 * Evidence: bodies of April to August 2026; `owned_by` is always Venice, so the lab is read from the weights' address; `created`
 * is the day on which Venice listed the model.
 */
export const venice = defineSource({
  id: 'venice',
  name: 'Venice AI',
  providerKind: 'gateway',
  docs: 'https://docs.venice.ai/api-reference/endpoint/models/list',
  env: ['VENICE_API_KEY'],
  unit: 'USD per 1M tokens in {usd, diem}',
  evidence: 'recorded',
  endpoints: [
    listEndpoint('api', {
      list: { url: 'https://api.venice.ai/api/v1/models?type=all' },
      row,
      ignores: { '*.diem': "the same price in Venice's own credits" },
      normalize,
    }),
    catalog('venice'),
  ],
});

const types: Readonly<Record<string, { mode: Mode; input: Modality[]; output: Modality[] }>> = {
  text: { mode: 'chat', input: ['text'], output: ['text'] },
  code: { mode: 'chat', input: ['text'], output: ['text'] },
  embedding: { mode: 'embedding', input: ['text'], output: [] },
  image: { mode: 'image', input: ['text'], output: ['image'] },
  inpaint: { mode: 'image', input: ['text', 'image'], output: ['image'] },
  upscale: { mode: 'image', input: ['image'], output: ['image'] },
  video: { mode: 'video', input: [], output: ['video'] },
  tts: { mode: 'speech', input: ['text'], output: ['audio'] },
  asr: { mode: 'transcription', input: ['audio'], output: ['text'] },
  music: { mode: 'other', input: ['text'], output: ['audio'] },
};

function normalize({ model_spec: spec, ...model }: Row): Draft | undefined {
  if (spec.offline) return undefined;
  const context = spec.availableContextTokens ?? model.context_length;
  // The list's default type is text, and only text models have a context.
  const type = model.type?.toLowerCase() ?? (context ? 'text' : '');
  const known = types[type] ?? { mode: null, input: [], output: [] };
  const { capabilities: can } = spec;
  const files = { image: can.supportsVision, audio: can.supportsAudioInput, video: can.supportsVideoInput };
  const extra = Object.entries(files).flatMap(([kind, takes]) => (takes ? [kind as Modality] : []));
  return {
    id: model.id,
    name: spec.name,
    ownedBy: lab(spec.modelSource),
    mode: known.mode,
    modalities: { input: [...known.input, ...extra], output: known.output },
    limit: { context, output: spec.maxCompletionTokens },
    capabilities: {
      toolCall: can.supportsFunctionCalling,
      reasoning: can.supportsReasoning,
      structuredOutput: can.supportsResponseSchema,
      attachment: extra.length > 0 ? true : files.image,
      temperature: spec.constraints.temperature ? true : null,
    },
    openWeights: spec.modelSource?.toLowerCase().includes('huggingface') ? true : null,
    quantization: can.quantization === 'not-available' ? null : can.quantization,
    ...lifecycle(spec),
    ...priceOf(type, spec.pricing),
  };
}

/** The organisation of `https://huggingface.co/<organisation>/<model>`. */
const lab = (source: string | null): string | null =>
  /huggingface\.co\/([^/?#]+)\/[^/?#]/i.exec(source ?? '')?.[1] ?? null;

function lifecycle(spec: Row['model_spec']): Pick<Draft, 'status' | 'deprecatedAt' | 'retiresAt'> {
  const { date, startsAt, removesAt } = spec.deprecation;
  const deprecatedAt = isoDay(startsAt ?? date);
  const retiresAt = isoDay(removesAt ?? date);
  return { status: statusOf(spec, deprecatedAt ?? retiresAt), deprecatedAt, retiresAt };
}

function statusOf({ beta, betaModel, offline }: Row['model_spec'], end: string | null): Lifecycle | null {
  if (end !== null) return 'deprecated';
  if (beta || betaModel) return 'preview';
  return offline === false ? 'active' : null;
}
