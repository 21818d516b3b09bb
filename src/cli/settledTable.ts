import { tap } from 'rxjs';
import type { Event, ModelRead, Started } from '../model/events.js';
import type { ProviderFile } from '../model/providerFile.js';
import { run } from '../run.js';
import { fileOf } from '../sinks/providerFiles.js';
import type { Source } from '../sources/define.js';
import type { Surroundings } from './command.js';
import { networksOf } from './networks.js';
import type { Options } from './options.js';
import { stopOf } from './stopOf.js';
import { tableOnHand } from './tableOnHand.js';

/**
 * The table on hand, or else that of the recordings: each provider's file, sorted by id. What is not on hand is settled of
 * these sources alone, where some are named.
 */
export async function settledTable(
  { out = 'data' }: Pick<Options, 'out'>,
  surroundings: Surroundings,
  sources?: readonly Source[],
): Promise<ProviderFile[]> {
  const onHand = await tableOnHand(out, surroundings);
  if (onHand) return onHand;
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
  await run({
    ...{ networks, out, dryRun: true, stop: stopOf(surroundings) },
    ...(sources && { sources }),
    watch: (events) => events.pipe(tap(take)),
  });
  return files.sort((a, b) => (a.provider.id < b.provider.id ? -1 : 1));
}
