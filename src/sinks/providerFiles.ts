import type { Completed, ModelRead, Written } from '../model/events.js';
import type { Model } from '../model/model.js';
import type { ProviderFile } from '../model/providerFile.js';
import type { Source } from '../sources/source.js';
import type { Sink } from './sink.js';
import { prettyJson, writeAtomically } from './writeAtomically.js';

export const folders = { raw: 'providers', enriched: 'providers-enriched' } as const;
export type Kind = keyof typeof folders;

/**
 * A provider's files in `dir`: `providers/<id>.json` and `providers-enriched/<id>.json`, models sorted by id.
 * The raw file of a stale provider is left as it is: it is what stands in.
 */
export function providerFiles(dir: string, source: Source, kinds: readonly Kind[]): Sink<ModelRead, Completed> {
  const rows: ModelRead[] = [];
  return {
    write: (some) => Promise.resolve(void rows.push(...some)),
    commit: async (end) => {
      const written: Written[] = [];
      for (const kind of kinds) {
        if (kind === 'raw' && end.status === 'stale') continue;
        const models = rows.map((row) => (kind === 'raw' ? row.model : row.enriched));
        written.push(
          await writeAtomically(dir, `${folders[kind]}/${source.id}.json`, prettyJson(fileOf(source, end, models))),
        );
      }
      return written;
    },
    abort: () => Promise.resolve(void (rows.length = 0)),
  };
}

/** The file of a provider, keys and models in their order. */
export const fileOf = (
  { id, name, docs, env }: Pick<Source, 'id' | 'name' | 'docs' | 'env'>,
  { fetchedAt, link, via }: Pick<ProviderFile, 'fetchedAt' | 'link' | 'via'>,
  models: readonly Model[],
): ProviderFile => ({
  schemaVersion: 1,
  provider: { id, name, docs, env: [...env] },
  fetchedAt,
  link,
  via,
  models: models.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
});
