import { tap } from 'rxjs';
import type { Model } from '../model/model.js';
import { run } from '../run.js';
import { readEnriched } from '../store/enriched.js';
import { folders } from '../store/paths.js';
import type { Surroundings } from './command.js';
import { networksOf } from './networks.js';
import type { Options } from './options.js';
import { providersOf } from './providers.js';
import { stopOf } from './stopOf.js';
import { tell } from './tell.js';

/** The settled offers of the last run, or else of the recordings, which it says; with --provider those of these. */
export async function settledOffers(options: Options, surroundings: Surroundings): Promise<Model[]> {
  const { out = 'data' } = options;
  const networks = networksOf({ offline: true }, surroundings);
  const sources = await providersOf(options, networks);
  const written = await readEnriched(out);
  if (written.length > 0) {
    const wanted = sources && new Set(sources.map(({ id }) => id));
    return written.filter(({ provider }) => !wanted || wanted.has(provider));
  }
  tell(surroundings.stderr, `${out}/${folders.enriched} holds no models: the recordings are asked.`);
  const models: Model[] = [];
  await run({
    ...{ networks, out, dryRun: true, stop: stopOf(surroundings) },
    ...(sources && { sources }),
    watch: (events) => events.pipe(tap((event) => (event.type === 'model' ? models.push(event.enriched) : undefined))),
  });
  return models;
}
