import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';

/** A file as JSON of that form; undefined where there is none, a damaged one, or one that another version wrote. */
export async function readAs<T>(schema: z.ZodType<T>, ...path: readonly string[]): Promise<T | undefined> {
  try {
    return schema.safeParse(JSON.parse(await readFile(join(...path), 'utf8'))).data;
  } catch {
    return undefined;
  }
}
