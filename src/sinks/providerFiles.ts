import type { Completed, ModelRead, Started } from '../model/events.js';
import type { Model } from '../model/model.js';
import { namedOrigins } from '../model/namedOrigins.js';
import type { ProviderFile } from '../model/providerFile.js';
import { providerPath } from '../store/paths.js';
import { leavesFiles, type Sink, vouched, type Written } from './sink.js';
import { sourceFiles } from './sourceFiles.js';
import { prettyJson, writeAtomically } from './writeAtomically.js';

/**
 * A provider's files: `providers/<id>.json` and `providers-enriched/<id>.json`, models sorted by id.
 * The raw file of a stale provider is left as it is: it is what stands in.
 */
export const providerFiles: Sink = {
  open: (plan) => {
    if (!leavesFiles(plan) || plan.datasets.length === 0) return undefined;
    const write = async function* (rows: readonly (Started | ModelRead)[], end: Completed): AsyncIterable<Written> {
      const started = rows.find((row) => row.type === 'started');
      const models = rows.filter((row) => row.type === 'model');
      if (!started) return;
      if (end.repeated) {
        yield* vouched(plan, ...plan.datasets.map((dataset) => providerPath(dataset, end.source)));
        return;
      }
      for (const dataset of plan.datasets) {
        if (dataset === 'raw' && end.head.status === 'stale') continue;
        const file = fileOf(
          started,
          end,
          models.map((row) => (dataset === 'raw' ? row.model : row.enriched)),
        );
        yield await writeAtomically(plan.out, providerPath(dataset, end.source), prettyJson(file));
      }
    };
    return sourceFiles(
      (event) =>
        event.kind === 'provider' && (event.type === 'started' || event.type === 'model') ? event : undefined,
      write,
    );
  },
};

/** The file of a provider, keys and models in their order. */
export const fileOf = (
  {
    source: id,
    name,
    providerKind: kind,
    docs,
    env,
  }: Pick<Started, 'source' | 'name' | 'providerKind' | 'docs' | 'env'>,
  { head: { endpoint, sources } }: Pick<Completed, 'head'>,
  models: readonly Model[],
): ProviderFile => ({
  schemaVersion: 2,
  provider: { id, name, kind, docs, env: [...env] },
  endpoint,
  sources: namedOrigins(sources, models, endpoint),
  models: models.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
});
