import type { Model } from '../model/model.js';

/** The fields of a model that are filled and kept one by one, prices aside, as `from` names them. */
export const factFields = [
  'name',
  'ownedBy',
  'mode',
  'openWeights',
  'quantization',
  'knowledge',
  'releaseDate',
  'lastUpdated',
  'status',
  'deprecatedAt',
  'retiresAt',
  'limit.context',
  'limit.input',
  'limit.output',
  'capabilities.toolCall',
  'capabilities.reasoning',
  'capabilities.structuredOutput',
  'capabilities.attachment',
  'capabilities.temperature',
  'capabilities.streaming',
  'modalities.input',
  'modalities.output',
] as const;
export type FactField = (typeof factFields)[number];

const partsOf = (field: FactField) => field.split('.') as [keyof Model, string?];

/** The value of a field; null where it is not known. */
export function factOf(model: Model, field: FactField): unknown {
  const [head, inner] = partsOf(field);
  const value = inner === undefined ? model[head] : (model[head] as Record<string, unknown>)[inner];
  return Array.isArray(value) && value.length === 0 ? null : value;
}

/** The model with other values in some fields; as it is where there are none. */
export function withFacts(model: Model, values: ReadonlyMap<FactField, unknown>): Model {
  if (values.size === 0) return model;
  const changed: Record<string, unknown> = { ...model };
  for (const [field, value] of values) {
    const [head, inner] = partsOf(field);
    changed[head] = inner === undefined ? value : { ...(changed[head] as object), [inner]: value };
  }
  return changed as unknown as Model;
}

/** Notes of `from` or `kept` in the order of their keys. */
export const sortedNotes = (notes: Readonly<Record<string, string>>): Record<string, string> =>
  isSorted(Object.keys(notes)) ? notes : Object.fromEntries(Object.entries(notes).sort(([a], [b]) => (a < b ? -1 : 1)));

const isSorted = (keys: readonly string[]): boolean => keys.every((key, i) => i === 0 || (keys[i - 1] ?? '') <= key);
