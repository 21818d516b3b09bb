import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { catchError, lastValueFrom, of } from 'rxjs';
import type { Table } from '../book/priceBook.js';
import type { Model } from '../model/model.js';
import type { Snapshot } from '../model/snapshot.js';
import type { Network } from '../read/network.js';
import { readSource } from '../read/readSource.js';
import { UnreadError } from '../read/unreadError.js';
import { catalogKind } from '../sources/catalog/providerKinds.js';
import type { Source } from '../sources/define.js';
import { folders } from './paths.js';
import { fromProviderFile } from './fromFile.js';
import { readProviderFile } from './previous.js';

/**
 * What is known of providers: what the last run into a folder wrote of one, or else what is recorded of it.
 * Undefined for a provider of which there is neither.
 */
export function openTable(
  dir: string,
  sources: readonly Source[],
  recordings: Pick<Network, 'fetch' | 'canUse'>,
): Table {
  const known = new Map(sources.map((source) => [source.id, source]));
  const read = async (provider: string): Promise<Snapshot<Model> | undefined> => {
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
  const providers = async () => {
    const files = await readdir(join(dir, folders.raw)).catch(() => []);
    const written = files.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
    const ids = [...new Set([...known.keys(), ...written])].sort();
    return new Map(ids.map((id) => [id, known.get(id)?.providerKind ?? catalogKind(id)]));
  };
  return Object.assign(read, { providers });
}
