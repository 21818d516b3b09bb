import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type ProviderFile, providerFile } from '../model/providerFile.js';
import type { Baseline } from '../operators/guardEarlier.js';
import { folders } from './providerFiles.js';

/** A file as JSON of that form; undefined where there is none, a damaged one, or one that another version wrote. */
export async function readAs<T>(schema: z.ZodType<T>, ...path: readonly string[]): Promise<T | undefined> {
  try {
    return schema.safeParse(JSON.parse(await readFile(join(...path), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** What the last run wrote of a provider. */
export const readEarlier = (dir: string, id: string): Promise<ProviderFile | undefined> =>
  readAs(providerFile, dir, folders.raw, `${id}.json`);

/** Where the baselines are, relative to the output folder. */
export const baselinesPath = 'baselines.json';

/** `baselines.json`: what the rows of each provider looked like when they were last read. */
export const baselines = z.record(
  z.string(),
  z.strictObject({
    link: z.string(),
    rows: z.number(),
    shape: z.record(z.string(), z.string()),
    readAt: z.string().optional(),
  }),
);

export const readBaselines = async (dir: string): Promise<Record<string, Baseline>> =>
  (await readAs(baselines, dir, baselinesPath)) ?? {};
