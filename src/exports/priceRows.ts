import type { CostField } from '../model/cost.js';
import type { PriceStatus } from '../model/pricing.js';
import type { Origin } from '../model/origin.js';
import type { Mode } from '../model/model.js';
import type { Table } from './export.js';
import type { PriceLine } from '../cost/priceLines.js';
import { type Offer, offersIn } from './offersIn.js';

/** A price with all that is known of it: what a flat format has one row for. */
export interface PriceRow {
  readonly provider: string;
  readonly id: string;
  readonly name: string | null;
  /** Canonical key of the model. */
  readonly model: string | null;
  readonly mode: Mode | null;
  readonly status: PriceStatus;
  /** Null in the one row of an offer without a price. */
  readonly field: CostField | null;
  readonly price: number | null;
  readonly when: PriceLine['when'];
  /** Who states it. */
  readonly witness: string | null;
  readonly confidence: number | null;
  /** The page on which it stands. */
  readonly page: Origin | null;
  /** Why there is none. */
  readonly issues: readonly string[];
}

/** The rows of a table: one a price, and one of each offer that has none. */
export const priceRows = (table: Table): PriceRow[] =>
  offersIn(table).flatMap((offer): PriceRow[] => {
    const common = commonOf(offer);
    if (offer.lines.length === 0) return [{ ...common, field: null, price: null, when: {} }];
    return offer.lines.map(({ field, price, when }) => ({ ...common, field, price, when }));
  });

/** What all rows of an offer have in common. */
export function commonOf({ file, model }: Offer): Omit<PriceRow, 'field' | 'price' | 'when'> {
  const { provider, id, name, mode, pricing } = model;
  return {
    ...{ provider, id, name, mode, model: model.model?.key ?? null },
    ...{ status: pricing.status, witness: pricing.source, confidence: pricing.confidence },
    page: (pricing.evidence && file.sources[pricing.evidence.endpoint]) ?? null,
    issues: pricing.issues.map(({ code }) => code),
  };
}
