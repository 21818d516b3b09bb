import type { Facets } from '../model/identity.js';
import type { Offer } from './offer.js';
import type { Token } from './token.js';

/** What one id says by itself. */
export interface Reading {
  readonly offer: Offer;
  /** null where neither the id nor the provider says whose it is. */
  readonly lab: string | null;
  /** The lab of its family, where words of its own make it a model of the folder, unless that lab uses them too. */
  readonly familyLab: string | null;
  /** The name's parts in its own order, without facets, date and release number. */
  readonly tokens: readonly Token[];
  readonly date: string | null;
  /** The date as it was written. */
  readonly writtenDate: string | null;
  readonly revision: string | null;
  readonly latest: boolean;
  readonly facets: Facets;
  /** Says a family, and words that its lab doesn't use: a fine-tune of somebody. */
  readonly isTuned: boolean;
  /** Written as a repository of its lab at Hugging Face (`Qwen/Qwen3-32B`). */
  readonly repository: boolean;
}

/** A reading, or why there is none. */
export type ReadingOrWhy = Reading | { readonly offer: Offer; readonly why: string; readonly facets: Facets };
