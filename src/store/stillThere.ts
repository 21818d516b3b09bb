import { stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Those of the files that earlier runs vouch for that nobody took away. */
export async function stillThere(
  out: string,
  files: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const found = await Promise.all(
    Object.entries(files).map(async (entry) =>
      (await stat(join(out, entry[0])).catch(() => undefined)) ? [entry] : [],
    ),
  );
  return Object.fromEntries(found.flat());
}
