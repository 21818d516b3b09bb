import { catchError, lastValueFrom, of } from 'rxjs';
import type { Model } from '../model/model.js';
import type { Snapshot } from '../model/snapshot.js';
import type { Network } from '../read/network.js';
import { readSource } from '../read/readSource.js';
import { UnreadError } from '../read/unreadError.js';
import type { Source } from '../sources/define.js';
import { fromProviderFile, readProviderFile } from './previous.js';

/**
 * What is known of providers: what the last run into a folder wrote of one, or else what is recorded of it.
 * Undefined for a provider of which there is neither.
 */
export function openTable(
  dir: string,
  sources: readonly Source[],
  recordings: Pick<Network, 'fetch' | 'canUse'>,
): (provider: string) => Promise<Snapshot<Model> | undefined> {
  const known = new Map(sources.map((source) => [source.id, source]));
  return async (provider) => {
    const file = await readProviderFile(dir, provider);
    if (file) return fromProviderFile(file);
    const source = known.get(provider);
    if (!source) return undefined;
    return lastValueFrom(
      readSource(source, recordings).pipe(
        catchError((error: unknown) => {
          if (error instanceof UnreadError) return of(undefined);
          throw error;
        }),
      ),
    );
  };
}
