import type { z } from 'zod';
import { baselines } from '../../src/model/baseline.js';
import { change } from '../../src/model/change.js';
import { deadLetter } from '../../src/model/deadLetter.js';
import { modelsFile } from '../../src/model/models.js';
import { priceFile } from '../../src/model/priceFile.js';
import { providerFile } from '../../src/model/providerFile.js';
import { run } from '../../src/model/run.js';
import { readHistory } from '../../src/store/history.js';
import { filesIn, readText } from '../sinks/temporaryFolder.js';

const schemas: readonly (readonly [RegExp, z.ZodType])[] = [
  [/^providers(-enriched)?\/[^/]+\.json$/, providerFile],
  [/^prices\/[^/]+\.json$/, priceFile],
  [/^run\.json$/, run],
  [/^baselines\.json$/, baselines],
  [/^models\.json$/, modelsFile],
];

const lineSchemas: Readonly<Record<string, z.ZodType>> = { 'rejected.jsonl': deadLetter, 'changes.jsonl': change };

/** Temporary files and the lock: what a killed run may leave beside the files. */
const isLeft = (path: string): boolean => /\.\d+\.tmp$/.test(path) || /^\.lock(-takeover)?(\.\d+\.tmp)?\//.test(path);

/** The files of an output folder that are not whole, each with the reason; what killed runs leave aside. */
export async function tornIn(out: string): Promise<string[]> {
  const paths = (await filesIn(out)).filter((path) => !isLeft(path));
  const torn = await Promise.all(
    paths.map(async (path) => {
      const text = await readText(out, path);
      try {
        const lines = lineSchemas[path];
        if (lines) {
          for (const line of text.split('\n').filter(Boolean)) lines.parse(JSON.parse(line));
          return [];
        }
        if (path.startsWith('history/')) {
          await readHistory(out);
          return [];
        }
        if (path === 'changes.xml') return text.endsWith('</feed>\n') ? [] : [`${path}: it has no end`];
        const schema = schemas.find(([form]) => form.test(path))?.[1];
        if (!schema) return [`${path}: not one of ours`];
        schema.parse(JSON.parse(text));
        return [];
      } catch (error) {
        return [`${path}: ${String(error)}`];
      }
    }),
  );
  return torn.flat();
}
