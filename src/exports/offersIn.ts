import type { Model } from '../model/model.js';
import type { ProviderFile } from '../model/providerFile.js';
import type { Loss, Table } from './export.js';
import type { PriceLine } from '../cost/priceLines.js';
import { priceLines } from '../cost/priceLines.js';

/** An offer of the table with its prices. */
export interface Offer {
  readonly file: ProviderFile;
  readonly model: Model;
  readonly lines: readonly PriceLine[];
}

/** All offers of a table, in its order. */
export const offersIn = (table: Table): Offer[] =>
  table.flatMap((file) => file.models.map((model) => ({ file, model, lines: priceLines(model) })));

/** An offer in another format, and the prices that it could not be given. */
export interface Entry<Value> {
  readonly value: Value;
  readonly losses: readonly Loss[];
}

/** Entries by their keys, sorted. Of several offers of one key the first has it; the prices of the others are lost, but for equal ones. */
export function byKey<Value>(entries: readonly (Entry<Value> & { readonly key: string; readonly offer: Offer })[]): {
  readonly values: readonly (readonly [string, Value])[];
  readonly losses: readonly Loss[];
} {
  const taken = new Map<string, Entry<Value>>();
  const losses: Loss[] = [];
  for (const { key, offer, ...entry } of entries) {
    const first = taken.get(key);
    if (!first) taken.set(key, entry);
    const isSame = first && JSON.stringify(first.value) === JSON.stringify(entry.value);
    if (!first || isSame) losses.push(...entry.losses);
    else losses.push(...allLost(offer.lines, 'another offer has the name that the format knows it by'));
  }
  return { values: [...taken].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, { value }]) => [key, value]), losses };
}

/** All prices lost for one reason. */
export const allLost = (lines: readonly PriceLine[], why: string): Loss[] => lines.map((line) => ({ line, why }));
