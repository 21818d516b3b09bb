import type { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import { count, part, text, texts } from '../parse/fields.js';
import { hostDraft, hostRow } from '../parse/hostList.js';

export const openRouterRow = hostRow.extend({
  hugging_face_id: text,
  architecture: part({ input_modalities: texts, output_modalities: texts }),
  top_provider: part({ context_length: count, max_completion_tokens: count }),
});

/** A row in the form of OpenRouter's providers, or in the whole one of OpenRouter itself. */
export function fromOpenRouterForm(model: z.infer<typeof openRouterRow>): Draft {
  const { architecture, top_provider: top } = model;
  const modelId = model.id.replace(/^workers-ai\//, '');
  return {
    ...hostDraft({
      ...model,
      id: modelId,
      input_modalities: model.input_modalities ?? architecture.input_modalities,
      output_modalities: model.output_modalities ?? architecture.output_modalities,
      context_length: model.context_length ?? top.context_length,
      max_output_length: model.max_output_length ?? top.max_completion_tokens,
    }),
    ownedBy: authorOf(modelId),
    openWeights: model.hugging_face_id ? true : null,
  };
}

/** `@cf/openai/gpt-oss-120b` -> openai. */
export const authorOf = (name: string): string | null => /^@\w+\/([^/]+)\/./.exec(name)?.[1] ?? null;
