import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';

/** A file as JSON of that form; undefined where there is none, a damaged one, or one that another version wrote. */
export async function readAs<T>(schema: z.ZodType<T>, ...path: readonly string[]): Promise<T | undefined> {
  const text = await readFile(join(...path), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : parsedAs(schema, text);
}

/** A text as JSON of that form; undefined where it is damaged, or of another version. */
export function parsedAs<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
