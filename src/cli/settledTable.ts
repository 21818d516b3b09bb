import { tap } from 'rxjs';
import type { Event, ModelRead, Started } from '../model/events.js';
import type { ProviderFile } from '../model/providerFile.js';
import { run } from '../run.js';
import { fileOf } from '../sinks/providerFiles.js';
import { readTable } from '../store/enriched.js';
import { folders } from '../store/paths.js';
import type { Surroundings } from './command.js';
import { networksOf } from './networks.js';
import type { Options } from './options.js';
import { stopOf } from './stopOf.js';
import { tell } from './tell.js';

/** The table of the last run, or else of the recordings, which it says: each provider's file, sorted by id. */
export async function settledTable({ out = 'data' }: Options, surroundings: Surroundings): Promise<ProviderFile[]> {
  const written = await readTable(out);
  if (written.length > 0) return written;
  tell(surroundings.stderr, `${out}/${folders.enriched} holds no models: the recordings are asked.`);
  const files: ProviderFile[] = [];
  const started = new Map<string, Started>();
  const models = new Map<string, ModelRead[]>();
  const take = (event: Event): void => {
    if (event.kind !== 'provider') return;
    const own = models.get(event.source) ?? [];
    const head = started.get(event.source);
    if (event.type === 'started') {
      started.set(event.source, event);
      models.set(event.source, own);
    } else if (event.type === 'model') own.push(event);
    else if (event.type === 'completed' && head)
      files.push(
        fileOf(
          head,
          event,
          own.map(({ enriched }) => enriched),
        ),
      );
  };
  const networks = networksOf({ offline: true }, surroundings);
  await run({ networks, out, dryRun: true, stop: stopOf(surroundings), watch: (events) => events.pipe(tap(take)) });
  return files.sort((a, b) => (a.provider.id < b.provider.id ? -1 : 1));
}
