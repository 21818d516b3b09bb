import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { acknowledged } from '../src/model/acknowledged.js';
import { baselines } from '../src/model/baseline.js';
import { deadLetter } from '../src/model/deadLetter.js';
import { model } from '../src/model/model.js';
import { override } from '../src/model/override.js';
import { priceFile } from '../src/model/priceFile.js';
import { providerFile } from '../src/model/providerFile.js';
import { run } from '../src/model/run.js';

const dir = join(import.meta.dirname, '../data/schemas');

/** The JSON Schemas of what is written, by file name, made from the zod schemas. */
export const schemas: Readonly<Record<string, z.ZodType>> = {
  'acknowledged.json': acknowledged,
  'baselines.json': baselines,
  'model.json': model,
  'overrides.json': z.array(override),
  'price-list.json': priceFile,
  'provider-file.json': providerFile,
  'rejected-line.json': deadLetter,
  'run.json': run,
};

/** The published text of a schema. */
export const published = (name: string): string => readFileSync(join(dir, name), 'utf8');

/** The text of a schema as the code makes it now. */
export const generatedSchema = (schema: z.ZodType): string => `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`;

if (process.argv[1] === import.meta.filename) {
  mkdirSync(dir, { recursive: true });
  for (const [name, schema] of Object.entries(schemas)) writeFileSync(join(dir, name), generatedSchema(schema));
}
