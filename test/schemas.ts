import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { acknowledged } from '../src/model/acknowledged.js';
import { baselines } from '../src/model/baseline.js';
import { change } from '../src/model/change.js';
import { deadLetter } from '../src/model/deadLetter.js';
import { historyLine } from '../src/model/history.js';
import { model } from '../src/model/model.js';
import { modelsFile } from '../src/model/models.js';
import { overrides } from '../src/model/override.js';
import { priceFile } from '../src/model/priceFile.js';
import { providerFile } from '../src/model/providerFile.js';
import { run } from '../src/model/run.js';
import { type Declared, describeBy, type SchemaNode } from './schemaDocs.js';

const dir = join(import.meta.dirname, '../data/schemas');

/** The schemas of what is written and of what is read beside it, by file name. */
export const schemas: Readonly<Record<string, Declared & { readonly schema: z.ZodType }>> = {
  'acknowledged.json': { file: 'acknowledged', name: 'acknowledged', schema: acknowledged },
  'baselines.json': { file: 'baseline', name: 'baselines', schema: baselines },
  'change-line.json': { file: 'change', name: 'change', schema: change },
  'history-line.json': { file: 'history', name: 'historyLine', schema: historyLine },
  'model.json': { file: 'model', name: 'model', schema: model },
  'models.json': { file: 'models', name: 'modelsFile', schema: modelsFile },
  'overrides.json': { file: 'override', name: 'overrides', schema: overrides },
  'price-list.json': { file: 'priceFile', name: 'priceFile', schema: priceFile },
  'provider-file.json': { file: 'providerFile', name: 'providerFile', schema: providerFile },
  'rejected-line.json': { file: 'deadLetter', name: 'deadLetter', schema: deadLetter },
  'run.json': { file: 'run', name: 'run', schema: run },
};

const files = Object.values(schemas).map(({ file }) => file);

/** The published text of a schema. */
export const published = (name: string): string => readFileSync(join(dir, name), 'utf8');

/** A schema as the code makes it now: JSON Schema, each node described by the comment that it has in the code. */
export function generated(name: string): SchemaNode {
  const known = schemas[name];
  if (!known) throw new Error(`no schema ${name}`);
  return describeBy(z.toJSONSchema(known.schema) as SchemaNode, known, files);
}

/** The text of that. */
export const generatedSchema = (name: string): string => `${JSON.stringify(generated(name), null, 2)}\n`;

if (process.argv[1] === import.meta.filename) {
  mkdirSync(dir, { recursive: true });
  for (const name of Object.keys(schemas)) writeFileSync(join(dir, name), generatedSchema(name));
}
