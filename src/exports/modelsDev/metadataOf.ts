import type { Model } from '../../model/model.js';

const statuses: Readonly<Record<string, string>> = { preview: 'beta', deprecated: 'deprecated', retired: 'deprecated' };

/** A record as models.dev describes it, prices aside. */
export function metadataOf(model: Model): object {
  const { id, name, capabilities: can, knowledge, releaseDate, lastUpdated, modalities, limit, openWeights } = model;
  const status = statuses[model.status ?? ''];
  return {
    id,
    name: name ?? id,
    attachment: can.attachment ?? false,
    reasoning: can.reasoning ?? false,
    tool_call: can.toolCall ?? false,
    ...(can.structuredOutput !== null && { structured_output: can.structuredOutput }),
    ...(can.temperature !== null && { temperature: can.temperature }),
    ...(knowledge !== null && { knowledge }),
    release_date: releaseDate ?? '',
    last_updated: lastUpdated ?? releaseDate ?? '',
    modalities,
    open_weights: openWeights ?? false,
    limit: {
      context: limit.context ?? 0,
      ...(limit.input !== null && { input: limit.input }),
      output: limit.output ?? 0,
    },
    ...(status && { status }),
  };
}
