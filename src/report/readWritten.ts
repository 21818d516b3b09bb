import { join } from 'node:path';
import { modelsOf } from '../identity/modelsOf.js';
import { deadLetter } from '../model/deadLetter.js';
import { modelsFile } from '../model/models.js';
import type { ProviderFile } from '../model/providerFile.js';
import { run } from '../model/run.js';
import { version } from '../read/version.js';
import { readChanges } from '../store/changes.js';
import { readHistory } from '../store/history.js';
import { modelsPath, rejectedPath, runPath } from '../store/paths.js';
import { parsedAs, readAs } from '../store/readAs.js';
import { readIfThere } from '../store/readIfThere.js';
import type { Written } from './reportOf.js';

/**
 * What stands in an output folder beside its table; of files that are not there nothing, but for the models, which the table
 * tells. Rejects with a `BadFile` for a damaged history, or damaged changes.
 */
export async function readWritten(out: string, table: readonly ProviderFile[]): Promise<Written> {
  const [ran, models, history, changes, rejected] = await Promise.all([
    readAs(run, out, runPath),
    readAs(modelsFile, out, modelsPath),
    readHistory(out),
    readChanges(out),
    readIfThere(join(out, rejectedPath)),
  ]);
  return {
    ...{
      version,
      table,
      run: ran,
      models: models?.models ?? modelsOf(table.flatMap((file) => file.models)),
      history: history.lines,
      changes,
    },
    rejected: (rejected ?? '').split('\n').flatMap((line) => parsedAs(deadLetter, line) ?? []),
  };
}
