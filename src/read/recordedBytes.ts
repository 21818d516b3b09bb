import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** How many bytes of a source are recorded in `dir`; 0 where none are. */
export function recordedBytes(dir: string, source: string): number {
  const folder = join(dir, source);
  try {
    return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  } catch {
    return 0;
  }
}
