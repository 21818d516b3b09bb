import type { Mode, Model } from '../../model/model.js';

const modes: Readonly<Record<Mode, string | null>> = {
  chat: 'chat',
  completion: 'completion',
  embedding: 'embedding',
  rerank: 'rerank',
  image: 'image_generation',
  video: 'video_generation',
  speech: 'audio_speech',
  transcription: 'audio_transcription',
  moderation: 'moderation',
  ocr: 'ocr',
  other: null,
};

/** A record as LiteLLM describes it, prices aside. */
export function metadataOf(model: Model, provider: string): Readonly<Record<string, unknown>> {
  const { limit, capabilities: can, modalities } = model;
  const mode = model.mode && modes[model.mode];
  const input = limit.input ?? limit.context;
  return told({
    litellm_provider: provider,
    mode,
    max_input_tokens: input,
    max_output_tokens: limit.output,
    max_tokens: limit.output ?? input,
    supports_function_calling: can.toolCall,
    supports_reasoning: can.reasoning,
    supports_response_schema: can.structuredOutput,
    supports_native_streaming: can.streaming,
    ...(modalities.input.length > 0 && {
      supports_vision: modalities.input.includes('image'),
      supports_pdf_input: modalities.input.includes('pdf'),
      supports_audio_input: modalities.input.includes('audio'),
      supported_modalities: modalities.input.filter((kind) => kind !== 'pdf'),
    }),
    ...(modalities.output.length > 0 && {
      supports_audio_output: modalities.output.includes('audio'),
      supported_output_modalities: modalities.output.filter((kind) => kind !== 'pdf'),
    }),
    deprecation_date: dayOf(model.retiresAt ?? model.deprecatedAt),
  });
}

/** LiteLLM's are whole days. */
const dayOf = (date: string | null): string | null => (date?.length === 10 ? date : null);

const told = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
