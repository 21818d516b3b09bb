import type { CostField, Tier } from '../model/cost.js';
import type { Mode, Modality } from '../model/model.js';
import type { Peer } from './peers.js';

/** Prices that somebody states, in the units of `cost`; unlike a record's they may be negative or absurd. */
export type Prices = { readonly [field in CostField]?: number | null | undefined };

/** The offer that a price is stated for. */
export interface Offered {
  readonly provider: string;
  readonly id: string;
  readonly mode: Mode | null;
  readonly modalities: { readonly input: readonly Modality[]; readonly output: readonly Modality[] };
}

/** A statement before the laws. */
export interface Statement {
  readonly offer: Offered;
  /** Whether it is the provider's own word. */
  readonly isOwn: boolean;
  readonly cost: Prices;
  readonly tiers: readonly { readonly when: Tier['when']; readonly cost: Prices }[];
  /** What the lists have of the same model at other providers, one a provider. */
  readonly peers: () => readonly Peer[];
  /** What they have of other models of its line, at whatever provider. */
  readonly kin: () => readonly Peer[];
  /** The provider's other offer that is named so, where it has a price. */
  readonly sibling: (id: string) => Prices | undefined;
  /** Of all input prices in the lists, USD per 1K tokens: the middle one, and the one above which lie the outliers. */
  readonly usual: { readonly median: number; readonly fence: number };
}

/** What breaks a law: a field of the price or of one of its tiers, or the price as a whole. */
export interface Breach {
  readonly field: CostField | '*';
  /** Number of the tier, from 0; none where it is the price itself. */
  readonly tier?: number;
  /** The figures, in words. */
  readonly detail: string;
}

/** A law that prices obey, whoever states them. */
export interface Law {
  /** Stands in `issues` as the code. */
  readonly name: string;
  /** Why it holds, in a sentence. */
  readonly reason: string;
  /** A price that breaks it, in words. */
  readonly counterExample: string;
  /** A field that breaks a hard law is taken out and named, one that breaks a soft law is named. */
  readonly weight: 'hard' | 'soft';
  readonly breaches: (statement: Statement) => readonly Breach[];
}
