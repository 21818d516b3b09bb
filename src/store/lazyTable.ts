import type { Table, TablePart } from '../book/priceBook.js';
import type { Model } from '../model/model.js';
import type { Snapshot } from '../model/snapshot.js';
import { fromPart, fromProviderFile } from './fromFile.js';
import { openWritten } from './writtenTable.js';

/**
 * What the last run into a folder wrote of providers, which needs no schema to be read where it stands as it was written. The
 * table of all others is opened by `open`, once one is asked for that no run wrote, or all are.
 */
export async function openTableLazily(dir: string, open: () => Promise<Table>): Promise<Table> {
  const written = await openWritten(dir);
  let opened: Promise<Table> | undefined;
  const whole = () => (opened ??= open());
  const read = async (provider: string): Promise<Snapshot<Model> | undefined> => {
    const { readProviderFile } = await import('./previous.js');
    const file = await readProviderFile(dir, provider);
    return file ? fromProviderFile(file) : (await whole())(provider);
  };
  const part = (provider: string): TablePart | undefined => {
    const raw = written?.raw(provider);
    return raw && fromPart(raw);
  };
  return Object.assign(read, { part, providers: async () => (await whole()).providers?.() ?? new Map() });
}
