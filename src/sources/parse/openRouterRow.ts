import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import { withoutStorage } from './cacheStorage.js';
import { count, id, part, text, texts } from './fields.js';
import { vendorOf } from './hostList.js';
import { attachable, modalitiesOf, modeOf } from './modalities.js';
import { modeNamed } from './modeNamed.js';
import { openRouterPrice, openRouterPricing, type Priced } from './openRouterPrice.js';

/** A row of OpenRouter's own list, and of those that pass it on. `created` is the day that it was listed, no release. */
export const openRouterRow = z.looseObject({
  id,
  name: text,
  context_length: count,
  architecture: part({ input_modalities: texts, output_modalities: texts }),
  pricing: openRouterPricing,
  top_provider: part({ context_length: count, max_completion_tokens: count }),
  supported_parameters: texts,
  reasoning: z.unknown().optional(),
});
type OpenRouterRow = z.infer<typeof openRouterRow>;

/** What such a row says. `free`: whether it says that the model is. */
export function openRouterDraft(model: OpenRouterRow, free = /(:|\/)free$/.test(model.id)): Draft {
  const { architecture, supported_parameters: parameters, top_provider: server } = model;
  const can = (...names: string[]) => parameters && names.some((name) => parameters.includes(name));
  const input = modalitiesOf(architecture.input_modalities);
  const row = pricedRow(model);
  const written = writtenBy(row.outputs);
  return withoutStorage({
    id: model.id,
    name: nameOf(model.name),
    ownedBy: vendorOf(model.id.replace(/^~/, '')),
    mode: written.mode ?? modeOf(input, written.output),
    modalities: { input, output: written.output },
    limit: { context: model.context_length ?? server.context_length, output: server.max_completion_tokens },
    capabilities: {
      toolCall: can('tools', 'tool_choice'),
      reasoning: isObject(model.reasoning) || can('reasoning', 'include_reasoning'),
      structuredOutput: can('structured_outputs'),
      attachment: attachable(input),
      temperature: can('temperature'),
    },
    ...openRouterPrice(row, model.pricing, free),
  });
}

/** What a price of the row is of. */
export const pricedRow = ({ id, architecture }: OpenRouterRow): Priced => ({
  id,
  outputs: architecture.output_modalities?.map((name) => name.trim().toLowerCase()) ?? [],
});

/** What the outputs of a row say: a transcription is text, and there are models that write nothing that is read. */
export const writtenBy = (outputs: readonly string[]) => ({
  mode: outputs.length === 1 ? modeNamed(outputs[0]) : null,
  output: modalitiesOf(outputs.map((name) => (name === 'transcription' ? 'text' : name))),
});

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** "Qwen: Qwen3.7 Max (50% off)" -> "Qwen3.7 Max": the vendor before it and the notes behind it are no part of the name. */
export const nameOf = (name: string | null): string | null =>
  name?.replace(/^[^:]{1,40}: /, '').replace(/(\s{0,4}\((\d{1,3}(\.\d{1,4})?\s{0,4}% off|free|new)\)){1,4}$/i, '') ??
  null;
