import type { Cost, Tier } from './cost.js';
import type { Lifecycle, Modality, Mode, Model } from './model.js';
import type { Issue } from './pricing.js';

/** What a source says of one model; what it leaves out is not known. */
export interface Draft {
  /** Exactly what the provider's API takes. */
  readonly id: string;
  readonly name?: string | null | undefined;
  readonly ownedBy?: string | null | undefined;
  readonly mode?: Mode | null | undefined;
  readonly modalities?: { readonly input?: readonly Modality[]; readonly output?: readonly Modality[] };
  /** Tokens; 0 and below read as not known. */
  readonly limit?: {
    readonly context?: number | null | undefined;
    readonly input?: number | null | undefined;
    readonly output?: number | null;
  };
  readonly capabilities?: Partial<Model['capabilities']>;
  readonly openWeights?: boolean | null | undefined;
  readonly quantization?: string | null | undefined;
  /** Dates: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly knowledge?: string | null | undefined;
  readonly releaseDate?: string | null | undefined;
  readonly lastUpdated?: string | null | undefined;
  readonly status?: Lifecycle | null | undefined;
  readonly deprecatedAt?: string | null | undefined;
  readonly retiresAt?: string | null | undefined;
  /** USD per 1K tokens, from `parse/money.ts`. */
  readonly cost?: { readonly [field in keyof Cost]?: number | null | undefined };
  readonly tiers?: readonly Tier[];
  /** Said by the provider, never concluded from a zero. */
  readonly priceStatus?: 'free' | 'variable' | 'plan' | undefined;
  /** Why the provider states no price, in its own words or ours: no other catalog's price stands in for it then. */
  readonly noPrice?: string | undefined;
  /** `id` is only a name for people: it says things of a model that another endpoint lists, and is no offer of its own. */
  readonly isNameOnly?: boolean | undefined;
  /** What a reader of the price should know, such as two price tables that contradict each other. */
  readonly issues?: readonly Issue[] | undefined;
}
