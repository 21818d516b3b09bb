import type { CostField } from '../model/cost.js';

/**
 * What a call used, by the price that it is billed at. No unit stands in two classes. Tokens, and of the `per…` classes what
 * their name says. `inputImage` is all of the prompt that is picture, document or video.
 */
export type UnitClass = CostField | 'cachedAudio' | 'citations';
export type Units = Readonly<Partial<Record<UnitClass, number>>>;

/** One request to one model; most calls are one. */
export interface Pass {
  readonly units: Units;
  /** Where it was another model than the one that was asked. */
  readonly model?: string | undefined;
  /** Seconds of the very sound that `inputAudio` counts in tokens: it is billed by the one of them that has a price. */
  readonly audioSeconds?: number | undefined;
  /** Classes whose numbers contradict each other, so that none of them is in `units`. */
  readonly contradicts: readonly CostField[];
  /** How many tokens of the prompt are pictures can't be told, because part of them was cached: they are in `input`. */
  readonly isBlended?: boolean | undefined;
}

/** A call as it is billed. */
export interface Usage {
  /** Empty where nobody counted, or a count can't be read. */
  readonly passes: readonly Pass[];
  /** Which count can't be read. */
  readonly unread?: string | undefined;
  /** USD as a decimal, where the provider's answer says what it charged. */
  readonly charge: string | null;
  /** batch, flex, priority …; null for the standard one. */
  readonly serviceTier: string | null;
  /** Where it was served, where that may have a price of its own. */
  readonly region: string | null;
  /** Words that say more of the call, such as `low search context`. */
  readonly variants: readonly string[];
  /** So many calls with an equal share of the units each; 1 unless it is said. The length of a prompt is that of one. */
  readonly requests?: number | undefined;
  /** The caller's own cache answered: nobody was asked. */
  readonly isOwnCache?: boolean | undefined;
}
