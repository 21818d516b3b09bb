import type { PriceLine } from '../cost/priceLines.js';
import type { HistoryLine } from '../model/history.js';
import type { ProviderFile } from '../model/providerFile.js';

/** The committed table: the settled offers of each provider, providers and offers sorted by id. */
export type Table = readonly ProviderFile[];

/** A price that a format can't carry, and why. */
export interface Loss {
  readonly line: PriceLine;
  readonly why: string;
}

/** A table in another format. */
export interface Exported {
  readonly content: string | Uint8Array;
  /** Every price of the table is in the content or named here. */
  readonly losses: readonly Loss[];
}

/** A format that the table is given in: a pure function, equal bytes for an equal table and history. */
export interface Export {
  /** What `export` calls it. */
  readonly format: string;
  /** Its file, under `exports/`. */
  readonly path: string;
  /** Who reads it, for help and documentation. */
  readonly summary: string;
  /** What stands for what is not known, and what else of a record the format has no place for. */
  readonly notes: readonly string[];
  /** Whether it has a place for the price history. */
  readonly takesHistory?: true;
  /** `history`: the lines of the table's price history, none where there is none. */
  readonly write: (table: Table, history?: readonly HistoryLine[]) => Exported | Promise<Exported>;
}
