import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { overridesPath } from './paths.js';

/** Whether an output folder has corrections, or what can't be looked at: to read them takes a parser. */
export const hasOverrides = (out: string): Promise<boolean> =>
  access(join(out, overridesPath)).then(
    () => true,
    (error: unknown) => !['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? ''),
  );
