import type { Tier } from '../model/cost.js';
import type { Mode } from '../model/model.js';
import type { Issue, Quote } from '../model/pricing.js';
import type { FoundPrice, PriceIndex } from '../match/priceIndex.js';
import { inUnits } from '../sources/reading/inUnits.js';
import type { Offered, Prices } from './law.js';

/** Somebody's statement about an offer, not judged yet. */
export interface Heard {
  readonly witness: string;
  readonly evidence: Quote['evidence'];
  readonly cost: Prices;
  readonly tiers: readonly { readonly when: Tier['when']; readonly cost: Prices }[];
  readonly match: Quote['match'];
  /** What it takes the model to be for; null where it does not say. */
  readonly mode: Mode | null;
  /** By what its row was found; null for who says it of the very id. */
  readonly kind: FoundPrice['kind'] | null;
  /** Why it may be another model's price; null where there is no doubt. */
  readonly doubt: Issue | null;
}

/** Asks a list for an offer; a reason in words where it has no row. Prices are put into the units of what the offer is. */
export function hear(list: PriceIndex, offer: Offered & { readonly name: string | null }): Heard | string {
  const finding = list.find(offer);
  if ('refused' in finding) return finding.refused;
  const { row, match, kind, doubt } = finding;
  const { mode = null } = row;
  const units = { mode: offer.mode ?? mode, ...offer.modalities };
  const { endpoint = '', row: number = 0 } = row.evidence ?? {};
  return {
    witness: list.list,
    evidence: { endpoint: `prices/${list.list}/${endpoint}`, row: number },
    cost: inUnits(units, row.cost),
    tiers: (row.tiers ?? []).map(({ when, cost }) => ({ when, cost: inUnits(units, cost) })),
    ...{ match, mode, kind, doubt },
  };
}
