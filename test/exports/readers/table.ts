import { modelSchema, type ProviderFile } from '../../../src/index.js';
import { priceLines } from '../../../src/cost/priceLines.js';
import type { Reader } from './reader.js';

/** The records as they are, each of the form that the schema has. */
export const table: Reader = (content) => {
  const files = JSON.parse(String(content)) as ProviderFile[];
  const models = new Map(files.flatMap((file) => file.models).map((model) => [`${model.provider}/${model.id}`, model]));
  return (provider, id) => priceLines(modelSchema.parse(models.get(`${provider}/${id}`)));
};
