import type { Table, TablePart } from '../book/priceBook.js';
import type { Model } from '../model/model.js';
import type { Snapshot } from '../model/snapshot.js';
import { fromPart, fromProviderFile } from './fromFile.js';
import { openOnHand } from './onHand.js';

/**
 * What is on hand of providers (`openOnHand`), which needs no schema to be read where it stands as it was written. The
 * table of all others is opened by `open`, once one is asked for that no run wrote, or all are.
 */
export async function openTableLazily(dir: string, open: () => Promise<Table>): Promise<Table> {
  const written = await openOnHand(dir);
  let opened: Promise<Table> | undefined;
  const whole = () => (opened ??= open());
  const read = async (provider: string): Promise<Snapshot<Model> | undefined> => {
    const { readProviderFile } = await import('./previous.js');
    const file = await readProviderFile(dir, provider);
    return file ? fromProviderFile(file) : (await whole())(provider);
  };
  const part = async (provider: string): Promise<TablePart | undefined> => {
    const raw = await written?.raw(provider);
    return raw && fromPart(raw);
  };
  return Object.assign(read, { part, providers: async () => (await whole()).providers?.() ?? new Map() });
}
