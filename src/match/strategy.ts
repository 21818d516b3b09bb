import type { PriceRow } from '../model/price.js';
import type { ModelName } from './name.js';
import type { Narrowing } from './narrowed.js';

/** A row of the price list with all that a strategy may know of it. */
export interface Priced {
  readonly row: PriceRow;
  readonly name: ModelName;
  /** Who sells, by the one name that the list has for it (`sellers.ts`). */
  readonly platform: string;
  /** The dated rows of the same name in the whole list, by date: what is known of its snapshots. */
  readonly snapshots: ReadonlyMap<string, readonly PriceRow[]>;
  /** Dates of that name at the same platform. */
  readonly ownDates: ReadonlySet<string>;
  /** The platform lists one name under several paths at different prices: paths name offers there. */
  readonly isByPath: boolean;
  /** Dates whose snapshot costs something else than the undated name, at some seller of the list. */
  readonly movedFrom: ReadonlySet<string>;
  /** The versions under which the platform lists this line: `3` beside none for `mistral-medium`. */
  readonly lineVersions: ReadonlySet<string>;
}

/** One reason not to take a row. Its name shows up in explanations. */
export interface Guard {
  readonly name: string;
  /** Takes long: asked only of a row that no guard before it refuses. */
  readonly isCostly?: boolean;
  /** The objection in words, or null. */
  readonly objection: (model: ModelName, price: Priced) => string | null;
}

/** What was different between the two names: the unit in which precision is measured. */
export type Kind =
  'same-id' | 'same-name' | 'dated-id' | 'dated-row' | 'latest' | 'family' | 'first-version' | 'similar' | 'same-model';

/** What a strategy needs of a name, because without it nothing, or something wrong, would be found. */
export interface Needs {
  /** The seller's rows say all of its words, if perhaps not together. */
  readonly knownWords: boolean;
  /** Some row of the seller has its versions. */
  readonly knownVersions: boolean;
  /** The name tells its version itself; of some ids only the display name does. */
  readonly wholeName: boolean;
}

/** One rung of the ladder. Pure, total, and the same for the same pair. */
export interface Strategy {
  /** Stable name, written to every match it makes. */
  readonly name: string;
  /** What a name must be like for this strategy to be asked. */
  readonly needs: Needs;
  /** The only pairs that are compared: both sides share a block (blocking), and a platform. */
  readonly block: (name: ModelName) => string;
  /** Of a block of many rows, those that are compared: it leaves out only what the guards refuse. */
  readonly narrowed: Narrowing;
  readonly guards: readonly Guard[];
  /** What kind of match this is, or null for "not this rung". Asked only where no guard objects. */
  readonly level: (model: ModelName, price: Priced) => Kind | null;
  /** One clause for a reader of the match report. */
  readonly explain: (model: ModelName, price: Priced) => string;
  /** What two best candidates with different prices mean: the price is in doubt, or the match itself. */
  readonly onTie: 'doubt-price' | 'refuse';
}

/** True where a row stands for a family of ids, false where it names one id. */
export const isFamilyRow = ({ row }: Priced): boolean => row.operator !== 'equals';
